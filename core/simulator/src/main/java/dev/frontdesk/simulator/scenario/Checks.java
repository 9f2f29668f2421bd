package dev.frontdesk.simulator.scenario;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.engine.model.Conversation;
import dev.frontdesk.engine.model.Handler;
import dev.frontdesk.engine.model.Profile;
import dev.frontdesk.engine.model.Run;
import dev.frontdesk.simulator.rehearsal.Heard;
import dev.frontdesk.simulator.rehearsal.Person;
import dev.frontdesk.simulator.rehearsal.Rehearsal;
import dev.frontdesk.simulator.scenario.Event.Check;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares what a scenario expects with what is. Belongs to one thread. */
final class Checks {
    private final Rehearsal rehearsal;
    private final Map<Person, Integer> named = new HashMap<>();

    Checks(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    /** What is there instead; empty when all is as it should be. */
    Optional<String> wrong(Check check, Person who) {
        return switch (check) {
            case Check.Hears hears -> hears(hears, who);
            case Check.SendsForm(var name) -> sendsForm(name, who);
            case Check.Offers(var labels) -> offers(labels, who);
            case Check.Silence _ -> unheard(who).map(more -> said(more));
            case Check.Whatever _ -> {
                named.put(who, rehearsal.heard(who).size());
                yield Optional.empty();
            }
            case Check.LastMessage(var state) -> lastMessage(who, state);
            case Check.Reachable(var is) ->
                profile(who).map(known -> known.unreachable().isEmpty()).orElse(true) == is
                        ? Optional.empty()
                        : Optional.of(who.id() + (is ? " cannot be reached" : " can be reached"));
            case Check.AssignedTo(var agent) -> handled(who, new Handler.Agent(agent));
            case Check.WaitingFor(var team) -> handled(who, new Handler.Queue(team));
            case Check.HandledByNobody _ -> handled(who, Handler.NONE);
            case Check.HandledByBot _ ->
                state(who, one -> one.open() && one.handling().handler() instanceof Handler.Bot);
            case Check.Open _ -> state(who, Conversation::open);
            case Check.Closed(var category) -> closed(who, category);
            case Check.Variable(var name, var value) ->
                value(value, run(who).map(run -> run.vars().get(name)).orElse(Value.NIL));
            case Check.Field(var name, var value) ->
                value(value, profile(who).map(known -> field(known, name)).orElse(Value.NIL));
            case Check.Tagged(var tag, var on) -> tagged(who, tag, on);
            case Check.AtStep(var step) ->
                run(who).filter(run -> run.state().active() && run.step().equals(step))
                                .isPresent()
                        ? Optional.empty()
                        : Optional.of(position(who));
            case Check.WorkflowOver _ ->
                run(who).filter(run -> run.state().active()).map(_ -> position(who));
            case Check.ActionFailed(var action, var why) -> failed(action, why);
        };
    }

    /** The bot's next words that no line has named. */
    Optional<Heard> unheard(Person who) {
        var all = rehearsal.heard(who);
        return all.stream()
                .skip(named.getOrDefault(who, 0))
                .filter(Heard::byBot)
                .findFirst();
    }

    static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static String said(Heard heard) {
        return Transcript.speaker(heard) + " said " + quoted(heard.shown());
    }

    private Optional<String> hears(Check.Hears hears, Person who) {
        var all = rehearsal.heard(who);
        for (int i = named.getOrDefault(who, 0); i < all.size(); i++) {
            var one = all.get(i);
            if (one.byBot() || !hears.byBot()) {
                named.put(who, i + 1);
                if (!hears.words().fit(one.text())) {
                    return Optional.of(said(one));
                }
                return hears.question() && !asked(who)
                        ? Optional.of(said(one) + " and waits for no answer: " + position(who))
                        : Optional.empty();
            }
        }
        return Optional.of(
                (hears.byBot() ? "bot" : "nobody") + " said nothing" + (hears.byBot() ? ": " + position(who) : ""));
    }

    private Optional<String> sendsForm(String name, Person who) {
        var next = unheard(who);
        var wrong = hears(new Check.Hears(new Event.Words.Containing(""), true, false), who);
        return wrong.isPresent()
                ? wrong
                : next.filter(one -> !(one.content() instanceof Content.Preset form)
                                || !form.name().equals(name))
                        .map(Checks::said);
    }

    private Optional<String> lastMessage(Person who, String state) {
        var lines = rehearsal
                .contact(who)
                .map(id -> rehearsal.store().inbox().lines(id, Long.MAX_VALUE, 100))
                .orElse(List.of());
        for (var line : lines) {
            if (line.state() != null) {
                String found = line.state().name().toLowerCase(java.util.Locale.ROOT);
                return found.equals(state) ? Optional.empty() : Optional.of("it is " + found);
            }
        }
        return Optional.of("nothing was sent to " + who.id());
    }

    private boolean asked(Person who) {
        return run(who).filter(run -> run.awaiting() == Run.Awaiting.REPLY).isPresent();
    }

    private Optional<String> offers(List<String> labels, Person who) {
        var last =
                rehearsal.heard(who).stream().limit(named.getOrDefault(who, 0)).reduce((_, later) -> later);
        var offered = last.map(Heard::options).orElse(List.of()).stream()
                .map(Content.Option::label)
                .toList();
        return offered.equals(labels)
                ? Optional.empty()
                : Optional.of(offered.isEmpty() ? "there are no options" : String.join(" | ", offered));
    }

    private Optional<String> handled(Person who, Handler handler) {
        return state(who, one -> one.open() && one.handling().handler().equals(handler));
    }

    private Optional<String> closed(Person who, Optional<String> category) {
        return state(
                who,
                one -> !one.open()
                        && (category.isEmpty()
                                || Optional.ofNullable(one.closed())
                                        .filter(closed -> closed.category().equals(category.get()))
                                        .isPresent()));
    }

    private Optional<String> state(Person who, Function<Conversation, Boolean> good) {
        var conversation = rehearsal.conversation(who);
        if (conversation.isEmpty()) {
            return Optional.of(who.id() + " has no conversation yet");
        }
        return good.apply(conversation.get()) ? Optional.empty() : Optional.of(inWords(conversation.get()));
    }

    static String inWords(Conversation one) {
        var closed = one.closed();
        if (closed != null) {
            return "closed" + (closed.category().isEmpty() ? "" : " as " + closed.category()) + " by "
                    + (closed.by().isEmpty() ? closed.source() : closed.by());
        }
        return switch (one.handling().handler()) {
            case Handler.Agent(var agent) -> "assigned to " + agent;
            case Handler.Queue(var team) -> "waiting for " + team;
            case Handler.Bot _ -> "handled by the bot";
            case Handler.None _ -> "handled by nobody";
        };
    }

    private Optional<Run> run(Person who) {
        return rehearsal
                .conversation(who)
                .flatMap(one -> rehearsal.store().inbox().run(one.id()));
    }

    private String position(Person who) {
        return run(who).map(run -> switch (run.state()) {
                    case WAITING -> "the workflow waits at step " + run.step();
                    case DONE -> "the workflow is over";
                    case STOPPED, PARKED, FAILED ->
                        "the workflow is " + run.state().name().toLowerCase(java.util.Locale.ROOT) + " at step "
                                + run.step() + ": " + run.reason();
                })
                .orElse("no workflow began");
    }

    private Optional<Profile> profile(Person who) {
        return rehearsal
                .contact(who)
                .flatMap(id -> rehearsal.store().inbox().contact(id))
                .map(card -> card.profile());
    }

    private static Value field(Profile profile, String name) {
        return switch (name) {
            case "name" -> Value.of(profile.name());
            case "language" -> Value.of(profile.language());
            default -> profile.fields().get(name);
        };
    }

    private static Optional<String> value(Optional<String> expected, Value found) {
        boolean same = expected.map(text -> !found.isEmpty() && found.asText().equals(text))
                .orElse(found.isEmpty());
        return same ? Optional.empty() : Optional.of(found.isEmpty() ? "it is unset" : quoted(found.asText()));
    }

    private Optional<String> tagged(Person who, String tag, boolean on) {
        var tags = profile(who).map(Profile::tags).orElse(Set.of());
        return tags.contains(tag) == on
                ? Optional.empty()
                : Optional.of(
                        tags.isEmpty()
                                ? "there is no tag"
                                : "tagged "
                                        + new ArrayList<>(tags)
                                                .stream().sorted().collect(Collectors.joining(", ")));
    }

    private Optional<String> failed(String action, Optional<String> why) {
        var found = rehearsal.failed(action);
        return found.filter(text -> text.contains(why.orElse(""))).isPresent()
                ? Optional.empty()
                : Optional.of(
                        found.map(text -> "it failed with " + quoted(text)).orElse("it did not fail"));
    }
}
