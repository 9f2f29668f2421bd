package dev.frontdesk.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.PresetForm;
import dev.frontdesk.testkit.whatsapp.FakeWhatsApp;
import dev.frontdesk.testkit.whatsapp.Webhooks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What may be said outside of the window. */
class TemplatesTest {
    private static final JsonNode ORDER = json("""
            {"name":"order_ready","language":"en_US","status":"APPROVED","components":[
            {"type":"HEADER","format":"TEXT","text":"Order {{1}}"},
            {"type":"BODY","text":"Hi {{1}}, come before {{2}}."},
            {"type":"FOOTER","text":"Acme"},
            {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Thanks"},
            {"type":"URL","text":"Track","url":"https://acme.example/{{1}}"}]}]}""");
    private static final JsonNode NAMED = json("""
            {"name":"hello","language":"pt_BR","status":"APPROVED","components":[
            {"type":"HEADER","format":"IMAGE"},{"type":"BODY","text":"Oi {{first_name}}"}]}""");
    private static final JsonNode REJECTED = json("""
            {"name":"sale","language":"en","status":"REJECTED","rejected_reason":"PROMOTIONAL","components":[
            {"type":"BODY","text":"Buy"}]}""");
    private static final JsonNode CAROUSEL = json("""
            {"name":"tour","language":"en","status":"APPROVED","components":[{"type":"BODY","text":"Look"},{"type":"CAROUSEL"}]}""");

    private final Desk desk = new Desk(ORDER, NAMED, REJECTED, CAROUSEL);

    private static JsonNode json(String text) {
        return Json.object(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private List<PresetForm> presets() {
        await().until(() -> desk.channel.presets().size() >= 4);
        return desk.channel.presets();
    }

    @Test
    void templates_are_read_at_the_start_page_by_page() {
        desk.whatsapp.templatesPerPage(1);
        assertThat(presets())
                .containsExactly(
                        new PresetForm(
                                "hello",
                                Locale.of("pt", "BR"),
                                "Oi {{first_name}}",
                                List.of("first_name"),
                                Optional.of("image"),
                                Optional.empty()),
                        new PresetForm(
                                "order_ready",
                                Locale.US,
                                "Order {{header}}\nHi {{1}}, come before {{2}}.\nAcme\n[Thanks]\n[Track]"
                                        + " https://acme.example/{{button-2}}",
                                List.of("header", "1", "2", "button-2"),
                                Optional.empty(),
                                Optional.empty()),
                        new PresetForm(
                                "sale",
                                Locale.ENGLISH,
                                "Buy",
                                List.of(),
                                Optional.empty(),
                                Optional.of("Meta says REJECTED: PROMOTIONAL")),
                        new PresetForm(
                                "tour",
                                Locale.ENGLISH,
                                "Look",
                                List.of(),
                                Optional.empty(),
                                Optional.of("Frontdesk cannot fill in CAROUSEL")));
    }

    @Test
    void a_template_is_filled_in_also_when_the_window_is_closed() throws Exception {
        presets();
        desk.context.clock().advance(Duration.ofDays(3));
        var values = Map.of("header", "4711", "1", "Ann\n\tB", "2", "noon", "button-2", "t/4711");
        assertThat(desk.send(new Content.Preset("order_ready", Locale.US, values, Optional.empty(), "…")))
                .isInstanceOf(Delivery.Sent.class);
        assertThat(desk.last().path("template")).isEqualTo(json("""
                {"name":"order_ready","language":{"policy":"deterministic","code":"en_US"},"components":[
                {"type":"header","parameters":[{"type":"text","text":"4711"}]},
                {"type":"body","parameters":[{"type":"text","text":"Ann B"},{"type":"text","text":"noon"}]},
                {"type":"button","sub_type":"url","index":"1","parameters":[{"type":"text","text":"t/4711"}]}]}"""));
    }

    @Test
    void a_template_with_a_picture_and_named_blanks() throws Exception {
        presets();
        var picture = desk.context.attachments().put("a.png", "image/png", new byte[] {1});
        var named = Map.of("first_name", "Ana");
        assertThat(desk.send(new Content.Preset("hello", Locale.of("pt", "BR"), named, Optional.of(picture), "Oi Ana")))
                .isInstanceOf(Delivery.Sent.class);
        var id = desk.whatsapp.ledger().uploaded().getFirst().id();
        assertThat(desk.last().path("template").path("components"))
                .isEqualTo(json("""
                {"c":[{"type":"header","parameters":[{"type":"image","image":{"id":"%s"}}]},
                {"type":"body","parameters":[{"type":"text","parameter_name":"first_name","text":"Ana"}]}]}""".formatted(id)).path("c"));
        assertThat(desk.send(new Content.Preset("hello", Locale.of("pt", "BR"), named, Optional.empty(), "")))
                .isInstanceOf(Delivery.Rejected.class);
        assertThat(desk.send(new Content.Preset("hello", Locale.of("pt", "BR"), Map.of(), Optional.of(picture), "")))
                .isInstanceOf(Delivery.Rejected.class);
    }

    @Test
    void a_template_nobody_has_read_is_filled_in_as_its_values_suggest() throws Exception {
        presets();
        desk.whatsapp.template(json("""
                {"name":"new","language":"en","status":"APPROVED","components":[{"type":"BODY","text":"{{1}} {{2}}"}]}"""));
        assertThat(desk.send(
                        new Content.Preset("new", Locale.ENGLISH, Map.of("2", "b", "1", "a"), Optional.empty(), "a b")))
                .isInstanceOf(Delivery.Sent.class);
        assertThat(desk.last().at("/template/components/0/parameters/1/text").asText())
                .isEqualTo("b");
        assertThat(desk.send(new Content.Preset("no_such", Locale.ENGLISH, Map.of(), Optional.empty(), "")))
                .isInstanceOf(Delivery.Rejected.class);
    }

    @Test
    void a_change_at_meta_is_known_at_once() throws Exception {
        presets();
        desk.whatsapp.template(json("""
                {"name":"sale","language":"en","status":"APPROVED","components":[{"type":"BODY","text":"Buy"}]}"""));
        desk.bring(Webhooks.of(
                FakeWhatsApp.ACCOUNT,
                "message_template_status_update",
                Json.object().put("event", "APPROVED").put("message_template_name", "sale")));
        await().until(() -> desk.channel.presets().stream()
                .anyMatch(form -> form.name().equals("sale") && form.refused().isEmpty()));
    }

    @Test
    void what_was_known_stays_when_it_cannot_be_read_anew() throws Exception {
        presets();
        desk.whatsapp.failAlways("message_templates", FakeWhatsApp.refusal(131000, "no"));
        desk.bring(Webhooks.of(FakeWhatsApp.ACCOUNT, "message_template_status_update", Json.object()));
        await().until(() -> desk.context.problem().isPresent());
        assertThat(desk.channel.presets()).hasSize(4);
        desk.whatsapp.heal();
        desk.bring(Webhooks.of(
                FakeWhatsApp.ACCOUNT,
                "message_template_status_update",
                Json.object().put("a", 1)));
        await().until(() -> desk.context.problem().isEmpty());
    }

    @Test
    void without_a_business_account_there_are_none() {
        try (var plain = new Desk()) {
            assertThat(plain.channel.presets()).isEmpty();
            assertThat(plain.whatsapp.calls("message_templates")).isZero();
        }
    }
}
