package dev.frontdesk.engine.outbox;

import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Content;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns content into what a channel can show. What cannot be shown is said in words that need no translation. */
public final class Downgrade {
    /** What comes nearest to a kind of file, in this order. */
    private static final Map<String, List<String>> NEAREST = Map.of(
            Content.VOICE, List.of(Content.AUDIO, Content.DOCUMENT),
            Content.ANIMATION, List.of(Content.VIDEO, Content.DOCUMENT),
            Content.STICKER, List.of(Content.IMAGE, Content.DOCUMENT));

    private Downgrade() {}

    public static Content to(Capabilities channel, Content content) {
        if (content instanceof Content.Choice choice) {
            return pressed(channel, choice).orElseGet(() -> numbered(choice));
        }
        if (content instanceof Content.Album album) {
            return album(channel, album);
        }
        if (channel.contentKinds().contains(content.kind())) {
            return content;
        }
        return switch (content) {
            case Content.Media(var kind, var file, var caption) ->
                NEAREST.getOrDefault(kind, List.of(Content.DOCUMENT)).stream()
                        .filter(channel.contentKinds()::contains)
                        .findFirst()
                        .<Content>map(nearest -> new Content.Media(nearest, file, caption))
                        .orElseGet(() -> lines("\uD83D\uDCCE " + file.name(), caption));
            case Content.Location(var latitude, var longitude, var name) ->
                lines("\uD83D\uDCCD " + name, String.format(Locale.ROOT, "%.6f, %.6f", latitude, longitude));
            case Content.Card(var name, var phones, var _) -> lines("\uD83D\uDC64 " + name, String.join("\n", phones));
            default -> Content.text(content.plainText());
        };
    }

    /** The album was cut to what the channel could carry; should it have learned less since then, the files are named. */
    private static Content album(Capabilities channel, Content.Album album) {
        var parts = album.parts().stream().map(part -> to(channel, part)).toList();
        boolean files = channel.album() >= parts.size() && parts.stream().allMatch(Content.Media.class::isInstance);
        return files
                ? new Content.Album(
                        parts.stream().map(Content.Media.class::cast).toList())
                : Content.text(album.parts().stream()
                        .map(part -> lines("\uD83D\uDCCE " + part.file().name(), part.plainText())
                                .plainText())
                        .collect(Collectors.joining("\n")));
    }

    /** As buttons where so many fit, else as a list. Too long a label is cut, unless two then look the same. */
    private static Optional<Content> pressed(Capabilities channel, Content.Choice choice) {
        int many = choice.options().size();
        boolean buttons = many <= channel.buttons();
        if (!channel.contentKinds().contains(Content.CHOICE) || !buttons && many > channel.listRows()) {
            return Optional.empty();
        }
        int longest = buttons ? channel.buttonLabel() : channel.listLabel();
        var options = new ArrayList<Content.Option>();
        var labels = new HashSet<String>();
        for (var option : choice.options()) {
            String label = cut(option.label(), longest);
            labels.add(label);
            options.add(new Content.Option(option.token(), label));
        }
        boolean distinct = labels.size()
                == choice.options().stream()
                        .map(Content.Option::label)
                        .distinct()
                        .count();
        return distinct ? Optional.of(new Content.Choice(choice.plainText(), options)) : Optional.empty();
    }

    private static String cut(String label, int longest) {
        if (label.length() <= longest) {
            return label;
        }
        int end = Math.max(0, longest - 1);
        boolean inside = end > 0 && Character.isHighSurrogate(label.charAt(end - 1));
        return label.substring(0, inside ? end - 1 : end).stripTrailing() + "…";
    }

    private static Content numbered(Content.Choice choice) {
        var text = new StringBuilder(choice.plainText());
        int number = 1;
        for (Content.Option option : choice.options()) {
            text.append('\n').append(number++).append(". ").append(option.label());
        }
        return Content.text(text.toString());
    }

    private static Content lines(String first, String second) {
        return Content.text((first.strip() + "\n" + second.strip()).strip());
    }
}
