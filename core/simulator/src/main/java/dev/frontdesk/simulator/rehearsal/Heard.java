package dev.frontdesk.simulator.rehearsal;

import dev.frontdesk.api.channel.Content;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A message that reached a contact.
 *
 * @param message its id; a message that was sent again has the same
 * @param byBot true when no person wrote it
 * @param lost true when it was not sent because the process died on it, and it is for its author to send it again
 */
public record Heard(long message, String channel, String identity, Content content, boolean byBot, boolean lost) {

    public String text() {
        return content.plainText();
    }

    public List<Content.Option> options() {
        return content instanceof Content.Choice(var _, var options) ? options : List.of();
    }

    /** Text and options as a person sees them. */
    public String shown() {
        return text()
                + options().stream().map(option -> "  [" + option.label() + "]").collect(Collectors.joining());
    }
}
