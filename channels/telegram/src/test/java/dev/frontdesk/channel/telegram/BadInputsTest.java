package dev.frontdesk.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.testkit.channel.BadTexts;
import dev.frontdesk.testkit.channel.Endpoints;
import dev.frontdesk.testkit.channel.FakeCall;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import dev.frontdesk.testkit.channel.Outbounds;
import dev.frontdesk.testkit.telegram.Customer;
import dev.frontdesk.testkit.telegram.FakeTelegram;
import dev.frontdesk.testkit.telegram.Ledger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The catalogue of bad inputs through the webhook, by its numbers: all is acknowledged, nothing is lost, and the next message
 * passes. The numbers that are missing here are named in quality.md, with their tests.
 */
class BadInputsTest {
    private static final long ANN = 6_000_000_001L;
    private static final String FROM_ANN =
            "'from':{'id':6000000001,'first_name':'Ann'},'chat':{'id':6000000001,'type':'private'}";

    private final FakeTelegram telegram = new FakeTelegram().start(0);
    private final FakeChannelContext context = new FakeChannelContext("tg");
    private final Telegram channel = new Telegram(
            Some.webhook(telegram.url(), Optional.of(URI.create("http://127.0.0.1:9/x"))),
            context,
            Duration.ofSeconds(5),
            new Patience());
    private final Customer ann = telegram.customer(ANN, "Ann");

    @AfterEach
    void close() {
        channel.close();
        telegram.close();
    }

    private int post(String body) throws InterruptedException {
        return Endpoints.status(Endpoints.call(
                channel,
                FakeCall.post("updates")
                        .header(HookedPeople.SECRET, Some.WEBHOOK_SECRET)
                        .body(body)));
    }

    /** Takes a body, and the next message passes. */
    private void taken(String body) throws InterruptedException {
        int messages = context.intake().messages().size();
        assertThat(post(body)).isEqualTo(200);
        ann.writes("And the next one");
        int before = context.intake().messages().size();
        assertThat(before - messages).isBetween(0, 1);
        assertThat(post(telegram.ledger().enqueued().getLast().raw())).isEqualTo(200);
        assertThat(context.intake().messages()).hasSize(before + 1);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private void takenAsDead(String body) throws InterruptedException {
        int dead = context.intake().deadLetters().size();
        taken(body);
        assertThat(context.intake().deadLetters()).hasSize(dead + 1);
    }

    private Inbound takenAs(String body) throws InterruptedException {
        int stored = context.intake().stored().size();
        taken(body);
        assertThat(context.intake().stored()).hasSize(stored + 2);
        return context.intake().stored().get(stored);
    }

    private Inbound.Message message(String fields) throws InterruptedException {
        return (Inbound.Message) takenAs(json("{'update_id':5,'message':{'message_id':" + System.nanoTime() % 1_000_000
                + "," + FROM_ANN + "," + fields + "}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{", "{\"update_id\":5", "[]", "7", "null", "\"x\"", "{}{}"})
    void t6_t7_what_is_no_object_is_kept(String body) throws Exception {
        takenAsDead(body);
    }

    @Test
    void t8_ten_thousand_levels_are_kept_unread() throws Exception {
        takenAsDead("{\"update_id\":5,\"message\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}");
        takenAsDead("{\"update_id\":5,\"message\":" + "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000) + "}");
    }

    @Test
    void t9_a_key_that_comes_twice_is_not_believed() throws Exception {
        takenAsDead(json("{'update_id':5,'message':{'message_id':1," + FROM_ANN + ",'text':'a','text':'b'}}"));
    }

    @Test
    void t10_numbers_beyond_all_bounds_are_kept() throws Exception {
        takenAsDead(json("{'update_id':1e999,'message':{'message_id':1," + FROM_ANN + ",'text':'a'}}"));
        takenAsDead(json("{'update_id':5,'message':{'message_id':99999999999999999999," + FROM_ANN + "}}"));
        takenAsDead(json("{'update_id':5,'message':{'message_id':" + "9".repeat(5_000) + "," + FROM_ANN + "}}"));
        long large = (1L << 53) + 1;
        var from = "'from':{'id':" + large + "},'chat':{'id':" + large + ",'type':'private'}";
        var message = (Inbound.Message)
                takenAs(json("{'update_id':5,'message':{'message_id':" + large + "," + from + ",'text':'a'}}"));
        assertThat(message.id()).isEqualTo("123456:9007199254740993:9007199254740993");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'update_id':5,'of_next_year':{'a':1}}",
                "{'update_id':5,'channel_post':{'message_id':1,'chat':{'id':-100,'type':'channel'},'text':'hi'}}",
                "{'update_id':5,'message':{'message_id':1,'sender_chat':{'id':-100},'chat':{'id':-100,'type':'supergroup'}}}",
                "{'update_id':5,'callback_query':{'id':'1','from':{'id':6},'inline_message_id':'a','data':'b'}}",
                "{'update_id':5,'message':{'message_id':1,'from':{'id':4,'is_bot':true},'chat':{'id':4,'type':'private'}}}",
                "{'update_id':5,'message':{'message_id':1,'chat':{'id':-5,'type':'group'},'migrate_to_chat_id':-100}}"
            })
    void t11_t12_t21_t22_t23_t31_what_is_from_no_person_is_noted(String update) throws Exception {
        assertThat(takenAs(json(update))).isInstanceOf(Inbound.Notice.class);
    }

