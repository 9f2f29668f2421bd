package dev.frontdesk.channel.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.Fetched;
import dev.frontdesk.testkit.fault.Fault;
import dev.frontdesk.testkit.whatsapp.FakeWhatsApp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files in both directions: W30 to W32. */
class FilesTest {
    private static final byte[] BYTES = "the bytes".getBytes(UTF_8);

    private final Desk desk = new Desk();
    private final ByteArrayOutputStream into = new ByteArrayOutputStream();

    @AfterEach
    void close() {
        desk.close();
    }

    private Fetched fetch(String id) throws IOException, InterruptedException {
        into.reset();
        return desk.channel.fetch(new Content.Remote(id, Optional.empty(), "", "", -1), into);
    }

    @Test
    void what_somebody_sent_is_fetched() throws Exception {
        var id = desk.whatsapp.shelve("image/jpeg", BYTES);
        assertThat(fetch(id)).isEqualTo(new Fetched.Done("image/jpeg"));
        assertThat(into.toByteArray()).isEqualTo(BYTES);
        assertThat(fetch(desk.whatsapp.shelve("text/plain", new byte[0])))
                .as("W32: no bytes")
                .isInstanceOf(Fetched.Done.class);
    }

    @Test
    void w30_what_meta_no_longer_has_is_gone() throws Exception {
        assertThat(fetch("4711")).isInstanceOf(Fetched.Gone.class);
        var id = desk.whatsapp.shelve("image/jpeg", BYTES);
        desk.context.clock().advance(Duration.ofDays(7));
        assertThat(fetch(id)).isInstanceOf(Fetched.Gone.class);
        assertThat(fetch("../v23.0/me")).isInstanceOf(Fetched.Gone.class);
        assertThat(fetch("")).isInstanceOf(Fetched.Gone.class);
    }

    @Test
    void w30_the_address_is_asked_for_anew_each_time() throws Exception {
        var id = desk.whatsapp.shelve("image/jpeg", BYTES);
        desk.whatsapp.failOnce("bytes", Fault.page(404));
        assertThat(fetch(id)).isInstanceOf(Fetched.Later.class);
        desk.context.clock().advance(Duration.ofMinutes(6));
        assertThat(fetch(id)).isInstanceOf(Fetched.Done.class);
        assertThat(desk.whatsapp.calls("file")).isEqualTo(2);
    }

    @Test
    void w30_other_bytes_than_announced_are_not_believed() throws Exception {
        var id = desk.whatsapp.shelve("image/jpeg", BYTES);
        desk.whatsapp.failOnce("bytes", new Fault.Answer(200, "something else"));
        assertThat(fetch(id)).isInstanceOf(Fetched.Later.class);
        assertThat(into.size()).isZero();
    }

    @Test
    void w30_the_type_is_the_one_that_came_with_the_bytes() throws Exception {
        var id = desk.whatsapp.shelve("text/html", BYTES);
        assertThat(desk.channel.fetch(new Content.Remote(id, Optional.empty(), "a.jpg", "image/jpeg", 9), into))
                .isEqualTo(new Fetched.Done("text/html"));
    }

    /** The guarded client forwards no credentials to another host (GuardedHttpTest); an open line to anybody gets none at all. */
    @Test
    void w30_the_token_goes_nowhere_else() throws Exception {
        var id = desk.whatsapp.shelve("image/jpeg", BYTES);
        for (var url : new String[] {"http://127.0.0.1:9/x", "ftp://127.0.0.1/x", "not a url", ""}) {
            desk.whatsapp.failOnce("file", new Fault.Answer(200, "{\"id\":\"1\",\"url\":\"" + url + "\"}"));
            assertThat(fetch(id)).as(url).isInstanceOf(Fetched.Later.class);
        }
        assertThat(desk.whatsapp.calls("bytes")).isZero();
        desk.whatsapp.redirectFiles(URI.create("http://localhost:9/elsewhere"));
        assertThat(fetch(id)).isInstanceOf(Fetched.Later.class);
    }

    @Test
    void w32_what_is_larger_than_allowed_is_not_even_begun() throws Exception {
        var id = desk.whatsapp.shelve("video/mp4", BYTES);
        desk.whatsapp.failOnce(
                "file", new Fault.Answer(200, "{\"id\":\"1\",\"file_size\":\"104857600\",\"url\":\"https://x/\"}"));
        assertThat(fetch(id)).isInstanceOf(Fetched.Gone.class);
        assertThat(desk.whatsapp.calls("bytes")).isZero();
    }

    @Test
    void a_refused_token_is_an_operators_business() throws Exception {
        var id = desk.whatsapp.shelve("image/jpeg", BYTES);
        desk.whatsapp.failOnce("file", FakeWhatsApp.refusal(190, "expired"));
        assertThat(fetch(id)).isInstanceOf(Fetched.Later.class);
        assertThat(desk.context.problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("token"));
        assertThat(fetch(id)).isInstanceOf(Fetched.Done.class);
        assertThat(desk.context.problem()).isEmpty();
    }

