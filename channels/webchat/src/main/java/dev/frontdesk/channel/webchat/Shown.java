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
        String position,
        String key,
        String author,
        String name,
        String text,
        List<Content.Option> options,
        List<File> files,
        String at) {

    /** A file that can be asked for by the position of its line and its own among the files there. */
    record File(String kind, String name, long size) {
        static List<File> of(Content content) {
            return switch (content) {
                case Content.Media media -> List.of(of(media));
                case Content.Album album -> album.parts().stream().map(File::of).toList();
                default -> List.of();
            };
        }

        private static File of(Content.Media media) {
            return new File(
                    media.kind(), name(media.file().name()), media.file().size());
        }

        /** In one line, and without what turns the direction of writing round. */
        private static String name(String said) {
            var clean = new StringBuilder();
            said.codePoints()
                    .filter(c -> Character.getType(c) != Character.FORMAT && !Character.isISOControl(c))
                    .limit(150)
                    .forEach(clean::appendCodePoint);
            return clean.isEmpty() ? "file" : clean.toString();
        }
    }

    static Shown of(History.Line line) {
        return new Shown(
                Long.toString(line.position()),
                line.key().substring(line.key().lastIndexOf(':') + 1),
                line.author(),
                line.name(),
                line.content().plainText(),
                line.content() instanceof Content.Choice choice ? choice.options() : List.of(),
                File.of(line.content()),
                line.at().toString());
    }
}
