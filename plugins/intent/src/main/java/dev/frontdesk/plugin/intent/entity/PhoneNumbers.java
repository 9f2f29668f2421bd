package dev.frontdesk.plugin.intent.entity;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.frontdesk.api.Value;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Numbers that the numbering plan of their country has. */
final class PhoneNumbers {
    /** How many beginnings are tried: a text of nothing but digits has many. */
    private static final int MOST_TRIES = 20;

    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    static boolean knows(String region) {
        return PLANS.getSupportedRegions().contains(region);
    }

    static Optional<Found<Value>> first(String text, String region) {
        var matches = PLANS.findNumbers(text, region, PhoneNumberUtil.Leniency.VALID, MOST_TRIES);
        return StreamSupport.stream(matches.spliterator(), false)
                .findFirst()
                .map(match -> new Found<>(
                        match.start(),
                        match.end(),
                        Value.of(PLANS.format(match.number(), PhoneNumberUtil.PhoneNumberFormat.E164))));
    }
}
