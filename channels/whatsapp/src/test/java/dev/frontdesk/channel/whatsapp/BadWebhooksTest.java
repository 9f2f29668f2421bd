package dev.frontdesk.channel.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontdesk.api.MessageId;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Inbound.State;
import dev.frontdesk.testkit.channel.BadTexts;
import dev.frontdesk.testkit.channel.BadTexts.BadText;
import dev.frontdesk.testkit.channel.Endpoints;
import dev.frontdesk.testkit.whatsapp.FakeWhatsApp;
import dev.frontdesk.testkit.whatsapp.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** W9 to W29, W35, W36 and C1 to C26: what Meta brings, or could. Nothing is lost, nothing thrown, nothing opens that should not. */
class BadWebhooksTest {
    private static final String TEXT = "{\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}";
    private static final String USER = "US.13491208655302741918";

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    private Inbound one(String message) throws InterruptedException {
        return desk.bring(Desk.webhook(Desk.message(message))).getFirst();
    }

    private Inbound.Message said(String message) throws InterruptedException {
        return (Inbound.Message) one(message);
    }

    static List<BadText> texts() {
        return BadTexts.all();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void c1_to_c26_bad_texts_are_stored_as_they_are_everywhere(BadText bad) throws Exception {
        var text = Desk.message("{\"type\":\"text\"}");
        text.putObject("text").put("body", bad.text());
        var value = Webhooks.value(Desk.NUMBER);
        var contact = value.putArray("contacts").addObject().put("wa_id", Desk.ANN);
        contact.putObject("profile").put("name", bad.text());
        value.putArray("messages").add(text).add(Desk.message(TEXT).put("id", "wamid.next="));
        desk.bring(Webhooks.of(FakeWhatsApp.ACCOUNT, "messages", value));
        assertThat(desk.context.intake().messages()).hasSize(2);
        assertThat(desk.context
                        .intake()
                        .messages()
                        .getFirst()
                        .content()
                        .plainText()
                        .isEmpty())
                .isEqualTo(bad.text().isEmpty());
        if (bad.exact()) {
            assertThat(desk.context.intake().messages().getFirst().content().plainText())
                    .isEqualTo(bad.text());
        }
    }

    @Test
    void c5_one_character_that_is_no_utf8_costs_no_message() throws Exception {
        var body = Desk.webhook(Desk.message(TEXT)).toString().getBytes(UTF_8);
        for (int i = 0; i < body.length - 1; i++) {
            if (body[i] == 'H' && body[i + 1] == 'i') {
                body[i] = (byte) 0xC3;
            }
        }
        desk.bring(Desk.webhook()); // nothing in it
        assertThat(Endpoints.status(Endpoints.call(desk.channel, Some.signed(body))))
                .isEqualTo(200);
        assertThat(desk.context.intake().messages())
                .singleElement()
                .satisfies(message -> assertThat(message.content().plainText()).isEqualTo("\ufffdi"));
    }

    @Test
    void w9_what_is_not_about_whatsapp_is_kept_as_unreadable() throws Exception {
        desk.bring(Desk.webhook(Desk.message(TEXT)).put("object", "page"));
        assertThat(desk.context.intake().deadLetters()).hasSize(1);
        assertThat(desk.context.intake().messages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flows", "calls", "history", "smb_app_state_sync", "of_next_year", ""})
    void w10_an_unknown_field_leaves_a_notice(String field) throws Exception {
        var value = Webhooks.value(Desk.NUMBER).put("event", "SOMETHING");
        assertThat(desk.bring(Webhooks.of(FakeWhatsApp.ACCOUNT, field, value)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Inbound.Notice.class,
                        notice -> assertThat(notice.kind())
                                .isEqualTo("whatsapp." + (field.isEmpty() ? "unknown" : field)));
    }

    @Test
    void w11_another_number_is_not_ours_and_said_once_a_day() throws Exception {
        var value = Webhooks.value("999");
        value.putArray("messages")
                .add(Desk.message(TEXT))
                .add(Desk.message(TEXT).put("id", "wamid.2="));
        var webhook = Webhooks.of(FakeWhatsApp.ACCOUNT, "messages", value);
        assertThat(desk.bring(webhook)).singleElement().isInstanceOfSatisfying(Inbound.Notice.class, notice -> {
            assertThat(notice.kind()).isEqualTo("whatsapp.other-number");
            assertThat(new String(notice.raw().bytes(), UTF_8)).doesNotContain("Hi");
        });
        assertThat(desk.bring(webhook)).isEmpty();
        desk.context.clock().advance(Duration.ofDays(1));
        assertThat(desk.bring(webhook)).hasSize(1);
    }

    @Test
    void w12_entries_changes_messages_and_statuses_come_in_one() throws Exception {
        var webhooks = new ArrayList<JsonNode>();
        for (int change = 0; change < 5; change++) {
            var messages = new ObjectNode[20];
            for (int i = 0; i < messages.length; i++) {
                messages[i] = Desk.message(TEXT).put("id", "wamid." + change + "-" + i);
            }
            webhooks.add(Desk.webhook(messages));
        }
        webhooks.add(Desk.webhook("statuses", Desk.status("sent"), Desk.status("delivered"), Desk.status("read")));
        desk.bring(Webhooks.together(webhooks));
        assertThat(desk.context.intake().messages()).hasSize(100);
        assertThat(desk.context.intake().stored()).hasSize(103);
        assertThat(desk.context.intake().batches()).as("one commit").hasSize(1);
        assertThat(desk.context.intake().messages().getFirst().raw().bytes().length)
                .as("each with its own part of the bytes")
                .isLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":null}",
                "{\"id\":\"\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}",
                "{\"from\":{},\"type\":\"text\"}",
                "{\"type\":\"reaction\",\"reaction\":5}",
                "{\"type\":\"edit\"}",
                "{\"type\":\"revoke\",\"revoke\":[]}"
            })
    void w13_a_broken_message_costs_only_itself(String broken) throws Exception {
        desk.bring(Desk.webhook(
                Desk.message(TEXT).put("id", "wamid.1="),
                Desk.message(broken),
                Desk.message(TEXT).put("id", "wamid.2=")));
        assertThat(desk.context.intake().messages()).hasSize(2);
        assertThat(desk.context.intake().deadLetters()).hasSize(1);
    }

    @Test
    void w13_what_is_no_message_at_all_costs_only_itself() throws Exception {
        desk.bring("""
                {"object":"whatsapp_business_account","entry":[7,{"changes":["x",null,{"field":"messages","value":
                {"messages":[null,"text",7,[],{"from":"49","id":"wamid.1","type":"text","text":{"body":"Hi"}}],
                "statuses":{"a":1}}}]}]}""");
        assertThat(desk.context.intake().messages()).hasSize(1);
        assertThat(desk.context.intake().deadLetters()).isNotEmpty();
    }

    @Test
    void w14_the_same_message_twice_in_one_webhook_is_one() throws Exception {
        desk.bring(Desk.webhook(Desk.message(TEXT), Desk.message(TEXT)));
        assertThat(desk.context.intake().messages()).hasSize(1);
    }

    @Test
    void w15_the_same_message_after_a_week_is_known() throws Exception {
        desk.bring(Desk.webhook(Desk.message(TEXT)));
        desk.context.clock().advance(Duration.ofDays(8));
        assertThat(desk.bring(Desk.webhook(Desk.message(TEXT)))).isEmpty();
        assertThat(desk.context.intake().messages().getFirst().id()).isEqualTo(Desk.NUMBER + ":wamid.X=");
    }

    @Test
    void w16_ten_pictures_side_by_side_are_ten_messages_of_one_person() throws Exception {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 10; i++) {
            var picture = Desk.message(
                            "{\"type\":\"image\",\"image\":{\"id\":\"77" + i + "\",\"mime_type\":\"image/jpeg\"}}")
                    .put("id", "wamid.album" + i);
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    Endpoints.call(
                            desk.channel, Some.signed(Desk.webhook(picture).toString()));
                } catch (InterruptedException closing) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }
        assertThat(desk.context.intake().messages()).hasSize(10);
        assertThat(new HashSet<>(desk.context.intake().messages().stream()
                        .map(Inbound.Message::from)
                        .toList()))
                .containsExactly(Address.of(Desk.ANN));
    }

    @Test
    void w17_times_are_kept_and_order_nothing() throws Exception {
        desk.bring(Desk.webhook(
                Desk.message(TEXT).put("id", "wamid.b").put("timestamp", "1749416384"),
                Desk.message(TEXT).put("id", "wamid.a").put("timestamp", "1749416383"),
                Desk.message(TEXT).put("id", "wamid.c").put("timestamp", 1749416383),
                Desk.message(TEXT).put("id", "wamid.d").put("timestamp", "yesterday"),
                Desk.message(TEXT).put("id", "wamid.e").put("timestamp", "99999999999999999999")));
        assertThat(desk.context.intake().messages())
                .extracting(Inbound.Message::id)
                .containsExactly(
                        Desk.NUMBER + ":wamid.b",
                        Desk.NUMBER + ":wamid.a",
                        Desk.NUMBER + ":wamid.c",
                        Desk.NUMBER + ":wamid.d",
                        Desk.NUMBER + ":wamid.e");
        assertThat(desk.context.intake().messages().get(1).details().sentAt())
                .contains(Instant.ofEpochSecond(1749416383));
        assertThat(desk.context.intake().messages().get(3).details().sentAt()).isEmpty();
    }

    @Test
    void w18_w19_a_status_needs_no_message_we_know_of() throws Exception {
        var status = Desk.status("delivered").put("biz_opaque_callback_data", "fd-4711");
        assertThat(desk.bring(Desk.webhook("statuses", status)))
                .singleElement()
                .isInstanceOfSatisfying(Inbound.Report.class, report -> {
                    assertThat(report.remoteId()).contains(Desk.NUMBER + ":wamid.OURS=");
                    assertThat(report.outbound()).contains(new MessageId(4711));
                    assertThat(report.state()).isEqualTo(State.DELIVERED);
                    assertThat(report.at()).isEqualTo(Instant.ofEpochSecond(1749416390));
                });
        var foreign = Desk.status("read").put("biz_opaque_callback_data", "fd-99999999999999999999");
        assertThat(((Inbound.Report)
                                desk.bring(Desk.webhook("statuses", foreign)).getFirst())
                        .outbound())
                .isEmpty();
    }

    @Test
    void w20_states_come_as_they_are_and_unknown_ones_are_notices() throws Exception {
        desk.bring(Desk.webhook(
                "statuses",
                Desk.status("read"),
                Desk.status("delivered"),
                Desk.status("failed"),
                Desk.status("played"),
                Desk.status("deleted"),
                Desk.status("of_next_year"),
                Json.object().put("id", "wamid.x")));
        var stored = desk.context.intake().stored();
        assertThat(stored.stream().filter(Inbound.Report.class::isInstance).map(one -> ((Inbound.Report) one).state()))
                .containsExactly(State.READ, State.DELIVERED, State.FAILED, State.READ);
        assertThat(stored.stream().filter(Inbound.Notice.class::isInstance)).hasSize(2);
        assertThat(desk.context.intake().deadLetters()).hasSize(1);
        assertThat(desk.bring(Desk.webhook("statuses", Desk.status("read"))))
                .as("again")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"131047", "131026", "130429", "131056", "190", "424242"})
    void w21_why_it_failed_is_said_by_its_code(int code) throws Exception {
        var status = Desk.status("failed");
        var error = status.putArray("errors").addObject().put("code", code).put("title", "Some title");
        error.putObject("error_data").put("details", "Some details");
        var items = desk.bring(Desk.webhook("statuses", status));
        assertThat(((Inbound.Report) items.getFirst()).why()).isEqualTo(code + " Some title – Some details");
        assertThat(items.stream().anyMatch(Inbound.Reach.class::isInstance)).isEqualTo(code == 131026);
    }

