package dev.frontdesk.plugin.intent.entity;

import dev.frontdesk.api.Regex;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A kind of thing to look for in a message. */
public sealed interface Entity {

    /** A number, in digits or in English or Russian words: {@link dev.frontdesk.api.Value.Num}. */
    record Number() implements Entity {}

    /** A day, with the time of day where it is said, else its beginning: {@link dev.frontdesk.api.Value.Time}. */
    record Date() implements Entity {}

    /** An e-mail address, as it was written. */
    record Email() implements Entity {}

    /**
     * A telephone number in the international form, {@code +4930123456}.
     *
     * @param region whose numbers are written without a country code: two letters, {@code DE}
     */
    record Phone(String region) implements Entity {
        public Phone {
            region = region.toUpperCase(Locale.ROOT);
            if (!PhoneNumbers.knows(region)) {
                throw new IllegalArgumentException("'" + region
                        + "' is no country that telephone numbers are known of; give two letters, like DE");
            }
        }
    }

    /** What an expression matches: its first group, or all of it where there is none. An order id, for example. */
    record Matching(Regex expression) implements Entity {}

    /**
     * One of some values, whatever its ending, with a slip of the pen in longer words.
     *
     * @param values the name to give, and other words for it
     */
    record OneOf(Map<String, List<String>> values) implements Entity {
        public OneOf {
            if (values.isEmpty()) {
                throw new IllegalArgumentException("a list without values finds nothing");
            }
            var copy = new LinkedHashMap<String, List<String>>();
            values.forEach((name, words) -> copy.put(name, List.copyOf(words)));
            values = Collections.unmodifiableMap(copy);
        }
    }
}
