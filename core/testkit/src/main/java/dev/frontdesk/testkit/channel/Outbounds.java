package dev.frontdesk.testkit.channel;

import dev.frontdesk.api.MessageId;
import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Outbound;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Messages to send: {@code Outbounds.to(address).text("Hello")}. Each has an id of its own. */
public final class Outbounds {

    private static final AtomicLong IDS = new AtomicLong(1000);

    private final Address to;
    private final int attempt;
    private final boolean automatic;
    private final Optional<String> replyTo;

    private Outbounds(Address to, int attempt, boolean automatic, Optional<String> replyTo) {
        this.to = to;
        this.attempt = attempt;
        this.automatic = automatic;
        this.replyTo = replyTo;
    }

    /** Messages of the bot to an address, first attempt. */
    public static Outbounds to(Address address) {
        return new Outbounds(address, 1, true, Optional.empty());
    }

    /** The same on a later attempt. */
    public Outbounds attempt(int number) {
        return new Outbounds(to, number, automatic, replyTo);
    }

    /** The same, written by a person. */
    public Outbounds byAgent() {
        return new Outbounds(to, attempt, false, replyTo);
    }

    /** The same as an answer to a message. */
    public Outbounds replyTo(String key) {
        return new Outbounds(to, attempt, automatic, Optional.of(key));
    }

    /** A text. */
    public Outbound text(String text) {
        return content(Content.text(text));
    }

    /** A text with one button for each label; the tokens are {@code t0}, {@code t1}, …. */
    public Outbound choice(String text, String... labels) {
        var options = IntStream.range(0, labels.length)
                .mapToObj(index -> new Content.Option("t" + index, labels[index]))
                .toList();
        return content(new Content.Choice(text, List.copyOf(options)));
    }

    /** Something no channel has heard of. */
    public Outbound unheardOf() {
        return content(new Hologram("a cat made of light"));
    }

    /** Any content. */
    public Outbound content(Content content) {
        var id = new MessageId(IDS.incrementAndGet());
        return new Stated(id, to, content, replyTo, attempt, Instant.parse("2999-01-01T00:00:00Z"), automatic);
    }

    private record Hologram(String plainText) implements Content {
        @Override
        public String kind() {
            return "hologram";
        }
    }

    private record Stated(
            MessageId id,
            Address to,
            Content content,
            Optional<String> replyTo,
            int attempt,
            Instant deadline,
            boolean automatic)
            implements Outbound {}
}
