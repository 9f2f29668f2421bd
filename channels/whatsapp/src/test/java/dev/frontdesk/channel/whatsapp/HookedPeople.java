package dev.frontdesk.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.testkit.channel.Answer;
import dev.frontdesk.testkit.channel.Endpoints;
import dev.frontdesk.testkit.channel.FakeCall;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import dev.frontdesk.testkit.channel.FakeProvider;
import dev.frontdesk.testkit.whatsapp.FakeWhatsApp;
import dev.frontdesk.testkit.whatsapp.Ledger;
import dev.frontdesk.testkit.whatsapp.Webhooks;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The contract's provider: calls the endpoint itself, so that the answer can be seen. */
final class HookedPeople implements FakeProvider {

    private final FakeWhatsApp whatsapp = new FakeWhatsApp().start(0);
    private final Map<String, FakeCall> waiting = new ConcurrentHashMap<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private volatile Channel channel;

    @Override
    public Channel open(FakeChannelContext context) {
        channel = new WhatsApp(Some.settings(whatsapp.url()), context);
        return channel;
    }

    static String phone(String person) {
        return "49151" + Math.abs((long) person.hashCode());
    }

    private byte[] text(String id, String person, String text) {
        var fields = Json.object();
        fields.putObject("text").put("body", text);
        return webhook(id, person, "text", fields);
    }

    private byte[] webhook(String id, String person, String type, JsonNode fields) {
        return whatsapp.messageWebhook("wamid." + id, phone(person), person, type, fields)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Answer push(String id, String person, String text) throws InterruptedException {
        return post(id, Some.signed(text(id, person, text)));
    }

    @Override
    public Answer pushBytes(String id, byte[] bytes) throws InterruptedException {
        return post(id, Some.signed(bytes));
    }

    @Override
    public Answer forge(String id, String person, String text) throws InterruptedException {
        var body = text(id, person, text);
        var call = FakeCall.post("webhook").body(body).header(Some.SIGNATURE, Webhooks.signature("another", body));
        return Answer.of(Endpoints.call(channel, call));
    }

    @Override
    public Answer press(String id, String person, Content.Option option) throws InterruptedException {
        var fields = Json.object();
        var interactive = fields.putObject("interactive").put("type", "button_reply");
        interactive.putObject("button_reply").put("id", option.token()).put("title", option.label());
        return post(id, Some.signed(webhook(id, person, "interactive", fields)));
    }

    @Override
    public Answer pushFile(String id, String person, byte[] bytes) throws InterruptedException {
        var fields = Json.object();
        fields.putObject("document")
                .put("id", whatsapp.shelve("application/octet-stream", bytes))
                .put("mime_type", "application/octet-stream");
        return post(id, Some.signed(webhook(id, person, "document", fields)));
    }

    @Override
    public void forgetFiles() {
        whatsapp.forgetFiles();
    }

    @Override
    public Answer react(String id, String person, String emoji) throws InterruptedException {
        var fields = Json.object();
        fields.putObject("reaction").put("message_id", last(person)).put("emoji", emoji);
        return post(id, Some.signed(webhook(id, person, "reaction", fields)));
    }

    @Override
    public Answer read(String id, String person) throws InterruptedException {
        var webhook = whatsapp.statusWebhook(last(person), "read", 0).toString();
        return post(id, Some.signed(webhook.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Answer becomes(String id, String person, String other) throws InterruptedException {
        var fields = Json.object();
        fields.putObject("system")
                .put("type", "user_changed_number")
                .put("body", person + " changed their number")
                .put("wa_id", phone(other));
        return post(id, Some.signed(webhook(id, person, "system", fields)));
    }

    private String last(String person) {
        return whatsapp.ledger().sentTo(phone(person)).getLast().wamid();
    }

    private Answer post(String id, FakeCall call) throws InterruptedException {
        waiting.put(id, call);
        var answer = Answer.of(Endpoints.call(channel, call));
        if (answer == Answer.ACKNOWLEDGED) {
            waiting.remove(id);
            acknowledged.add(id);
        }
        return answer;
    }

    @Override
    public void limit(boolean on) {
        if (on) {
            whatsapp.failAlways("messages", FakeWhatsApp.refusal(130429, "Rate limit hit"));
        } else {
            whatsapp.heal();
        }
    }

    @Override
    public boolean acknowledged(String id) {
        return acknowledged.contains(id);
    }

    @Override
    public void redeliver() throws InterruptedException {
        for (var entry : Map.copyOf(waiting).entrySet()) {
            post(entry.getKey(), entry.getValue());
        }
    }

    @Override
    public List<String> received(String person) {
        return whatsapp.ledger().sentTo(phone(person)).stream()
                .map(Ledger.Sent::text)
                .toList();
    }

    @Override
    public Set<String> secrets() {
        return Set.of(FakeWhatsApp.TOKEN, FakeWhatsApp.APP_SECRET, FakeWhatsApp.VERIFY_TOKEN);
    }

    @Override
    public void close() {
        whatsapp.close();
    }
}
