package dev.frontdesk.engine.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlbumsTest {
    private static final Capabilities.Builder FILES = Capabilities.builder()
            .contentKinds(Content.IMAGE, Content.VIDEO, Content.AUDIO, Content.VOICE, Content.DOCUMENT)
            .files(10, 1000);
    private static final Capabilities TOGETHER = FILES.albums(10).build();
    private static final Capabilities ALONE = FILES.albums(0).build();

    private static Content.Media file(String kind, String name, String caption) {
        return new Content.Media(kind, new Content.Stored("a".repeat(64), name, "", 7), caption);
    }

    private static Content.Album album(Content.Media... parts) {
        return new Content.Album(List.of(parts));
    }

    private static List<List<String>> shape(List<Content> parts) {
        var shape = new ArrayList<List<String>>();
        for (var part : parts) {
            shape.add(
                    part instanceof Content.Album album
                            ? album.parts().stream()
                                    .map(one -> one.file().name())
                                    .toList()
                            : part.files().isEmpty()
                                    ? List.of("text " + part.plainText())
                                    : List.of(part.files().getFirst().name()));
        }
        return shape;
    }

    @Test
    void pictures_and_films_go_together_and_so_do_recordings_and_documents_each_with_their_like() {
        var mixed = album(
                file(Content.IMAGE, "1", ""),
                file(Content.VIDEO, "2", ""),
                file(Content.DOCUMENT, "3", ""),
                file(Content.DOCUMENT, "4", ""),
                file(Content.VOICE, "5", ""),
                file(Content.VOICE, "6", ""),
                file(Content.AUDIO, "7", ""),
                file(Content.IMAGE, "8", ""));
        assertThat(shape(Splitter.split(mixed, TOGETHER)))
                .containsExactly(
                        List.of("1", "2"), List.of("3", "4"), List.of("5"), List.of("6"), List.of("7"), List.of("8"));
    }

    @Test
    void an_album_holds_no_more_than_the_channel_takes_and_nobody_is_left_out() {
        var many = new Content.Album(IntStream.range(0, 11)
                .mapToObj(n -> file(Content.IMAGE, "" + n, ""))
                .toList());
        var parts = Splitter.split(many, TOGETHER);
        assertThat(parts).hasSize(2);
        assertThat(((Content.Album) parts.getFirst()).parts()).hasSize(10);
        assertThat(parts.getLast()).isInstanceOf(Content.Media.class);
        assertThat(Splitter.split(many, ALONE)).hasSize(11).allMatch(Content.Media.class::isInstance);
    }

    @Test
    void a_caption_that_is_too_long_follows_the_album() {
        var long_ = album(file(Content.IMAGE, "1", "twelve signs"), file(Content.IMAGE, "2", "short"));
        var parts = Splitter.split(long_, TOGETHER);
        assertThat(shape(parts)).containsExactly(List.of("1", "2"), List.of("text twelve signs"));
        assertThat(((Content.Album) parts.getFirst()).plainText()).isEqualTo("short");
    }

    @Test
    void one_file_that_cannot_be_sent_stops_the_album_before_anybody_is_asked() {
        var large = new Content.Media(Content.IMAGE, new Content.Stored("a".repeat(64), "large", "", 2000), "");
        assertThat(Fit.refusal(TOGETHER, album(file(Content.IMAGE, "1", ""), large)))
                .hasValueSatisfying(why -> assertThat(why).contains("at most"));
        assertThat(Fit.refusal(TOGETHER, album(file(Content.IMAGE, "1", ""), file(Content.IMAGE, "2", ""))))
                .isEmpty();
    }

    @Test
    void a_channel_that_has_forgotten_albums_names_the_files_and_loses_none_silently() {
        assertThat(Downgrade.to(ALONE, album(file(Content.IMAGE, "1.png", "Look"), file(Content.IMAGE, "2.png", "")))
                        .plainText())
                .contains("1.png", "Look", "2.png");
    }
}
