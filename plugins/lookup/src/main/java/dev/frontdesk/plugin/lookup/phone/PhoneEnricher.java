package dev.frontdesk.plugin.lookup.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.enrich.Enricher;
import dev.frontdesk.api.enrich.Enrichment;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Country and time zone of the contact's phone number, which it also writes in the one way everybody understands. */
public final class PhoneEnricher implements Enricher {
    private static final String PHONE = "contact.phone";
    private static final int LONGEST = 60;

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private final PhoneSettings settings;

    @Inject
    public PhoneEnricher(PhoneSettings settings) {
        this.settings = settings;
    }

    @Override
    public Set<String> reads() {
        return Set.of(PHONE);
    }

    @Override
    public Set<String> finds() {
        return Set.of("phone", "country", "time_zone", "valid");
    }

    @Override
    public boolean local() {
        return true;
    }

    @Override
    public Enrichment lookUp(Facts facts, Duration most) {
        var text = facts.text(PHONE).strip();
        return number(text).<Enrichment>map(PhoneEnricher::found).orElseGet(Enrichment.NotFound::new);
    }

    /** Providers leave out the plus; a number that is right with one was meant so. */
    private Optional<PhoneNumber> number(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        var here = parsed(text, settings.region().orElse(null));
        return here.filter(NUMBERS::isValidNumber)
                .or(() -> parsed("+" + text, null).filter(NUMBERS::isValidNumber))
                .or(() -> here.filter(PhoneEnricher::isLongEnough));
    }

    private static Optional<PhoneNumber> parsed(String text, @Nullable String region) {
        try {
            return Optional.of(NUMBERS.parse(text, region));
        } catch (NumberParseException _) {
            return Optional.empty();
        }
    }

    private static boolean isLongEnough(PhoneNumber number) {
        return NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
    }

    private static Enrichment.Found found(PhoneNumber number) {
        var values = new LinkedHashMap<String, Value>();
        boolean valid = NUMBERS.isValidNumber(number);
        values.put("phone", Value.of(NUMBERS.format(number, PhoneNumberFormat.E164)));
        values.put("valid", Value.of(valid));
        if (valid) {
            country(number).ifPresent(country -> {
                values.put("country", Value.of(country));
                Zones.of(country, NUMBERS.getNationalSignificantNumber(number))
                        .ifPresent(zone -> values.put("time_zone", Value.of(zone)));
            });
        }
        return new Enrichment.Found(values);
    }

    /** None for numbers of the world, such as +800: their regions are 001 and ZZ. */
    private static Optional<String> country(PhoneNumber number) {
        return Optional.ofNullable(NUMBERS.getRegionCodeForNumber(number))
                .filter(region -> region.length() == 2 && !region.equals("ZZ"));
    }
}
