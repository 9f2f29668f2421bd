package dev.frontdesk.channel.telegram;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.testkit.channel.Answer;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import dev.frontdesk.testkit.telegram.FakeTelegram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The contract's provider for a bot that polls. */
final class PolledPeople extends People {

    private static final JsonFactory ANY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1_000_000)
                    .maxNumberLength(1_000_000)
                    .build())
            .build();

    private final Map<String, Long> updates = new ConcurrentHashMap<>();

    @Override
    public Channel open(FakeChannelContext context) {
        return new Telegram(Some.polling(telegram.url()), context, Duration.ofSeconds(5), Thread::sleep);
    }

    @Override
    public Answer push(String id, String person, String text) {
        if (updates.containsKey(id)) {
            telegram.repeat(updates.get(id));
        } else {
            updates.put(id, telegram.enqueueText(chat(person), chat(person), person, text));
        }
        return Answer.PENDING;
    }

    /** Telegram wraps whatever it is into JSON, so what is no JSON can only come as a text in it. */
    @Override
    public Answer pushBytes(String id, byte[] bytes) {
        var value = isJson(bytes)
                ? new String(bytes, StandardCharsets.UTF_8)
                : '"' + new String(JsonStringEncoder.getInstance().quoteAsString(new String(bytes, ISO_8859_1))) + '"';
        updates.put(id, telegram.enqueueRaw(chat("somebody"), "\"message\":" + value));
        return Answer.PENDING;
    }

    private static boolean isJson(byte[] bytes) {
        try (var parser = ANY.createParser(bytes)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (IOException none) {
            return false;
        }
    }

    @Override
    public Answer press(String id, String person, Content.Option option) {
        updates.put(id, telegram.press(chat(person), messageWith(person, option.token()), option.token()));
        return Answer.PENDING;
    }

    @Override
    public Answer pushFile(String id, String person, byte[] bytes) {
        var sent = telegram.customer(chat(person), person)
                .sends("document", bytes, "report.bin", "application/octet-stream", "");
        updates.put(id, sent.update());
        return Answer.PENDING;
    }

    @Override
    public void forgetFiles() {
        telegram.failAlways("getFile", FakeTelegram.refusal(400, "Bad Request: invalid file_id"));
    }

    @Override
    public boolean acknowledged(String id) {
        return updates.containsKey(id) && telegram.ledger().isAcknowledged(updates.get(id));
    }

    @Override
    public void redeliver() {}
}