    @Test
    void w21_without_an_error_it_failed_all_the_same() throws Exception {
        assertThat(((Inbound.Report) desk.bring(Desk.webhook("statuses", Desk.status("failed")))
                                .getFirst())
                        .why())
                .isEqualTo("WhatsApp does not say why");
    }

    @Test
    void w22_what_meta_itself_could_not_pass_on_is_shown_as_such() throws Exception {
        var message = said("""
                {"type":"unsupported","unsupported":{"type":"poll"},"errors":[{"code":131051,"title":"Message type unknown"}]}""");
        assertThat(message.content()).isEqualTo(new Content.Unsupported("poll", ""));
        assertThat(((Value.Fields) message.details().more().get("error")).get("code"))
                .isEqualTo(Value.of(131051));
        assertThat(said("{\"id\":\"wamid.2\",\"type\":\"unsupported\"}").content())
                .isEqualTo(new Content.Unsupported("unsupported", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "hologram", "poll", "event"})
    void w23_a_type_of_next_year_is_shown_by_its_name(String type) throws Exception {
        assertThat(said("{\"type\":\"" + type + "\"}").content()).isEqualTo(new Content.Unsupported(type, ""));
    }

    @Test
    void w23_a_new_number_is_the_same_person_and_a_notice() throws Exception {
        var items = desk.bring(Desk.webhook(Desk.message("""
                {"type":"system","system":{"body":"changed","wa_id":"4915187654321","type":"user_changed_number"}}""")));
        assertThat(items.getFirst()).isInstanceOfSatisfying(Inbound.SamePerson.class, same -> {
            assertThat(same.known()).isEqualTo(Address.of(Desk.ANN));
            assertThat(same.alias()).isEqualTo(Address.of("4915187654321"));
        });
        assertThat(items.getLast()).isInstanceOf(Inbound.Notice.class);
        assertThat(desk.bring(Desk.webhook(Desk.message("""
                {"id":"wamid.2","type":"system","system":{"type":"customer_identity_changed"}}""")))).singleElement().isInstanceOf(Inbound.Notice.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"request_welcome\"}",
                "{\"type\":\"interactive\",\"interactive\":{\"type\":\"call_permission_reply\",\"call_permission_reply\":{}}}",
                "{\"type\":\"reaction\",\"reaction\":{\"message_id\":\"wamid.Y=\",\"emoji\":\"👍\"}}"
            })
    void w23_w24_signs_open_nothing(String sign) throws Exception {
        assertThat(one(sign)).isNotInstanceOf(Inbound.Message.class);
        assertThat(desk.context.intake().messages()).isEmpty();
    }

    @Test
    void w23_w24_a_reaction_is_beside_the_message_and_can_be_taken_back() throws Exception {
        var reaction = (Inbound.Reaction)
                one("{\"type\":\"reaction\",\"reaction\":{\"message_id\":\"wamid.Y=\",\"emoji\":\"👍\"}}");
        assertThat(reaction.messageId()).isEqualTo(Desk.NUMBER + ":wamid.Y=");
        assertThat(reaction.emoji()).isEqualTo("👍");
        for (var none : List.of(",\"emoji\":\"\"", "")) {
            var back = (Inbound.Reaction) one("{\"id\":\"wamid.b" + none.length()
                    + "\",\"type\":\"reaction\",\"reaction\":{\"message_id\":\"wamid.Y=\"" + none + "}}");
            assertThat(back.emoji()).isEmpty();
        }
    }

    @Test
    void w23_orders_forms_and_quick_replies_can_be_read() throws Exception {
        var order = said("""
                {"type":"order","order":{"catalog_id":"1","text":"please","product_items":[
                {"product_retailer_id":"SODA","quantity":2,"item_price":10,"currency":"ILS"}]}}""");
        assertThat(order.content()).isEqualTo(Content.text("please\n2 × SODA (10 ILS)"));
        assertThat(order.details().more().get("order").isEmpty()).isFalse();
        var form = said("""
                {"id":"wamid.2","type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"flow","body":"Sent",
                "response_json":"{\\"size\\":\\"L\\",\\"flow_token\\":\\"secret\\"}"}}}""");
        assertThat(form.content()).isEqualTo(Content.text("size: L"));
        assertThat(form.details().more().get("form")).isEqualTo(Value.EMPTY.with("size", Value.of("L")));
        assertThat(said("""
                {"id":"wamid.3","type":"button","button":{"payload":"yes-please","text":"Yes"}}""").content()).isEqualTo(new Content.Picked("yes-please", "Yes"));
        assertThat(said("""
                {"id":"wamid.4","type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"response_json":"[broken"}}}""").content()).isEqualTo(Content.text(""));
        assertThat(said("{\"id\":\"wamid.5\",\"type\":\"interactive\"}").content())
                .isEqualTo(new Content.Unsupported("interactive", ""));
    }

    private List<Inbound> from(String contact, String message) throws InterruptedException {
        var value = Webhooks.value(Desk.NUMBER);
        value.putArray("contacts").add(Json.object(contact).orElseThrow());
        var said = Desk.message(message);
        if (!message.contains("\"from\"")) {
            said.remove("from");
        }
        value.putArray("messages").add(said);
        return desk.bring(Webhooks.of(FakeWhatsApp.ACCOUNT, "messages", value));
    }

    @Test
    void w25_a_person_without_a_number_has_a_user_id() throws Exception {
        var items = from("{\"user_id\":\"" + USER + "\",\"profile\":{\"username\":\"ann\"}}", TEXT);
        assertThat(items).singleElement().isInstanceOfSatisfying(Inbound.Message.class, message -> {
            assertThat(message.from()).isEqualTo(Address.of(USER));
            assertThat(message.details().name()).contains("ann");
        });
        assertThat(from("{\"profile\":{\"name\":\"nobody\"}}", TEXT.replace("text\":{", "text\":{\"a\":1,")))
                .isEmpty();
        assertThat(desk.context.intake().deadLetters()).hasSize(1);
    }

    @Test
    void w26_a_user_name_is_a_name_and_nobodys_identity() throws Exception {
        from("{\"user_id\":\"" + USER + "\",\"profile\":{\"username\":\"ann\"}}", TEXT);
        from(
                "{\"user_id\":\"" + USER + "\",\"profile\":{\"username\":\"anna\"}}",
                "{\"id\":\"wamid.2\"," + TEXT.substring(1));
        assertThat(desk.context.intake().messages())
                .extracting(Inbound.Message::from)
                .containsOnly(Address.of(USER));
    }

    @Test
    void w27_a_number_and_a_user_id_are_said_to_be_one_person_once() throws Exception {
        var both = "{\"wa_id\":\"" + Desk.ANN + "\",\"user_id\":\"" + USER + "\",\"profile\":{\"name\":\"Ann\"}}";
        var said = "{\"from\":\"" + Desk.ANN + "\",\"id\":\"wamid.%s\"," + TEXT.substring(1);
        var first = from(both, said.formatted("1"));
        assertThat(first).hasSize(2);
        assertThat(first.getFirst()).isInstanceOfSatisfying(Inbound.SamePerson.class, same -> {
            assertThat(same.known()).isEqualTo(Address.of(Desk.ANN));
            assertThat(same.alias()).isEqualTo(Address.of(USER));
        });
        assertThat(from(both, said.formatted("2"))).singleElement().isInstanceOf(Inbound.Message.class);
        assertThat(desk.context.intake().duplicates())
                .as("not even asked again")
                .isZero();
    }

    @Test
    void w27_what_was_not_stored_is_said_again() throws Exception {
        var value = Webhooks.value(Desk.NUMBER);
        value.putArray("contacts").addObject().put("wa_id", Desk.ANN).put("user_id", USER);
        value.putArray("messages").add(Desk.message(TEXT));
        var webhook = Webhooks.of(FakeWhatsApp.ACCOUNT, "messages", value);
        desk.context.intake().overload();
        Endpoints.call(desk.channel, Some.signed(webhook.toString()));
        desk.context.intake().recover();
        assertThat(desk.bring(webhook)).hasSize(2);
    }

    @Test
    void w28_names_are_made_fit_to_stand_beside_other_text() throws Exception {
        for (var name : List.of("", "   ", "\u202e\u2066", "\u3164", "x".repeat(500), "\u202egnp.exe")) {
            var contact = Json.object().put("wa_id", Desk.ANN);
            contact.putObject("profile").put("name", name);
            from(
                    contact.toString(),
                    "{\"from\":\"" + Desk.ANN + "\",\"id\":\"wamid.n" + name.hashCode() + "\"," + TEXT.substring(1));
        }
        assertThat(desk.context.intake().messages().stream()
                        .map(message -> message.details().name().orElse("-")))
                .containsExactly("-", "-", "-", "-", "x".repeat(200), "gnp.exe");
    }

    @Test
    void w29_a_press_says_what_was_pressed_and_below_what() throws Exception {
        var press = said("""
                {"type":"interactive","context":{"from":"15550783881","id":"wamid.OLD="},
                "interactive":{"type":"list_reply","list_reply":{"id":"t0","title":"Refund"}}}""");
        assertThat(press.content()).isEqualTo(new Content.Picked("t0", "Refund"));
        assertThat(press.details().replyTo()).contains(Desk.NUMBER + ":wamid.OLD=");
        assertThat(said("{\"id\":\"wamid.2\",\"type\":\"interactive\",\"interactive\":{\"type\":\"button_reply\","
                                + "\"button_reply\":{\"id\":\"" + "x".repeat(65) + "\",\"title\":\"Refund\"}}}")
                        .content())
                .as("too long to be a token of ours")
                .isEqualTo(Content.text("Refund"));
    }

    @Test
    void w31_names_of_files_are_hearsay() throws Exception {
        var name = "../../etc/passwd\r\nX: \"y\".pdf";
        var document = Desk.message("{\"type\":\"document\"}");
        document.putObject("document").put("id", "5").put("filename", name).put("mime_type", "application/pdf");
        desk.bring(Desk.webhook(document));
        assertThat(desk.context
                        .intake()
                        .messages()
                        .getFirst()
                        .content()
                        .files()
                        .getFirst()
                        .name())
                .isEqualTo(name);
        assertThat(Multipart.safe(name)).isEqualTo("passwdX: y.pdf");
        assertThat(Multipart.safe("..")).isEqualTo("file");
    }

    @Test
    void w35_a_banned_account_is_said_until_it_is_reinstated() throws Exception {
        var banned = Json.object().put("event", "DISABLED_UPDATE");
        banned.putObject("ban_info").put("waba_ban_state", "DISABLE");
        desk.bring(Webhooks.of(FakeWhatsApp.ACCOUNT, "account_update", banned));
        assertThat(desk.context.problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("DISABLED_UPDATE", "DISABLE"));
        banned.putObject("ban_info").put("waba_ban_state", "REINSTATE");
        desk.bring(Webhooks.of(FakeWhatsApp.ACCOUNT, "account_update", banned));
        assertThat(desk.context.problem()).isEmpty();
    }

    @Test
    void w36_groups_and_echoes_open_nothing() throws Exception {
        assertThat(one("{\"group_id\":\"Y2Fw\",\"type\":\"text\",\"text\":{\"body\":\"Hi all\"}}"))
                .isInstanceOf(Inbound.Notice.class);
        assertThat(one("{\"id\":\"wamid.own\",\"from\":\"15550783881\",\"type\":\"text\",\"text\":{\"body\":\"me\"}}"))
                .isInstanceOf(Inbound.Notice.class);
        var value = Webhooks.value(Desk.NUMBER);
        value.putArray("message_echoes")
                .addObject()
                .put("from", "15550783881")
                .put("to", Desk.ANN)
                .put("id", "wamid.echo")
                .put("type", "text")
                .putObject("text")
                .put("body", "I answer from my phone");
        assertThat(desk.bring(Webhooks.of(FakeWhatsApp.ACCOUNT, "smb_message_echoes", value)))
                .singleElement()
                .isInstanceOfSatisfying(Inbound.Echo.class, echo -> {
                    assertThat(echo.about()).isEqualTo(Address.of(Desk.ANN));
                    assertThat(echo.content()).isEqualTo(Content.text("I answer from my phone"));
                });
        assertThat(desk.context.intake().messages()).isEmpty();
    }

    @Test
    void what_was_read_is_marked_as_read_and_typing_shows_below_it() throws Exception {
        desk.bring(Desk.webhook(Desk.message(TEXT)));
        await().until(() -> desk.whatsapp.ledger().read().contains("wamid.X="));
        desk.channel.typing(Address.of(Desk.ANN));
        await().until(() -> desk.whatsapp.ledger().typing().contains("wamid.X="));
        desk.channel.typing(Address.of("nobody"));
    }
}
