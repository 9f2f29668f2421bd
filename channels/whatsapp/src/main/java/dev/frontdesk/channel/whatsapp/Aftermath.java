package dev.frontdesk.channel.whatsapp;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Intake.Accepted;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What follows from a webhook once it is stored. Nothing in here may fail it. Safe for use by many threads. */
final class Aftermath {

    private static final String ACCOUNT = "whatsapp.account_update";
    private static final Set<String> TEMPLATES = Set.of(
            "whatsapp.message_template_status_update",
            "whatsapp.message_template_components_update",
            "whatsapp.template_category_update");

    /** What Meta does to an account that must be seen by an operator. */
    private static final Set<String> BAD = Set.of(
            "DISABLED_UPDATE", "ACCOUNT_RESTRICTION", "ACCOUNT_VIOLATION", "ACCOUNT_DELETED", "ACCOUNT_OFFBOARDED");

    private static final Set<String> GOOD = Set.of("ACCOUNT_RECONNECTED", "VERIFIED_ACCOUNT");

    private final WhatsAppSettings settings;
    private final Keys keys;
    private final Told told;
    private final Rates rates;
    private final Courtesies courtesies;
    private final Templates templates;
    private final Health health;

    Aftermath(
            WhatsAppSettings settings,
            Keys keys,
            Told told,
            Rates rates,
            Courtesies courtesies,
            Templates templates,
            Health health) {
        this.settings = settings;
        this.keys = keys;
        this.told = told;
        this.rates = rates;
        this.courtesies = courtesies;
        this.templates = templates;
        this.health = health;
    }

    void of(List<Inbound> items, List<Accepted> accepted) {
        int messages = 0;
        for (int i = 0; i < items.size(); i++) {
            boolean isNew = i >= accepted.size() || accepted.get(i) == Accepted.STORED;
            switch (items.get(i)) {
                case Inbound.SamePerson same -> told.done(same.id());
                case Inbound.Message message
                when isNew -> {
                    messages++;
                    keys.wamid(message.id())
                            .ifPresent(id -> courtesies.stored(message.from().identity(), id));
                }
                case Inbound.Notice notice when isNew -> notice(notice);
                default -> {}
            }
        }
        rates.received(messages);
    }

    private void notice(Inbound.Notice notice) {
        if (TEMPLATES.contains(notice.kind())) {
            templates.refresh();
        } else if (notice.kind().equals(ACCOUNT)
                && notice.details() instanceof Value.Fields details
                && isOurs(details.get("account").asText())) {
            account(details);
        }
    }

    private boolean isOurs(String account) {
        return settings.businessAccountId().map(account::equals).orElse(true);
    }

    private void account(Value.Fields details) {
        var event = details.get("event").asText();
        var why = Optional.of(details.get("ban_info").asText()
                        + details.get("violation_info").asText()
                        + details.get("restriction_info").asText())
                .filter(text -> !text.isEmpty());
        if (GOOD.contains(event)
                || event.equals("DISABLED_UPDATE") && why.orElse("").contains("REINSTATE")) {
            health.well("account");
        } else if (BAD.contains(event)) {
            health.trouble(
                    "account",
                    "Meta says " + event + " of the account"
                            + why.map(text -> " (" + text + ")").orElse("")
                            + "; look into the Business Support of Meta's console");
        }
    }
}