    @Test
    void t13_t14_t15_t16_the_id_of_an_update_decides_nothing() throws Exception {
        for (var id : List.of("2147483647", "2147483648", "5", "5", "0", "-7")) {
            var one = json("{'update_id':" + id + ",'message':{'message_id':" + (id.hashCode() & 0xffff) + ","
                    + FROM_ANN + ",'text':'a'}}");
            assertThat(post(one)).isEqualTo(200);
        }
        assertThat(context.intake().messages()).hasSize(5);
        assertThat(context.intake().duplicates()).isEqualTo(1);
        assertThat(post(json("{'update_id':5,'message':{'message_id':1," + FROM_ANN + ",'text':'another'}}")))
                .isEqualTo(200);
        assertThat(context.intake().messages()).hasSize(6);
    }

    @Test
    void t17_t18_an_edit_is_an_edit_whether_or_not_anything_is_there() throws Exception {
        ann.edits(4711, "never seen before");
        assertThat(takenAs(telegram.ledger().enqueued().getLast().raw())).isInstanceOf(Inbound.Edit.class);
        assertThat(context.intake().messages()).hasSize(1);
    }

    @Test
    void t19_a_press_with_strange_data_is_something_said() throws Exception {
        for (var data : List.of("forged", "x".repeat(65), "é".repeat(33), "\\u0000")) {
            var press = "{'update_id':5,'callback_query':{'id':'" + data.hashCode() + "','from':{'id':6000000001},"
                    + "'message':{'message_id':9,'date':0,'chat':{'id':6000000001,'type':'private'}},'data':'" + data
                    + "'}}";
            var said = (Inbound.Message) takenAs(json(press));
            boolean asOption = said.content() instanceof Content.Picked;
            assertThat(asOption).as(data).isEqualTo(data.length() < 33);
        }
    }

