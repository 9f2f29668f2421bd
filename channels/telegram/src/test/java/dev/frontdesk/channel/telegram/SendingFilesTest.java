package dev.frontdesk.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.Delivery.Cause;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import dev.frontdesk.testkit.channel.Outbounds;
import dev.frontdesk.testkit.telegram.FakeTelegram;
import dev.frontdesk.testkit.fault.Fault;
import dev.frontdesk.testkit.telegram.Ledger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that is no text, on its way out: files, places, cards; into topics, groups and business chats. */
class SendingFilesTest {
    private static final long ANN = 6_000_000_001L;
    private static final long NEIGHBOURS = -1_001_000_000_555L;
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 1, 2, 3};

    private final FakeTelegram telegram = new FakeTelegram().start(0);
    private final FakeChannelContext context = new FakeChannelContext("tg");
    private final Telegram channel =
            new Telegram(Some.polling(telegram.url()), context, Duration.ofSeconds(1), new Patience());

    @BeforeEach
    void meet() {
        telegram.customer(ANN, "Ann");
    }

    @AfterEach
    void close() {
        channel.close();
        telegram.close();
    }

    private Delivery send(Address to, Content content) throws InterruptedException {
        return channel.deliver(Outbounds.to(to).content(content));
    }

    private Delivery send(Content content) throws InterruptedException {
        return send(Address.of(Long.toString(ANN)), content);
    }

    private Content.Stored keep(String name, String type, byte[] bytes) {
        return context.attachments().put(name, type, bytes);
    }

    private Ledger.Sent sent() {
        return telegram.ledger().sent().getLast();
    }

    private Content.Media media(String kind, String type, byte[] bytes, String caption) {
        return new Content.Media(kind, keep("x", type, bytes), caption);
    }

    @Test
    void an_album_is_one_call_and_known_by_its_first_message() throws Exception {
        var sent = (Delivery.Sent) send(new Content.Album(List.of(
                media(Content.IMAGE, "image/jpeg", JPEG, "Before"),
                media(Content.VIDEO, "video/mp4", new byte[] {1}, ""))));
        assertThat(telegram.calls("sendMediaGroup")).isEqualTo(1);
        var messages = telegram.ledger().sentTo(ANN);
        assertThat(messages).extracting(Ledger.Sent::kind).containsExactly("photo", "video");
        assertThat(messages).extracting(Ledger.Sent::text).containsExactly("Before", "");
        assertThat(messages.stream().map(Ledger.Sent::album).distinct())
                .singleElement()
                .matches(album -> !album.isEmpty());
        assertThat(sent.remoteId())
                .isEqualTo("123456:" + ANN + ":" + messages.getFirst().messageId());
    }

    @Test
    void what_telegram_does_not_show_as_pictures_goes_as_an_album_of_documents() throws Exception {
        send(new Content.Album(List.of(
                media(Content.IMAGE, "image/jpeg", JPEG, ""),
                media(Content.IMAGE, "image/svg+xml", new byte[] {1}, ""))));
        send(new Content.Album(List.of(
                media(Content.IMAGE, "image/jpeg", JPEG, ""),
                media(Content.IMAGE, "image/jpeg", new byte[] {1}, "is no picture"))));
        assertThat(telegram.ledger().sentTo(ANN))
                .extracting(Ledger.Sent::kind)
                .containsExactly("document", "document", "document", "document");
    }

    /** As with one message: nobody knows, so nobody sends it again underhand. */
    @Test
    void an_album_whose_answer_is_lost_is_unknown_as_a_whole_and_one_that_was_refused_is_not_there_in_part()
            throws Exception {
        var album = new Content.Album(List.of(
                media(Content.DOCUMENT, "application/pdf", new byte[] {1}, ""),
                media(Content.DOCUMENT, "application/pdf", new byte[] {2}, "")));
        telegram.failOnce("sendMediaGroup", new Fault.HangUpAfter());
        assertThat(send(album)).isInstanceOf(Delivery.Unknown.class);
        assertThat(telegram.ledger().sentTo(ANN)).hasSize(2);
        telegram.failOnce("sendMediaGroup", FakeTelegram.tooMany(3));
        assertThat(send(album)).isInstanceOf(Delivery.Later.class);
        assertThat(telegram.ledger().sentTo(ANN)).hasSize(2);
        assertThat(telegram.calls("sendMediaGroup")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "image, image/jpeg, photo",
        "image, image/svg+xml, document",
        "image, '', document",
        "video, video/mp4, video",
        "video, video/quicktime, document",
        "animation, image/gif, animation",
        "audio, audio/mpeg, audio",
        "audio, audio/flac, document",
        "voice, audio/ogg; codecs=opus, voice",
        "voice, audio/wav, document",
        "document, application/pdf, document",
        "hologram, image/jpeg, document"
    })
    void a_file_goes_as_what_it_is_or_else_as_a_document(String kind, String type, String shown) throws Exception {
        var file = keep("a \"bill\"\r\n../x.pdf", type, JPEG);
        assertThat(send(new Content.Media(kind, file, "Your *bill*"))).isInstanceOf(Delivery.Sent.class);
        assertThat(sent().kind()).isEqualTo(shown);
        assertThat(sent().text()).isEqualTo("Your *bill*");
        assertThat(sent().file()).hasValueSatisfying(arrived -> {
            assertThat(arrived.bytes()).isEqualTo(JPEG);
            assertThat(arrived.name()).isEqualTo("a bill..x.pdf");
        });
    }

    @ParameterizedTest
    @CsvSource({"sticker, image/webp, sticker", "video_note, video/mp4, video_note"})
    void what_can_have_no_caption_is_a_document_when_it_has_one(String kind, String type, String shown)
            throws Exception {
        var file = keep("", type, JPEG);
        send(new Content.Media(kind, file, ""));
        assertThat(sent().kind()).isEqualTo(shown);
        assertThat(sent().file().orElseThrow().name()).startsWith("file.");
        send(new Content.Media(kind, file, "Look"));
        assertThat(sent().kind()).isEqualTo("document");
        assertThat(sent().text()).isEqualTo("Look");
    }

    /** Refused is surely not sent, so it may be tried another way at once. */
    @Test
    void a_picture_that_is_none_goes_as_a_document() throws Exception {
        var file = keep("x.jpg", "image/jpeg", new byte[] {1, 2, 3});
        assertThat(send(new Content.Media(Content.IMAGE, file, ""))).isInstanceOf(Delivery.Sent.class);
        assertThat(telegram.calls("sendPhoto")).isEqualTo(1);
        assertThat(telegram.ledger().sent()).hasSize(1);
        assertThat(sent().kind()).isEqualTo("document");
    }

    @Test
    void a_file_that_cannot_go_is_refused_before_anybody_is_asked() throws Exception {
        var large = new Content.Stored("0".repeat(64), "film.mp4", "video/mp4", 50_000_001);
        assertThat(send(new Content.Media(Content.VIDEO, large, "")))
                .isEqualTo(new Delivery.Rejected(Cause.CONTENT, "the file has 50 MB, and a bot may send 50 MB"));
        var gone = new Content.Stored("0".repeat(64), "bill.pdf", "application/pdf", 5);
        assertThat(send(new Content.Media(Content.DOCUMENT, gone, "")))
                .isEqualTo(new Delivery.Rejected(Cause.CONTENT, "the file is no longer kept"));
        assertThat(send(new Content.Media(Content.DOCUMENT, keep("a", "", new byte[0]), "")))
                .isInstanceOfSatisfying(
                        Delivery.Rejected.class,
                        rejected -> assertThat(rejected.cause()).isEqualTo(Cause.CONTENT));
        assertThat(telegram.calls("sendDocument") + telegram.calls("sendVideo")).isZero();
    }

    @Test
    void what_a_server_or_a_proxy_finds_too_large_is_not_tried_for_ever() throws Exception {
        var file = new Content.Media(Content.DOCUMENT, keep("a", "", JPEG), "");
        telegram.failOnce("sendDocument", FakeTelegram.refusal(413, "Request Entity Too Large"));
        assertThat(send(file)).isInstanceOf(Delivery.Rejected.class);
        telegram.failOnce("sendDocument", Fault.page(413));
        assertThat(send(file)).isInstanceOf(Delivery.Rejected.class);
    }

    @Test
    void an_upload_whose_answer_is_lost_may_have_arrived() throws Exception {
        telegram.failOnce("sendPhoto", new Fault.HangUpAfter());
        assertThat(send(new Content.Media(Content.IMAGE, keep("", "image/jpeg", JPEG), "")))
                .isInstanceOf(Delivery.Unknown.class);
        assertThat(telegram.ledger().sent()).hasSize(1);
    }

    @Test
    void a_file_of_another_size_than_it_says_is_not_sent() throws Exception {
        var real = keep("a", "", JPEG);
        var longer = new Content.Stored(real.sha256(), "a", "", real.size() + 10);
        assertThat(send(new Content.Media(Content.DOCUMENT, longer, ""))).isNotInstanceOf(Delivery.Sent.class);
        assertThat(telegram.ledger().sent()).isEmpty();
    }

    @Test
    void a_place_a_venue_and_a_card_arrive() throws Exception {
        send(new Content.Location(52.5, 13.4, ""));
        assertThat(sent())
                .matches(it -> it.kind().equals("location") && it.text().equals("52.5, 13.4"));
        send(new Content.Location(52.5, 13.4, "Acme, Street 1, Berlin"));
        assertThat(sent().text()).isEqualTo("Acme, Street 1, Berlin: 52.5, 13.4");
        send(new Content.Location(52.5, 13.4, "Acme"));
        assertThat(sent().text()).isEqualTo("Acme, Acme: 52.5, 13.4");
        send(new Content.Card("Bob\nTEL:1", List.of("+49 30 1", "+49 30 2"), ""));
        assertThat(sent())
                .matches(it -> it.kind().equals("contact") && it.text().equals("Bob TEL:1 +49 30 1"));
        send(new Content.Card("", List.of("+49 30 1"), ""));
        assertThat(sent().text()).isEqualTo("+49 30 1 +49 30 1");
        send(new Content.Card("Bob", List.of(), "Bob, ask for him"));
        assertThat(sent()).matches(it -> it.kind().equals("text") && it.text().equals("Bob, ask for him"));
    }

    @Test
    void an_answer_quotes_what_it_answers_by_either_form_of_key() throws Exception {
        long wrote = telegram.customer(ANN, "Ann").writes("Hi").message();
        var to = Outbounds.to(Address.of(Long.toString(ANN)));
        for (var key : List.of("123456:" + ANN + ":" + wrote, Long.toString(wrote))) {
            channel.deliver(to.replyTo(key).text("Hello"));
            assertThat(sent().replyTo()).as(key).isEqualTo(wrote);
        }
        for (var key : List.of("123456:" + ANN + ":9999", "123456:7:" + wrote, "123456:cb:438", "x", "")) {
            assertThat(channel.deliver(to.replyTo(key).text("Hello"))).isInstanceOf(Delivery.Sent.class);
            assertThat(sent().replyTo()).as(key).isZero();
        }
    }

    @Test
    void what_is_said_to_a_topic_goes_there_or_into_the_chat_when_it_is_closed() throws Exception {
        var there = new Address(Long.toString(ANN), ANN + "#7");
        send(there, Content.text("Hello"));
        assertThat(sent().topic()).isEqualTo(7);
        telegram.closeTopic(7);
        assertThat(send(there, Content.text("Still there?"))).isInstanceOf(Delivery.Sent.class);
        assertThat(sent().topic()).isZero();
    }

    @Test
    void a_group_that_has_moved_is_followed() throws Exception {
        telegram.customer(ANN, "Ann").inGroup(-5, "Neighbours");
        telegram.migrate(-5, NEIGHBOURS);
        var there = new Address("-5/" + ANN, "-5");
        assertThat(send(there, Content.text("Hello")))
                .isEqualTo(new Delivery.Sent("123456:" + NEIGHBOURS + ":" + sent().messageId()));
        int calls = telegram.calls("sendMessage");
        send(there, Content.text("Again"));
        assertThat(telegram.calls("sendMessage")).isEqualTo(calls + 1);
        assertThat(telegram.ledger().sentTo(NEIGHBOURS)).hasSize(2);
    }

    @Test
    void in_a_business_chat_the_bot_speaks_for_the_owner_until_it_is_disconnected() throws Exception {
        telegram.connect("biz_1", 42, "Olga", true);
        var there = new Address(Long.toString(ANN), ANN + "@biz_1");
        var first = send(there, Content.text("Yes, we are open"));
        assertThat(sent().business()).isEqualTo("biz_1");
        assertThat(first).isEqualTo(new Delivery.Sent("123456:" + ANN + "@biz_1:" + sent().messageId()));
        telegram.connect("biz_1", 42, "Olga", false);
        assertThat(send(there, Content.text("Still there?"))).isInstanceOfSatisfying(Delivery.Rejected.class, it -> {
            assertThat(it.cause()).isEqualTo(Cause.UNREACHABLE);
            assertThat(it.why()).contains("disconnected the bot");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "1#x", "#", "@", "99999999999999999999"})
    void an_address_of_another_world_is_refused(String thread) throws Exception {
        assertThat(send(new Address("x", thread), Content.text("Hello")))
                .isInstanceOfSatisfying(
                        Delivery.Rejected.class,
                        rejected -> assertThat(rejected.cause()).isEqualTo(Cause.UNREACHABLE));
    }
}
