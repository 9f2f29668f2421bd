package dev.frontdesk.engine.outbox;

import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts an album into what a channel can carry as one, in its order; what cannot go with its neighbours goes alone. */
final class Albums {
    private static final Set<String> SEEN = Set.of(Content.IMAGE, Content.VIDEO);
    private static final Set<String> ALIKE = Set.of(Content.AUDIO, Content.DOCUMENT);

    private Albums() {}

    static List<Content> split(Content.Album album, Capabilities channel) {
        var parts = new ArrayList<Content>();
        var together = new ArrayList<Content.Media>();
        for (var media : album.parts()) {
            boolean joins =
                    !together.isEmpty() && together.size() < channel.album() && goTogether(together.getFirst(), media);
            if (!joins) {
                add(parts, together, channel);
                together.clear();
            }
            together.add(media);
        }
        add(parts, together, channel);
        return List.copyOf(parts);
    }

    private static boolean goTogether(Content.Media one, Content.Media other) {
        return SEEN.contains(one.kind()) && SEEN.contains(other.kind())
                || ALIKE.contains(one.kind()) && one.kind().equals(other.kind());
    }

    /** A caption that is too long follows the whole album. */
    private static void add(List<Content> parts, List<Content.Media> together, Capabilities channel) {
        if (together.size() < 2) {
            together.forEach(media -> parts.addAll(Splitter.split(media, channel)));
            return;
        }
        var shown = new ArrayList<Content.Media>();
        var after = new ArrayList<Content>();
        for (var media : together) {
            boolean fits = media.plainText().length() <= channel.captionLimit();
            shown.add(fits ? media : new Content.Media(media.kind(), media.file(), ""));
            if (!fits) {
                after.addAll(Splitter.split(Content.text(media.plainText()), channel));
            }
        }
        parts.add(new Content.Album(shown));
        parts.addAll(after);
    }
}
