package dev.frontdesk.channel.webchat;

import static dev.frontdesk.channel.webchat.FakeWidget.parse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.channel.Content;
import dev.frontdesk.testkit.channel.Endpoints;
import dev.frontdesk.testkit.channel.FakeCall;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What files a visitor may send; the numbers are those of the catalogue of bad inputs. */
class UploadingTest {
    private static final byte[] PNG = "\u0089PNG\r\n\u001a\n0123".getBytes(StandardCharsets.ISO_8859_1);

    private final FakeChannelContext context = new FakeChannelContext("site");
    private final WebChat chat = new WebChat(Some.settings(), context);

    @AfterEach
    void close() {
        chat.close();
    }

    private static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static FakeCall file(String person, String id, String name, byte[] bytes) {
        return FakeCall.post("file")
                .header("Authorization", "Bearer " + FakeWidget.bearer(person))
                .query("id", id(id))
                .query("name", name)
                .body(bytes);
    }

    private int status(FakeCall call) throws InterruptedException {
        return Endpoints.status(Endpoints.call(chat, call));
    }

    private String result(FakeCall call) throws InterruptedException {
        return parse(Endpoints.body(Endpoints.call(chat, call))).path("result").asText();
    }

    private Content.Media stored() {
        return (Content.Media) context.intake().messages().getLast().content();
    }

    @Test
    void a_picture_is_a_message_with_a_file_and_can_be_read_again() throws Exception {
        assertThat(result(file("ann", "m1", "Beleg.png", PNG))).isEqualTo("stored");
        assertThat(stored().kind()).isEqualTo(Content.IMAGE);
        assertThat(stored().file().name()).isEqualTo("Beleg.png");
        assertThat(stored().file().mediaType()).isEqualTo("image/png");
        var kept = (Content.Stored) stored().file();
        try (var bytes = context.attachments().open(kept.sha256())) {
            assertThat(bytes.readAllBytes()).isEqualTo(PNG);
        }
    }

    @Test
    void the_same_id_again_is_the_same_message() throws Exception {
        assertThat(result(file("ann", "m1", "a", PNG))).isEqualTo("stored");
        assertThat(result(file("ann", "m1", "a", PNG))).isEqualTo("duplicate");
        assertThat(result(file("bob", "m1", "a", PNG))).isEqualTo("stored");
        assertThat(context.intake().messages()).hasSize(2);
    }

    @Test
    void B12_a_file_that_says_it_is_JSON_is_still_only_a_file() throws Exception {
        var json = "{\"id\":\"" + id("m2") + "\",\"text\":\"Hi\"}";
        assertThat(result(file("ann", "m1", "a.json", json.getBytes(StandardCharsets.UTF_8))
                        .header("Content-Type", "application/json")))
                .isEqualTo("stored");
        assertThat(stored().kind()).isEqualTo(Content.DOCUMENT);
    }

    @Test
    void B13_what_is_no_picture_is_none_whatever_it_says() throws Exception {
        for (var page : new String[] {"<svg onload=alert(1)>", "<script>alert(1)</script>", "GIF8 = 1; alert(1)"}) {
            result(file("ann", page, "a.gif", page.getBytes(StandardCharsets.UTF_8))
                    .header("Content-Type", "image/gif"));
            assertThat(stored().kind()).as(page).isEqualTo(Content.DOCUMENT);
        }
    }

    @Test
    void a_name_is_hearsay_and_no_path() throws Exception {
        result(file("ann", "m1", "../../etc/passwd\r\n\u202E", PNG));
        assertThat(stored().file().name()).contains("passwd");
        assertThat(status(file("ann", "m2", "x".repeat(256), PNG))).isEqualTo(400);
    }

    @Test
    void what_has_no_id_no_bytes_or_too_many_is_refused_and_leaves_nothing() throws Exception {
        assertThat(status(file("ann", "m1", "a", new byte[0]))).isEqualTo(400);
        assertThat(status(file("ann", "m1", "a", PNG).query("id", "1"))).isEqualTo(400);
        assertThat(status(file("ann", "m1", "a", new byte[Uploading.MOST + 1]))).isEqualTo(413);
        assertThat(status(FakeCall.post("file").query("id", id("m1")).body(PNG)))
                .isEqualTo(401);
        assertThat(context.intake().batches()).isEmpty();
    }

    @Test
    void a_visitor_sends_so_many_files_in_an_hour_and_others_are_not_held_up() throws Exception {
        for (var number = 0; number < 3; number++) {
            assertThat(status(file("ann", "m" + number, "a", PNG))).isEqualTo(200);
        }
        assertThat(status(file("ann", "m3", "a", PNG))).isEqualTo(429);
        assertThat(status(file("bob", "m0", "a", PNG))).isEqualTo(200);
        context.clock().advance(Duration.ofMinutes(20));
        assertThat(status(file("ann", "m3", "a", PNG))).isEqualTo(200);
    }

    @Test
    void where_no_files_are_wanted_none_are_taken() throws Exception {
        try (var none = new WebChat(Some.allowing("https://shop.example"), context)) {
            assertThat(Endpoints.status(Endpoints.call(none, file("ann", "m1", "a", PNG))))
                    .isEqualTo(405);
        }
    }
}
