package dev.frontdesk.engine.outbox;

import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Content;
import java.util.List;

/** Turns content into what a channel can show. */
public final class Downgrade {
    private Downgrade() {}

    public static Content to(Capabilities channel, Content content) {
        return switch (content) {
            case Content.Choice choice when !buttons(channel, choice.options()) -> numbered(choice);
            case Content.Choice choice -> choice;
            default -> channel.contentKinds().contains(content.kind()) ? content : Content.text(content.plainText());
        };
    }

    private static boolean buttons(Capabilities channel, List<Content.Option> options) {
        return channel.contentKinds().contains(Content.CHOICE)
                && options.size() <= channel.buttons()
                && options.stream().allMatch(option -> option.label().length() <= channel.buttonLabel());
    }

    private static Content numbered(Content.Choice choice) {
        var text = new StringBuilder(choice.plainText());
        int number = 1;
        for (Content.Option option : choice.options()) {
            text.append('\n').append(number++).append(". ").append(option.label());
        }
        return Content.text(text.toString());
    }
}
