package dev.frontdesk.channel.webchat;

import static dev.frontdesk.channel.webchat.FakeWidget.posting;
import static dev.frontdesk.channel.webchat.FakeWidget.reading;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.HttpReply;
import dev.frontdesk.testkit.channel.Endpoints;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import dev.frontdesk.testkit.channel.Outbounds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A visitor gets the files of their own thread, and nothing in them runs. */
class FilesTest {
    private static final byte[] PNG = "\u0089PNG\r\n\u001a\n0123".getBytes(StandardCharsets.ISO_8859_1);

    private final FakeChannelContext context = new FakeChannelContext("site");
    private final WebChat chat = new WebChat(Some.settings(), context);
    private final String ann =
            new Visitors(Optional.empty()).identify(posting("ann")).orElseThrow();

    @AfterEach
    void close() {
        chat.close();
    }

    private String sent(String kind, byte[] bytes, String name) throws InterruptedException {
        var file = context.attachments().put(name, "text/html", bytes);
        var message = Outbounds.to(new Address(ann, "")).content(new Content.Media(kind, file, "Here"));
        assertThat(chat.deliver(message)).isInstanceOf(Delivery.Sent.class);
        return Long.toString(context.history().sent(message));
    }

    private HttpReply.Full ask(String person, String position) throws InterruptedException {
        return (HttpReply.Full) Endpoints.call(chat, reading("file", person).query("position", position));
    }

    @Test
    void a_picture_comes_as_what_its_bytes_are() throws Exception {
        var reply = ask("ann", sent(Content.IMAGE, PNG, "a.html"));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo(PNG);
        assertThat(reply.headers())
                .containsEntry("Content-Type", "image/png")
                .containsEntry("X-Content-Type-Options", "nosniff");
    }

    @Test
    void everything_else_comes_as_bytes() throws Exception {
        var page = "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8);
        var reply = ask("ann", sent(Content.IMAGE, page, "a.svg"));
        assertThat(reply.headers())
                .containsEntry("Content-Type", "application/octet-stream")
                .containsEntry("Content-Disposition", "attachment")
                .containsEntry("Content-Security-Policy", "sandbox; default-src 'none'");
    }

    @Test
    void nobody_gets_the_file_of_somebody_else() throws Exception {
        var position = sent(Content.DOCUMENT, PNG, "a");
        assertThat(ask("bob", position).status()).isEqualTo(404);
        for (var wrong : new String[] {"", "0", "-1", "x", "99999999999999999999"}) {
            assertThat(ask("ann", wrong).status()).as(wrong).isEqualTo(404);
        }
        assertThat(((HttpReply.Full) Endpoints.call(
                                chat,
                                dev.frontdesk.testkit.channel.FakeCall.get("file")
                                        .query("position", position)))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void the_thread_names_the_file() throws Exception {
        sent(Content.DOCUMENT, PNG, "a\r\n\u202Egpj.exe");
        var page =
                (HttpReply.Full) Endpoints.call(chat, reading("messages", "ann").query("after", "0"));
        assertThat(new String(page.body(), StandardCharsets.UTF_8))
                .contains("\"files\":[{\"kind\":\"document\",\"name\":\"agpj.exe\",\"size\":" + PNG.length + "}]");
    }

    @Test
    void each_file_of_an_album_is_asked_for_by_its_place_in_it() throws Exception {
        var first = context.attachments().put("a.png", "image/png", PNG);
        var second = context.attachments().put("b.txt", "text/plain", new byte[] {7});
        var message = Outbounds.to(new Address(ann, ""))
                .content(new Content.Album(List.of(
                        new Content.Media(Content.IMAGE, first, "Here"),
                        new Content.Media(Content.IMAGE, second, ""))));
        assertThat(chat.deliver(message)).isInstanceOf(Delivery.Sent.class);
        var position = Long.toString(context.history().sent(message));
        assertThat(ask("ann", position).body()).isEqualTo(PNG);
        assertThat(nth(position, "1").body()).containsExactly(7);
        for (var wrong : new String[] {"2", "-1", "x", ""}) {
            assertThat(nth(position, wrong).status()).as(wrong).isEqualTo(404);
        }
    }

    private HttpReply.Full nth(String position, String n) throws InterruptedException {
        return (HttpReply.Full) Endpoints.call(
                chat, reading("file", "ann").query("position", position).query("n", n));
    }
}
