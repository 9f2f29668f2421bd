package dev.frontdesk.engine.outbox;

import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Content;
import java.util.ArrayList;
import java.util.List;

/** Cuts what is too long for one message into several, at a line, else at a word, and never inside a character. */
public final class Splitter {
    private Splitter() {}

    /** Options that have to be told in words take part of the room. A caption that is too long follows its file. */
    public static List<Content> split(Content content, Capabilities channel) {
        if (content instanceof Content.Album album) {
            return Albums.split(album, channel);
        }
        if (content instanceof Content.Media(var kind, var file, var caption)
                && caption.length() > channel.captionLimit()) {
            var parts = new ArrayList<Content>(List.of(new Content.Media(kind, file, "")));
            texts(caption, channel.textLimit()).forEach(text -> parts.add(Content.text(text)));
            return List.copyOf(parts);
        }
        boolean told = content instanceof Content.Choice && Downgrade.to(channel, content) instanceof Content.Text;
        Content said = told ? Downgrade.to(channel, content) : content;
        return told && said.plainText().length() <= channel.textLimit()
                ? List.of(content)
                : split(said, channel.textLimit());
    }

    static List<Content> split(Content content, int limit) {
        if (content.plainText().length() <= limit) {
            return List.of(content);
        }
        return switch (content) {
            case Content.Text(var text) ->
                texts(text, limit).stream().map(Content::text).toList();
            case Content.Choice(var text, var options) -> {
                var parts = texts(text, limit);
                var contents = new ArrayList<Content>();
                parts.subList(0, parts.size() - 1).forEach(part -> contents.add(Content.text(part)));
                contents.add(new Content.Choice(parts.getLast(), options));
                yield List.copyOf(contents);
            }
            default -> List.of(content);
        };
    }

    static List<String> texts(String text, int limit) {
        var parts = new ArrayList<String>();
        int from = 0;
        while (text.length() - from > limit) {
            int cut = cut(text, from, limit);
            parts.add(text.substring(from, cut).stripTrailing());
            from = cut;
            while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
                from++;
            }
        }
        if (from < text.length() || parts.isEmpty()) {
            parts.add(text.substring(from));
        }
        return parts.stream().filter(part -> !part.isEmpty()).toList();
    }

    private static int cut(String text, int from, int limit) {
        int most = from + limit;
        int line = text.lastIndexOf('\n', most);
        if (line > from + limit / 2) {
            return line;
        }
        for (int at = most; at > from + limit / 2; at--) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at;
            }
        }
        boolean inside =
                Character.isLowSurrogate(text.charAt(most)) && Character.isHighSurrogate(text.charAt(most - 1));
        return inside && most - 1 > from ? most - 1 : most;
    }
}
