package dev.frontdesk.plugin.example;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Setting;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.enrich.Enricher;
import dev.frontdesk.api.enrich.Enrichment;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The company of whoever writes from an address at work. */
public final class WorkMail implements Enricher {
    private final Settings settings;

    /** The keys of its block. */
    public record Settings(
            @Setting(value = "[gmail.com, mail.ru, outlook.com]", doc = "Where people have their own addresses.")
            Set<String> personal) {}

    @Inject
    public WorkMail(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Set<String> reads() {
        return Set.of("contact.email");
    }

    @Override
    public Set<String> finds() {
        return Set.of("company");
    }

    @Override
    public boolean local() {
        return true;
    }

    @Override
    public Enrichment lookUp(Facts facts, Duration most) {
        var email = facts.text("contact.email");
        var company = email.substring(email.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        return company.isBlank() || !email.contains("@") || settings.personal().contains(company)
                ? new Enrichment.NotFound()
                : new Enrichment.Found(Map.of("company", Value.of(company)));
    }
}
