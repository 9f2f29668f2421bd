package dev.frontdesk.plugin.lookup.phone;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.frontdesk.api.Setting;
import java.util.Locale;
import java.util.Optional;

/** The keys of an enricher of the type {@code phone}. */
public record PhoneSettings(
        @Setting(doc = "The country of numbers that are written without theirs, such as DE; without it there is none.")
        Optional<String> region) {

    public PhoneSettings {
        region = region.map(one -> one.toUpperCase(Locale.ROOT));
        region.ifPresent(PhoneSettings::check);
    }

    private static void check(String region) {
        if (!PhoneNumberUtil.getInstance().getSupportedRegions().contains(region)) {
            throw new IllegalArgumentException("'" + region + "' is no country; write it with two letters, as DE");
        }
    }
}
