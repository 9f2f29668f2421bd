package dev.frontdesk.testkit.workflow;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.MessageId;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.workflow.ActionResult;
import dev.frontdesk.api.workflow.Input;
import dev.frontdesk.api.workflow.StepContext;
import dev.frontdesk.api.workflow.StepOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A situation for a step. Start with {@link #started()} and change what matters; each method gives a new, immutable context.
 *
 * <pre>{@code
 * var asked = step.run(settings, FakeStepContext.started());
 * var answered = step.run(settings, FakeStepContext.started().after(asked).replied("Buy"));
 * }</pre>
 */
public record FakeStepContext(
        Facts facts,
        Input input,
        Value memory,
        Instant now,
        long seed,
        Locale language,
        Capabilities channel,
        List<Content> meanwhile)
        implements StepContext {

    /** What asks for a person here, and nothing else does. */
    public static final String PERSON = "a person please";

    private static final String TOKEN = "fake:";

    /** The step begins: no facts, no memory, English, noon on 2 March 2026 UTC, a channel of plain text with ten buttons. */
    public static FakeStepContext started() {
        var channel = Capabilities.builder()
                .contentKinds(Content.TEXT, Content.CHOICE)
                .buttons(10, 20)
                .build();
        return new FakeStepContext(
                Facts.none(),
                new Input.Started(),
                Value.NIL,
                Instant.parse("2026-03-02T12:00:00Z"),
                42,
                Locale.ENGLISH,
                channel,
                List.of());
    }

    /** With these facts instead. */
    public FakeStepContext facts(Facts known) {
        return new FakeStepContext(known, input, memory, now, seed, language, channel, meanwhile);
    }

    /** With one more fact. */
    public FakeStepContext fact(String path, Value value) {
        var others = facts;
        return facts(asked -> asked.equals(path) ? Optional.of(value) : others.get(asked));
    }

    /** With this input instead. */
    public FakeStepContext input(Input happened) {
        return new FakeStepContext(facts, happened, memory, now, seed, language, channel, meanwhile);
    }

    /** An action is done. */
    public FakeStepContext performed(ActionResult result) {
        return input(new Input.Performed(result));
    }

    /** The contact wrote this while the action was performed. */
    public FakeStepContext meanwhile(String... texts) {
        var contents = Arrays.stream(texts).<Content>map(Content::text).toList();
        return new FakeStepContext(facts, input, memory, now, seed, language, channel, contents);
    }

    /** The contact wrote a text. */
    public FakeStepContext replied(String text) {
        return input(new Input.Replied(new MessageId(7), Content.text(text)));
    }

    /** The contact pressed the option with this key. */
    public FakeStepContext pressed(String key, String label) {
        return input(new Input.Replied(new MessageId(7), new Content.Picked(TOKEN + key, label)));
    }

    /** What was awaited did not come. */
    public FakeStepContext timedOut() {
        return input(new Input.TimedOut());
    }

    /** With this memory instead. */
    public FakeStepContext memory(Value kept) {
        return new FakeStepContext(facts, input, kept, now, seed, language, channel, meanwhile);
    }

    /** With the memory an outcome left. */
    public FakeStepContext after(StepOutcome outcome) {
        return memory(outcome.memory());
    }

    /** At another time. */
    public FakeStepContext now(Instant time) {
        return new FakeStepContext(facts, input, memory, time, seed, language, channel, meanwhile);
    }

    /** So much later. */
    public FakeStepContext later(Duration time) {
        return now(now.plus(time));
    }

    /** With another seed. */
    public FakeStepContext seed(long number) {
        return new FakeStepContext(facts, input, memory, now, number, language, channel, meanwhile);
    }

    /** With a contact who speaks this language, for instance {@code "ru"}. */
    public FakeStepContext language(String tag) {
        return new FakeStepContext(facts, input, memory, now, seed, Locale.forLanguageTag(tag), channel, meanwhile);
    }

    /** On a channel that can do this. */
    public FakeStepContext channel(Capabilities can) {
        return new FakeStepContext(facts, input, memory, now, seed, language, can, meanwhile);
    }

    /** Only for {@link #PERSON}. */
    @Override
    public boolean asksForPerson(String text) {
        return text.equals(PERSON);
    }

    /** As the engine makes it; a key of more than 32 bytes is refused. */
    @Override
    public Content.Option option(String key, String label) {
        if (key.getBytes(StandardCharsets.UTF_8).length > 32) {
            throw new IllegalArgumentException("the option key '" + key + "' is longer than 32 bytes");
        }
        return new Content.Option(TOKEN + key, label);
    }

    @Override
    public Optional<String> picked(Content content) {
        return content instanceof Content.Picked picked && picked.token().startsWith(TOKEN)
                ? Optional.of(picked.token().substring(TOKEN.length()))
                : Optional.empty();
    }
}
