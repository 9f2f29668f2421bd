package dev.frontdesk.api.channel;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A form of message that a provider has approved (a WhatsApp template), to be filled in as {@link Content.Preset}.
 *
 * @param name the provider's name of it
 * @param language its language; name and language together are unique within a channel
 * @param text its text, with each blank as <code>{{name}}</code>
 * @param blanks the names of its blanks in reading order, as in {@link Content.Preset#values()}
 * @param media the media kind of its head, where it wants a file there
 * @param refused why it cannot be sent now (pending, paused, rejected); empty when it can
 */
public record PresetForm(
        String name,
        Locale language,
        String text,
        List<String> blanks,
        Optional<String> media,
        Optional<String> refused) {

    /** Copies the blanks. */
    public PresetForm {
        blanks = List.copyOf(blanks);
    }

    /** The text with its blanks filled in; one without a value stays as it is written. */
    public String filled(Map<String, String> values) {
        var filled = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", from)) {
            int close = text.indexOf("}}", open);
            if (close < 0) {
                break;
            }
            var blank = text.substring(open + 2, close).strip();
            filled.append(text, from, open).append(values.getOrDefault(blank, text.substring(open, close + 2)));
            from = close + 2;
        }
        return filled.append(text.substring(from)).toString();
    }
}
