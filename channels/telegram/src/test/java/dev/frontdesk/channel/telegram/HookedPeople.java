package dev.frontdesk.channel.telegram;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.testkit.channel.Answer;
import dev.frontdesk.testkit.channel.Endpoints;
import dev.frontdesk.testkit.channel.FakeCall;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The contract's provider for a bot with a webhook: calls the endpoint itself, so that the answer can be seen. */
final class HookedPeople extends People {

    static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, FakeCall> waiting = new ConcurrentHashMap<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private volatile Channel channel;

    @Override
    public Channel open(FakeChannelContext context) {
        var nobody = Optional.of(URI.create("http://127.0.0.1:9/channels/t/updates"));
        channel = new Telegram(Some.webhook(telegram.url(), nobody), context, Duration.ofSeconds(5), Thread::sleep);
        return channel;
    }

    static FakeCall carrying(byte[] body) {
        return FakeCall.post("updates").body(body);
    }

    /** An update as it is pushed. */
    ObjectNode update(String id, String person) {
        telegram.meet(chat(person), chat(person), person);
        return JSON.createObjectNode().put("update_id", Math.abs((long) id.hashCode()));
    }

    private ObjectNode message(String id, String person) {
        var message = JSON.createObjectNode()
                .put("message_id", Math.abs((long) id.hashCode()))
                .put("date", 1_772_442_000L);
        message.putObject("from").put("id", chat(person)).put("is_bot", false).put("first_name", person);
        message.putObject("chat").put("id", chat(person)).put("type", "private");
        return message;
    }

    FakeCall text(String id, String person, String text) {
        var update = update(id, person);
        update.set("message", message(id, person).put("text", text));
        return FakeCall.post("updates").body(update.toString());
    }

    @Override
    public Answer push(String id, String person, String text) throws InterruptedException {
        return post(id, text(id, person, text));
    }

    @Override
    public Answer pushBytes(String id, byte[] bytes) throws InterruptedException {
        return post(id, carrying(bytes));
    }

    @Override
    public Answer forge(String id, String person, String text) throws InterruptedException {
        return Answer.of(Endpoints.call(channel, text(id, person, text).header(SECRET, "guessed")));
    }

    @Override
    public Answer press(String id, String person, Content.Option option) throws InterruptedException {
        var update = update(id, person);
        var press = update.putObject("callback_query").put("id", "4382").put("data", option.token());
        var message = message(id, person);
        press.set("from", message.path("from"));
        message.putObject("reply_markup")
                .putArray("inline_keyboard")
                .addArray()
                .addObject()
                .put("text", option.label())
                .put("callback_data", option.token());
        press.set("message", message);
        return post(id, FakeCall.post("updates").body(update.toString()));
    }

    @Override
    public Answer edit(String id, String of, String person, String text) throws InterruptedException {
        var update = update(id, person);
        update.set("edited_message", message(of, person).put("text", text).put("edit_date", 1_772_442_060L));
        return post(id, FakeCall.post("updates").body(update.toString()));
    }

    @Override
    public Answer react(String id, String person, String emoji) throws InterruptedException {
        var update = update(id, person);
        var message = message(id, person);
        var reaction = update.putObject("message_reaction").put("date", 1_772_442_060L);
        reaction.put(
                "message_id", telegram.ledger().sentTo(chat(person)).getLast().messageId());
        reaction.set("chat", message.path("chat"));
        reaction.set("user", message.path("from"));
        reaction.putArray("old_reaction");
        reaction.putArray("new_reaction").addObject().put("type", "emoji").put("emoji", emoji);
        return post(id, FakeCall.post("updates").body(update.toString()));
    }

    private Answer post(String id, FakeCall call) throws InterruptedException {
        waiting.put(id, call);
        var answer = Answer.of(Endpoints.call(channel, call.header(SECRET, Some.WEBHOOK_SECRET)));
        if (answer == Answer.ACKNOWLEDGED) {
            waiting.remove(id);
            acknowledged.add(id);
        }
        return answer;
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
}
