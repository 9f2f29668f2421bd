package dev.frontdesk.engine.conversation;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.enrich.Classification;
import dev.frontdesk.api.routing.Route;
import dev.frontdesk.api.workflow.ActionCall;
import dev.frontdesk.engine.Settings;
import dev.frontdesk.engine.model.ActionRow;
import dev.frontdesk.engine.model.Conversation;
import dev.frontdesk.engine.model.Handler;
import dev.frontdesk.engine.model.Message.Author;
import dev.frontdesk.engine.model.Run;
import dev.frontdesk.engine.port.Surroundings;
import dev.frontdesk.engine.workflow.Scene;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The contact and conversation a run acts on. Belongs to one thread. */
final class Stage implements Scene {
    private static final String ONCE = "_once.";

    /** Characters of what was understood; what it is about is said by then. */
    private static final int MOST_WORDS = 300;

    private final Book book;
    private final Handling handling;
    private final Triggers triggers;
    private final Surroundings surroundings;
    private final Settings settings;

    Stage(Book book, Handling handling, Triggers triggers, Surroundings surroundings, Settings settings) {
        this.book = book;
        this.handling = handling;
        this.triggers = triggers;
        this.surroundings = surroundings;
        this.settings = settings;
    }

    @Override
    public long now() {
        return book.now();
    }

    /** The contact's language when it is one of ours, else our first. */
    @Override
    public Locale language() {
        String theirs = Locale.forLanguageTag(book.profile().language()).getLanguage();
        return settings.languages().stream()
                .filter(ours -> ours.getLanguage().equals(theirs))
                .findFirst()
                .orElse(settings.languages().getFirst());
    }

    @Override
    public Capabilities channel() {
        return surroundings.capabilities(conversation().reach().channel());
    }

    /** A hidden field of the contact remembers workflows that shall start but once. */
    boolean firstTime(String workflow) {
        return !book.profile().fields().values().containsKey(ONCE + workflow);
    }

    void remember(String workflow) {
        var profile = book.profile();
        book.change(profile.withFields(profile.fields().with(ONCE + workflow, Value.of(true))));
    }

    private Conversation conversation() {
        return Objects.requireNonNull(book.latest());
    }

    @Override
    public Optional<Value> fact(String path) {
        if (path.startsWith("contact.")) {
            String field = path.substring("contact.".length());
            return switch (field) {
                case "name" -> Optional.of(Value.of(book.profile().name()));
                case "language" -> Optional.of(Value.of(book.profile().language()));
                case "tags" -> Optional.of(Value.ofTexts(book.profile().tags()));
                default -> Optional.ofNullable(book.profile().fields().values().get(field));
            };
        }
        return path.equals("now") ? Optional.of(new Value.Time(Instant.ofEpochMilli(book.now()))) : Optional.empty();
    }

    @Override
    public Optional<String> setField(String field, Value value) {
        var profile = book.profile();
        switch (field) {
            case "name" -> book.change(profile.withName(value.asText()));
            case "language" -> book.change(profile.withLanguage(value.asText()));
            default -> {
                Class<? extends Value> type = settings.fields().get(field);
                if (type == null) {
                    return Optional.of("contact field '" + field + "' is not declared in 'fields'");
                }
                if (!(value instanceof Value.Nil) && !type.isInstance(value)) {
                    return Optional.of("contact field '" + field + "' takes " + type.getSimpleName() + ", not '"
                            + value.asText() + "'");
                }
                if (value.equals(profile.fields().get(field))) {
                    return Optional.empty();
                }
                book.change(profile.withFields(profile.fields().with(field, value)));
            }
        }
        book.fact("contact.field", 0, "field", field, "value", value.asText());
        return Optional.empty();
    }

    @Override
    public void tag(String tag, boolean on) {
        Set<String> tags = new HashSet<>(book.profile().tags());
        if (on ? tags.add(tag) : tags.remove(tag)) {
            book.change(book.profile().withTags(tags));
            book.fact(on ? "contact.tagged" : "contact.untagged", 0, "tag", tag);
        }
    }

    @Override
    public void note(String text) {
        book.note(text, Author.BOT, "", null);
    }

    @Override
    public void explain(String text) {
        book.fact("workflow.step", book.nextOrd(), "text", text);
    }

    @Override
    public void understood(String words, Classification about) {
        var probability = about.asValue().get("probability");
        var name = about.intent().orElse("");
        book.fact(
                "workflow.step",
                book.nextOrd(),
                Value.EMPTY
                        .with(
                                "text",
                                Value.of("It is about " + (name.isEmpty() ? "nothing known" : name) + " ("
                                        + probability.asText() + ")"))
                        .with("words", Value.of(shortened(words)))
                        .with("intent", Value.of(name))
                        .with("probability", probability));
    }

    private static String shortened(String words) {
        return words.codePointCount(0, words.length()) <= MOST_WORDS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, MOST_WORDS));
    }

    @Override
    public void step(Run run, String step) {
        book.fact("workflow.step", book.nextOrd(), "step", step, "run", Long.toString(run.id()));
    }

    @Override
    public long say(Run run, Content content, Optional<Content.Preset> fallback, boolean awaited) {
        if (talksOver(run)) {
            book.fact(
                    "message.fenced",
                    book.nextOrd(),
                    "text",
                    content.plainText(),
                    "why",
                    "workflow '" + run.workflow() + "' runs beside, and a person is in charge");
            return 0;
        }
        return book.say(
                content,
                fallback.orElse(null),
                Author.BOT,
                "",
                awaited ? run : null,
                conversation().handling().epoch(),
                run.id() + ":" + run.rev());
    }

    /** A run beside the one in charge is stopped by nobody's taking over; it may go on, but not speak. */
    private boolean talksOver(Run run) {
        return !run.slot().isEmpty()
                && conversation().open()
                && conversation().handling().handler() instanceof Handler.Agent;
    }

    @Override
    public boolean queue(Route route) {
        if (!conversation().open() || !surroundings.hasMembers(route.team().value())) {
            return false;
        }
        handling.toQueue(route, route.agent().map(agent -> agent.value()).orElse(""), Set.of());
        return true;
    }

    @Override
    public void perform(Run run, ActionCall call) {
        book.changes()
                .actions
                .add(new ActionRow(
                        book.newId(),
                        run.contact(),
                        run.part(),
                        run.id(),
                        run.rev(),
                        call.action(),
                        call.input(),
                        run.id() + ":" + run.rev() + ":" + run.step(),
                        call.deadline().toMillis(),
                        Math.max(1, call.attempts()),
                        0,
                        0));
    }

    @Override
    public void close(Run run, Optional<String> category, Optional<String> summary) {
        if (conversation().open()) {
            book.change(run);
            triggers.close("", "workflow", category.orElse(""), summary.orElse(""));
        }
    }
}
