package dev.frontdesk.channel.webchat;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.History;
import java.util.List;

/**
 * A line of the thread as the widget sees it.
 *
 * @param position text, for it may be larger than a browser's numbers
 * @param key the widget's own id of the message, empty for ours
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Shown(
        String position, String key, String author, String name, String text, List<Content.Option> options, String at) {

    static Shown of(History.Line line) {
        return new Shown(
                Long.toString(line.position()),
                line.key().substring(line.key().lastIndexOf(':') + 1),
                line.author(),
                line.name(),
                line.content().plainText(),
                line.content() instanceof Content.Choice choice ? choice.options() : List.of(),
                line.at().toString());
    }
}