    private Content.Media media(String kind, String type, String name, String caption) {
        return new Content.Media(kind, desk.context.attachments().put(name, type, BYTES), caption);
    }

    @ParameterizedTest
    @CsvSource({
        "image, image/jpeg, image",
        "image, image/gif, document",
        "video, video/mp4, video",
        "animation, video/mp4, video",
        "audio, audio/mpeg, audio",
        "voice, audio/ogg; codecs=opus, audio",
        "voice, audio/x-wav, document",
        "document, application/pdf, document",
        "sticker, image/webp, sticker",
        "video_note, video/mp4, document",
        "document, '', document"
    })
    void a_file_goes_as_what_meta_takes_it_as(String kind, String type, String sent) throws Exception {
        assertThat(desk.send(media(kind, type, "name.ext", ""))).isInstanceOf(Delivery.Sent.class);
        var uploaded = desk.whatsapp.ledger().uploaded().getLast();
        assertThat(uploaded.bytes()).isEqualTo(BYTES);
        assertThat(desk.last().path("type").asText()).isEqualTo(sent);
        assertThat(desk.last().path(sent).path("id").asText()).isEqualTo(uploaded.id());
        assertThat(desk.last().path(sent).path("voice").asBoolean())
                .isEqualTo(kind.equals("voice") && sent.equals("audio"));
    }

    @Test
    void what_is_said_below_a_file_is_never_lost() throws Exception {
        desk.send(media("image", "image/png", "a.png", "look"));
        assertThat(desk.last().path("image").path("caption").asText()).isEqualTo("look");
        desk.send(media("audio", "audio/mpeg", "song.mp3", "listen"));
        assertThat(desk.last().path("document").path("caption").asText()).isEqualTo("listen");
        assertThat(desk.last().path("document").path("filename").asText()).isEqualTo("song.mp3");
    }

    @Test
    void w31_a_name_ends_no_header() throws Exception {
        desk.send(media("document", "application/pdf", "..\\..\\a\"b\r\nX-Evil: 1;c=d.pdf", ""));
        assertThat(desk.whatsapp.ledger().uploaded().getLast().name()).isEqualTo("abX-Evil: 1cd.pdf");
    }

    @Test
    void a_file_is_uploaded_once_and_again_when_meta_has_thrown_it_away() throws Exception {
        var picture = media("image", "image/png", "a.png", "");
        desk.send(picture);
        desk.send(picture);
        assertThat(desk.whatsapp.ledger().uploaded()).hasSize(1);
        desk.whatsapp.forget(desk.whatsapp.ledger().uploaded().getFirst().id());
        assertThat(desk.send(picture)).isInstanceOf(Delivery.Later.class);
        assertThat(desk.send(picture)).isInstanceOf(Delivery.Sent.class);
        assertThat(desk.whatsapp.ledger().uploaded()).hasSize(2);
        desk.context.clock().advance(Duration.ofDays(29));
        desk.whatsapp.opened(Desk.ANN);
        assertThat(desk.send(picture)).isInstanceOf(Delivery.Sent.class);
        assertThat(desk.whatsapp.ledger().uploaded()).hasSize(3);
    }

    @Test
    void an_upload_that_fails_has_sent_nothing() throws Exception {
        var picture = media("image", "image/png", "a.png", "");
        desk.whatsapp.failOnce("media", new Fault.HangUpAfter());
        assertThat(desk.send(picture)).isInstanceOf(Delivery.Later.class);
        desk.whatsapp.failOnce("media", Fault.page(500));
        assertThat(desk.send(picture)).isInstanceOf(Delivery.Later.class);
        desk.whatsapp.failOnce("media", FakeWhatsApp.refusal(190, "expired"));
        assertThat(desk.send(picture)).isInstanceOf(Delivery.Halted.class);
        desk.whatsapp.failOnce(
                "media", FakeWhatsApp.refusal(100, "Param file must be a file with one of the following types"));
        assertThat(desk.send(picture)).isInstanceOf(Delivery.Rejected.class);
        assertThat(desk.whatsapp.ledger().sent()).isEmpty();
        var gone = new Content.Stored("0".repeat(64), "x", "image/png", 1);
        assertThat(desk.send(new Content.Media("image", gone, ""))).isInstanceOf(Delivery.Rejected.class);
        assertThat(desk.send(new Content.Media("image", new Content.Remote("1", Optional.empty(), "", "", -1), "")))
                .isInstanceOf(Delivery.Rejected.class);
    }

    @Test
    void nothing_is_fetched_from_nowhere() throws Exception {
        try (var away = new WhatsApp(Some.settings(URI.create("http://127.0.0.1:9")), desk.context)) {
            assertThat(away.fetch(new Content.Remote("1", Optional.empty(), "", "", -1), into))
                    .isInstanceOf(Fetched.Later.class);
        }
    }
}
