package dev.frontdesk.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.testkit.channel.Endpoints;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import dev.frontdesk.testkit.channel.Outbounds;
import dev.frontdesk.testkit.whatsapp.FakeWhatsApp;
import dev.frontdesk.testkit.whatsapp.Webhooks;
import java.time.Duration;
import java.util.List;

/** A channel between a fake WhatsApp and a fake core, on one clock. */
final class Desk implements AutoCloseable {

    static final String ANN = "4915112345678";
    static final String NUMBER = FakeWhatsApp.NUMBER;

    final FakeChannelContext context = new FakeChannelContext("wa");
    final FakeWhatsApp whatsapp = new FakeWhatsApp(context.clock(), Duration.ofMillis(1)).start(0);
    final WhatsApp channel;

    Desk() {
        channel = new WhatsApp(Some.settings(whatsapp.url()), context);
        whatsapp.opened(ANN);
    }

    /** With the templates of the account. */
    Desk(JsonNode... templates) {
        List.of(templates).forEach(whatsapp::template);
        channel = new WhatsApp(Some.account(whatsapp.url()), context);
        whatsapp.opened(ANN);
    }

    /** Meta brings it; what is acknowledged is stored. */
    List<Inbound> bring(JsonNode webhook) throws InterruptedException {
        return bring(webhook.toString());
    }

    List<Inbound> bring(String webhook) throws InterruptedException {
        int before = context.intake().stored().size();
        assertThat(Endpoints.status(Endpoints.call(channel, Some.signed(webhook))))
                .isEqualTo(200);
        var stored = context.intake().stored();
        return stored.subList(before, stored.size());
    }

    /** A message with these fields, as in {@code {"type":"text","text":{…}}}; from Ann unless it says otherwise. */
    static ObjectNode message(String fields) {
        var given = (ObjectNode) Json.object(fields).orElseThrow();
        var message = Json.object().put("from", ANN).put("id", "wamid.X=").put("timestamp", "1749416383");
        given.properties().forEach(field -> message.set(field.getKey(), field.getValue()));
        return message;
    }

    static ObjectNode webhook(JsonNode... messages) {
        return webhook("messages", messages);
    }

    static ObjectNode webhook(String kind, JsonNode... parts) {
        var value = Webhooks.value(NUMBER);
        var all = value.putArray(kind);
        List.of(parts).forEach(all::add);
        return Webhooks.of(FakeWhatsApp.ACCOUNT, "messages", value);
    }

    static ObjectNode status(String word) {
        return Json.object()
                .put("id", "wamid.OURS=")
                .put("status", word)
                .put("timestamp", "1749416390")
                .put("recipient_id", ANN);
    }

    Delivery send(Content content) throws InterruptedException {
        return channel.deliver(Outbounds.to(Address.of(ANN)).content(content));
    }

    /** What the last message looked like to Meta. */
    JsonNode last() {
        return whatsapp.ledger().sent().getLast().body();
    }

    @Override
    public void close() {
        channel.close();
        whatsapp.close();
    }
}