    @Test
    void t26_ten_photos_that_come_at_once_are_ten_messages_of_one_album() throws Exception {
        var photos = new ArrayList<byte[]>();
        for (byte number = 0; number < 10; number++) {
            photos.add(new byte[] {number});
        }
        ann.sendsAlbum(photos);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            telegram.ledger().enqueued().forEach(update -> threads.submit(() -> post(update.raw())));
        }
        assertThat(context.intake().messages()).hasSize(10);
        var albums = new HashSet<Optional<String>>();
        context.intake()
                .messages()
                .forEach(message -> albums.add(message.details().album()));
        assertThat(albums).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'poll':{'question':'Tea?'}",
                "'dice':{'emoji':'🎲','value':6}",
                "'story':{'id':1}",
                "'paid_media':{'star_count':5,'paid_media':[]}",
                "'gift':{'gift':{}}",
                "'location':{'latitude':91,'longitude':0}",
                "'location':7",
                "'contact':null",
                "'photo':{}",
                "'text':{'a':1}"
            })
    void t28_odd_kinds_are_shown_by_their_names(String fields) throws Exception {
        assertThat(message(fields).content()).isInstanceOf(Content.Unsupported.class);
    }

    @Test
    void t28_what_a_web_app_sends_comes_whole() throws Exception {
        assertThat(message("'web_app_data':{'data':'" + "x".repeat(4_096) + "'}")
                        .content()
                        .plainText())
                .hasSize(4_096);
    }

    @Test
    void t28_a_live_location_every_second_is_one_message_and_edits() throws Exception {
        var shared = ann.shares(1, 1);
        for (int second = 0; second < 60; second++) {
            ann.moves(shared.message(), 1 + second / 1000.0, 1);
        }
        for (var update : telegram.ledger().enqueued()) {
            assertThat(post(update.raw())).isEqualTo(200);
        }
        assertThat(context.intake().messages()).hasSize(1);
        assertThat(context.intake().stored()).hasSize(61);
    }

    @Test
    void t29_junk_in_a_start_is_a_fact_and_nothing_more() throws Exception {
        var junk = "{{7*7}}${jndi:x}<script>%s%n--;=cmd|../../..".repeat(2).substring(0, 64);
        for (int again = 0; again < 3; again++) {
            var message = message("'text':'/start " + junk + "'");
            assertThat(message.details().more().get("start")).isEqualTo(Value.of(junk));
            assertThat(message.content().plainText()).isEqualTo("/start " + junk);
        }
    }

    @Test
    void t30_names_that_are_empty_endless_or_turned_around_do_no_harm() throws Exception {
        for (var name : List.of("", " ", "x".repeat(300), "\u200f\u202e", "\u3164")) {
            var message = (Inbound.Message) takenAs(json("{'update_id':5,'message':{'message_id':"
                    + Math.abs(name.hashCode() % 9999) + ",'from':{'id':4,'first_name':'" + name
                    + "','username':'taken'},'chat':{'id':4,'type':'private'},'text':'a'}}"));
            assertThat(message.details().name().orElse("x").length()).isBetween(1, 200);
            assertThat(message.from()).isEqualTo(Address.of("4"));
        }
        var other = (Inbound.Message) takenAs(json("{'update_id':5,'message':{'message_id':1,'from':{'id':5,"
                + "'username':'taken'},'chat':{'id':5,'type':'private'},'text':'a'}}"));
        assertThat(other.from()).as("a name is nobody").isEqualTo(Address.of("5"));
    }

    @Test
    void t32_a_message_of_any_date_is_a_message() throws Exception {
        long yesterday = Instant.now().minus(Duration.ofHours(25)).getEpochSecond();
        for (long date : new long[] {yesterday, 4_102_444_800L, 0, -5, Long.MAX_VALUE}) {
            assertThat(message("'date':" + date + ",'text':'a'").content()).isEqualTo(Content.text("a"));
        }
    }

    static List<BadTexts.BadText> texts() {
        return BadTexts.all();
    }

    /** C1–C26 as the text of a message are in the contract; here they stand wherever else Telegram has a text. */
    @ParameterizedTest
    @MethodSource("texts")
    void c1_to_c26_do_no_harm_wherever_they_stand(BadTexts.BadText bad) throws Exception {
        var text = new com.fasterxml.jackson.databind.node.TextNode(bad.text().length() > 50_000 ? "x" : bad.text())
                .toString();
        for (var fields : List.of(
                "'photo':[{'file_id':'a'}],'caption':@",
                "'document':{'file_id':'a','file_name':@,'mime_type':@}",
                "'contact':{'phone_number':@,'first_name':@}",
                "'venue':{'title':@,'address':@,'location':{'latitude':1,'longitude':1}}",
                "'poll':{'question':@,'options':[{'text':@}]}",
                "'text':'a','quote':{'text':@},'via_bot':{'username':@},'media_group_id':@",
                "'text':'a','forward_origin':{'type':'hidden_user','sender_user_name':@}",
                "'text':'a','reply_to_message':{'message_id':@}",
                "'hologram':@",
                "'sticker':{'file_id':@,'emoji':@}")) {
            var update = json("{'update_id':5,'message':{'message_id':" + System.nanoTime() % 100_000_000 + ","
                            + FROM_ANN + "," + fields + "}}")
                    .replace("@", text);
            assertThat(post(update)).as(fields).isEqualTo(200);
        }
        assertThat(context.intake().messages()).hasSize(10);
        assertThat(context.intake().deadLetters()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void c1_to_c26_said_by_us_are_sent_or_refused_as_a_value(BadTexts.BadText bad) throws Exception {
        var to = Outbounds.to(Address.of(Long.toString(ANN)));
        assertThat(channel.deliver(to.text(bad.text()))).isInstanceOfAny(Delivery.Sent.class, Delivery.Rejected.class);
        if (bad.exact() && bad.text().length() <= 4_096) {
            assertThat(telegram.ledger().sentTo(ANN))
                    .extracting(Ledger.Sent::text)
                    .containsExactly(bad.text());
        }
        var file = context.attachments().put(bad.text(), bad.text(), new byte[] {1});
        var caption = bad.text().length() > 1_024 ? "x" : bad.text();
        assertThat(channel.deliver(to.content(new Content.Media(Content.DOCUMENT, file, caption))))
                .isInstanceOf(Delivery.Sent.class);
        assertThat(channel.deliver(to.content(new Content.Card(caption, List.of("+49"), caption))))
                .isInstanceOf(Delivery.Sent.class);
        assertThat(channel.deliver(to.content(new Content.Location(1, 1, caption))))
                .isInstanceOfAny(Delivery.Sent.class, Delivery.Rejected.class);
        assertThat(channel.deliver(to.choice("Sure?", "Yes"))).isInstanceOf(Delivery.Sent.class);
    }
}
