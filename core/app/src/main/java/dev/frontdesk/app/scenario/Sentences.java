package dev.frontdesk.app.scenario;

import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.app.config.Names;
import dev.frontdesk.engine.desk.Order.What;
import dev.frontdesk.engine.expression.ExpressionException;
import dev.frontdesk.engine.expression.Expressions;
import dev.frontdesk.engine.expression.Spelling;
import dev.frontdesk.simulator.rehearsal.Aftermath;
import dev.frontdesk.simulator.rehearsal.Person;
import dev.frontdesk.simulator.rehearsal.ScriptedHttp.Reply;
import dev.frontdesk.simulator.scenario.Event;
import dev.frontdesk.simulator.scenario.Event.Act;
import dev.frontdesk.simulator.scenario.Event.Check;
import dev.frontdesk.simulator.scenario.Event.Words;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Understands the lines of a scenario. Used by one thread. */
final class Sentences {
    /** Says what is wrong with a line; the message is for people. */
    static final class Unclear extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unclear(String message) {
            super(message);
        }
    }

    /** A way to say something. Angle brackets are for what differs; the last of them takes the rest of the line. */
    private record Form(String shape, Pattern pattern, BiFunction<Sentences, Matcher, Event> meaning) {
        static Form of(String shape, BiFunction<Sentences, Matcher, Event> meaning) {
            var words = shape.endsWith(">") ? shape.replaceFirst("<[^>]*>$", "<*>") : shape;
            var pattern = words.replace("<*>", "(.+)").replaceAll("<[^>]*>", "(\\\\S+)");
            return new Form(shape, Pattern.compile(pattern, Pattern.DOTALL), meaning);
        }
    }

    private static final Pattern TIME = Pattern.compile("(\\d+) ?([a-z]+)");

    /** The first that fits counts. */
    private static final List<Form> FORMS = List.of(
            Form.of("bot says nothing", (_, _) -> new Check.Silence()),
            Form.of("bot says something like <pattern>", (_, m) -> hears(like(m.group(1)), true, false)),
            Form.of("bot asks something like <pattern>", (_, m) -> hears(like(m.group(1)), true, true)),
            Form.of("bot mentions <text>", (_, m) -> hears(new Words.Containing(m.group(1)), true, false)),
            Form.of("bot asks about <text>", (_, m) -> hears(new Words.Containing(m.group(1)), true, true)),
            Form.of("bot says <text>", (_, m) -> hears(new Words.Exactly(m.group(1)), true, false)),
            Form.of("bot asks <text>", (_, m) -> hears(new Words.Exactly(m.group(1)), true, true)),
            Form.of("bot offers <label | label>", (_, m) -> new Check.Offers(labels(m.group(1)))),
            Form.of("bot sends the form <name>", (_, m) -> new Check.SendsForm(m.group(1))),
            Form.of("answers are free for <time>", (_, m) -> new Act.Frees(time(m.group(1)))),
            Form.of("anything may be said", (_, _) -> new Check.Whatever()),
            Form.of("provider is down", (_, _) -> new Act.Down(true)),
            Form.of("provider is back", (_, _) -> new Act.Down(false)),
            Form.of("provider reports <state>", (_, m) -> reports(m.group(1))),
            Form.of("message is <state>", (_, m) -> new Check.LastMessage(state(m.group(1)))),
            Form.of("time passes <time>", (_, m) -> new Act.Passes(time(m.group(1)))),
            Form.of(
                    "http <url> answers <status> <body>",
                    (_, m) -> new Act.Serves(m.group(1), new Reply.Answer(status(m.group(2)), m.group(3)))),
            Form.of(
                    "http <url> answers <status>",
                    (_, m) -> new Act.Serves(m.group(1), new Reply.Answer(status(m.group(2)), ""))),
            Form.of("http <url> times out", (_, m) -> new Act.Serves(m.group(1), new Reply.Timeout())),
            Form.of("http <url> fails", (_, m) -> new Act.Serves(m.group(1), new Reply.Failure())),
            Form.of("assigned to <agent>", (s, m) -> new Check.AssignedTo(s.agent(m.group(1)))),
            Form.of("waiting for <team>", (s, m) -> new Check.WaitingFor(s.team(m.group(1)))),
            Form.of("handled by the bot", (_, _) -> new Check.HandledByBot()),
            Form.of("handled by nobody", (_, _) -> new Check.HandledByNobody()),
            Form.of("open", (_, _) -> new Check.Open()),
            Form.of("closed as <category>", (s, m) -> new Check.Closed(Optional.of(s.category(m.group(1))))),
            Form.of("closed", (_, _) -> new Check.Closed(Optional.empty())),
            Form.of("variable <name> is unset", (_, m) -> new Check.Variable(m.group(1), Optional.empty())),
            Form.of("variable <name> is <value>", (_, m) -> new Check.Variable(m.group(1), Optional.of(m.group(2)))),
            Form.of("field <name> is unset", (s, m) -> new Check.Field(s.field(m.group(1)), Optional.empty())),
            Form.of("field <name> is <value>", (s, m) -> new Check.Field(s.field(m.group(1)), Optional.of(m.group(2)))),
            Form.of("tagged <tag>", (_, m) -> new Check.Tagged(m.group(1), true)),
            Form.of("not tagged <tag>", (_, m) -> new Check.Tagged(m.group(1), false)),
            Form.of("at step <step>", (s, m) -> new Check.AtStep(s.step(m.group(1)))),
            Form.of("workflow is over", (_, _) -> new Check.WorkflowOver()),
            Form.of(
                    "action <name> failed with <why>",
                    (s, m) -> new Check.ActionFailed(s.action(m.group(1)), Optional.of(m.group(2)))),
            Form.of("action <name> failed", (s, m) -> new Check.ActionFailed(s.action(m.group(1)), Optional.empty())),
            Form.of("<contact> hears <text>", (s, m) -> s.heardBy(m.group(1), m.group(2))),
            Form.of("<contact> says <text>", (s, m) -> new Act.Says(s.contact(m.group(1)), m.group(2))),
            Form.of("<contact> presses <label>", (s, m) -> new Act.Presses(s.contact(m.group(1)), m.group(2))),
            Form.of(
                    "<contact> edits <text>",
                    (s, m) -> s.happens(m.group(1), new Aftermath.Edited(m.group(2)), "edits it: " + m.group(2))),
            Form.of(
                    "<contact> takes it back",
                    (s, m) -> s.happens(m.group(1), new Aftermath.TakenBack(), "takes it back")),
            Form.of(
                    "<contact> reacts <emoji>",
                    (s, m) -> s.happens(m.group(1), new Aftermath.Reacted(m.group(2)), "reacts " + m.group(2))),
            Form.of("<contact> blocks us", (s, m) -> s.happens(m.group(1), new Aftermath.Reached(false), "blocks us")),
            Form.of(
                    "<contact> unblocks us",
                    (s, m) -> s.happens(m.group(1), new Aftermath.Reached(true), "unblocks us")),
            Form.of("cannot be reached", (_, _) -> new Check.Reachable(false)),
            Form.of("can be reached", (_, _) -> new Check.Reachable(true)),
            Form.of("<agent> comes online", (s, m) -> new Act.Presence(s.agent(m.group(1)), "online")),
            Form.of("<agent> goes away", (s, m) -> new Act.Presence(s.agent(m.group(1)), "away")),
            Form.of("<agent> goes offline", (s, m) -> new Act.Presence(s.agent(m.group(1)), "offline")),
            Form.of("<agent> replies <text>", (s, m) -> s.orders(m.group(1), new What.Reply(m.group(2)))),
            Form.of("<agent> notes <text>", (s, m) -> s.orders(m.group(1), new What.Note(m.group(2)))),
            Form.of("<agent> takes over", (s, m) -> s.orders(m.group(1), new What.AssignTo(m.group(1)))),
            Form.of(
                    "<agent> assigns it to <agent>",
                    (s, m) -> s.orders(m.group(1), new What.AssignTo(s.agent(m.group(2))))),
            Form.of(
                    "<agent> transfers it to <team>",
                    (s, m) -> s.orders(m.group(1), new What.TransferTo(s.team(m.group(2))))),
            Form.of("<agent> puts it back", (s, m) -> s.orders(m.group(1), new What.Requeue(""))),
            Form.of(
                    "<agent> closes as <category>",
                    (s, m) -> s.orders(m.group(1), new What.Close(s.category(m.group(2)), ""))),
            Form.of("<agent> closes", (s, m) -> s.orders(m.group(1), new What.Close("", ""))));

    private final Cast cast;

    Sentences(Cast cast) {
        this.cast = cast;
    }

    /** Throws {@link Unclear}. */
    Event meaning(String sentence) {
        var said = sentence.strip();
        return FORMS.stream()
                .flatMap(form -> {
                    var matcher = form.pattern().matcher(said);
                    return matcher.matches() ? Stream.of(form.meaning().apply(this, matcher)) : Stream.empty();
                })
                .findFirst()
                .orElseThrow(() -> unknown(said));
    }

    /** Every way to say something. */
    static List<String> shapes() {
        return FORMS.stream().map(Form::shape).toList();
    }

    private Unclear unknown(String said) {
        var words = said.split("\\s+");
        var meant = shapes().stream()
                .filter(shape -> likeness(words, shape.split(" ")) > 0)
                .max(Comparator.comparingInt(shape -> likeness(words, shape.split(" "))));
        return new Unclear("nobody knows what '" + said + "' means"
                + meant.map(shape -> "; did you mean '" + shape + "'?")
                        .orElse("; docs/workflows.md lists what a line may say"));
    }

    /** How many words of a shape are there, be it with a slip; 0 when one of them is another. */
    private int likeness(String[] words, String[] shape) {
        int likeness = 0;
        for (int i = 0; i < Math.min(words.length, shape.length); i++) {
            if (shape[i].equals("<contact>") || shape[i].equals("<agent>")) {
                var names = shape[i].equals("<contact>") ? cast.people().keySet() : cast.agents();
                likeness += names.contains(words[i]) ? 2 : 0;
            } else if (!shape[i].startsWith("<")) {
                if (Spelling.nearest(words[i], List.of(shape[i])).isEmpty()) {
                    return 0;
                }
                likeness += words[i].equals(shape[i]) ? 2 : 1;
            }
        }
        return likeness;
    }

    private Event happens(String who, Aftermath what, String words) {
        return new Act.Happens(Optional.of(contact(who)), what, words);
    }

    private static Event reports(String state) {
        var reported = Inbound.State.valueOf(state(state).toUpperCase(Locale.ROOT));
        return new Act.Happens(Optional.empty(), new Aftermath.Reported(reported), "reports " + state);
    }

    private static String state(String text) {
        var states = List.of("sent", "delivered", "read", "failed");
        if (!states.contains(text)) {
            throw new Unclear("'" + text + "' is none of " + String.join(", ", states));
        }
        return text;
    }

    private static Event hears(Words words, boolean byBot, boolean question) {
        return new Check.Hears(words, byBot, question);
    }

    private Event heardBy(String who, String text) {
        contact(who);
        return new Check.Hears(new Words.Exactly(text), false, false);
    }

    private static Words like(String pattern) {
        try {
            return new Words.Like(Expressions.regex(pattern));
        } catch (ExpressionException e) {
            throw new Unclear(String.valueOf(e.getMessage()));
        }
    }

    private static List<String> labels(String text) {
        return Arrays.stream(text.split("\\|")).map(String::strip).toList();
    }

    private static int status(String text) {
        if (!text.matches("[1-5]\\d\\d")) {
            throw new Unclear("'" + text + "' is no status of HTTP, like 200");
        }
        return Integer.parseInt(text);
    }

    static Duration time(String text) {
        var matcher = TIME.matcher(text.strip());
        var unit = matcher.matches() ? matcher.group(2).replaceFirst("s$", "") : "";
        if (matcher.matches() && matcher.group(1).length() <= 6) {
            long count = Long.parseLong(matcher.group(1));
            switch (unit.isEmpty() ? matcher.group(2) : unit) {
                case "s", "second" -> {
                    return Duration.ofSeconds(count);
                }
                case "m", "min", "minute" -> {
                    return Duration.ofMinutes(count);
                }
                case "h", "hour" -> {
                    return Duration.ofHours(count);
                }
                case "d", "day" -> {
                    return Duration.ofDays(count);
                }
                default -> {}
            }
        }
        throw new Unclear("'" + text + "' is no time, like 30s, 5m, 2h or 1d");
    }

    private Event orders(String agent, What what) {
        return new Act.Orders(agent(agent), what);
    }

    private Person contact(String name) {
        var person = cast.people().get(name);
        if (person == null) {
            throw new Unclear("there is no contact '" + name + "'"
                    + (cast.agents().contains(name)
                            ? "; " + name + " is an agent, who replies"
                            : Names.hint(name, cast.people().keySet())));
        }
        return person;
    }

    private String agent(String name) {
        return known("agent", name, cast.agents());
    }

    private String team(String name) {
        return known("team", name, cast.teams());
    }

    private String field(String name) {
        return known("field", name, cast.fields());
    }

    private String step(String name) {
        return known("step", name, cast.steps());
    }

    private String action(String name) {
        return known("action", name, cast.actions());
    }

    /** Where the configuration names no category, any will do. */
    private String category(String name) {
        return cast.categories().isEmpty() ? name : known("category", name, cast.categories());
    }

    private static String known(String what, String name, Collection<String> all) {
        if (!all.contains(name)) {
            throw new Unclear("there is no " + what + " '" + name + "'" + Names.hint(name, new TreeSet<>(all)));
        }
        return name;
    }
}
