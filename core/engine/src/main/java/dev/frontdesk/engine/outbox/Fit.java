package dev.frontdesk.engine.outbox;

import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Content;
import java.util.Optional;

/** Whether a channel takes a file, for a person must not be told that it was sent when it was not. In words for people. */
public final class Fit {
    private Fit() {}

    /** Why a person cannot send this there; empty when they can. */
    public static Optional<String> refusal(Capabilities channel, Content content) {
        if (content instanceof Content.Album album) {
            return album.parts().stream()
                    .flatMap(part -> refusal(channel, part).stream())
                    .findFirst();
        }
        boolean file = content instanceof Content.Media;
        boolean taken = Downgrade.to(channel, content) instanceof Content.Media;
        return file && !taken
                ? Optional.of("the channel takes no file of the kind '" + content.kind() + "'")
                : obstacle(channel, content);
    }

    /** Why a file cannot be handed to the channel, even where it takes others of its kind. */
    static Optional<String> obstacle(Capabilities channel, Content content) {
        if (content instanceof Content.Album album) {
            return album.parts().stream()
                    .flatMap(part -> obstacle(channel, part).stream())
                    .findFirst();
        }
        if (!(Downgrade.to(channel, content) instanceof Content.Media media)) {
            return Optional.empty();
        }
        if (media.file().size() > channel.fileLimit()) {
            return Optional.of("the file has " + megabytes(media.file().size() + 99_999)
                    + " MB and the channel takes at most " + megabytes(channel.fileLimit()));
        }
        return media.file() instanceof Content.Stored
                ? Optional.empty()
                : Optional.of("the file is not here, so it cannot be sent");
    }

    private static String megabytes(long bytes) {
        return bytes / 1_000_000 + "." + bytes / 100_000 % 10;
    }
}
