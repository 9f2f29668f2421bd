package dev.frontdesk.simulator.scenario;

import dev.frontdesk.api.channel.Content;
import dev.frontdesk.simulator.rehearsal.Journal;
import dev.frontdesk.simulator.rehearsal.Person;
import dev.frontdesk.simulator.rehearsal.Rehearsal;
import dev.frontdesk.simulator.scenario.Event.Act;
import dev.frontdesk.simulator.scenario.Event.Check;
import dev.frontdesk.simulator.scenario.Scenario.Line;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One performance of a scenario. Belongs to one thread. */
final class Play {
    private final Rehearsal rehearsal;
    private final Scenario scenario;
    private final Transcript transcript;
    private final Checks checks;
    private Person who;

    Play(Rehearsal rehearsal, Scenario scenario) {
        this.rehearsal = rehearsal;
        this.scenario = scenario;
        transcript = new Transcript(rehearsal);
        checks = new Checks(rehearsal);
        who = scenario.people().getFirst();
    }

    /** With every check, and nobody dies. */
    Optional<Failure> checked() {
        rehearsal.begin(scenario.at(), new Journal.Death.Never());
        for (Line line : scenario.lines()) {
            var wrong =
                    switch (line.event()) {
                        case Act act -> acted(act);
                        case Check check -> checks.wrong(check, who);
                    };
            if (wrong.isPresent()) {
                return wrong.map(instead -> failure(line, line.words(), instead));
            }
        }
        return atTheEnd().map(instead -> failure(scenario.lines().getLast(), "the end", instead));
    }

    /** Only what happens; what it comes to is for others to compare. */
    void uncheckedWith(Journal.Death death) {
        rehearsal.begin(scenario.at(), death);
        for (Line line : scenario.lines()) {
            if (line.event() instanceof Act act) {
                acted(act).ifPresent(wrong -> {
                    throw new IllegalStateException(line.where() + ": " + line.words() + ": " + wrong);
                });
            }
        }
    }

    List<String> transcript() {
        return transcript.lines();
    }

    private Failure failure(Line line, String expected, String instead) {
        return new Failure(line.where(), transcript.lines(), expected, instead, Optional.empty());
    }

    private Optional<String> acted(Act act) {
        Optional<String> wrong = Optional.empty();
        switch (act) {
            case Act.Says(var person, var text) -> {
                who = person;
                transcript.did(person.id(), text);
                rehearsal.writes(person, Content.text(text));
            }
            case Act.Presses(var person, var label) -> {
                who = person;
                wrong = presses(person, label);
            }
            case Act.Happens(var person, var what, var words) -> {
                who = person.orElse(who);
                transcript.did(person.map(Person::id).orElse("provider"), words);
                wrong = rehearsal.happens(who, what);
            }
            case Act.Down(var now) -> {
                transcript.did("provider", now ? "is down" : "is back");
                rehearsal.down(now);
            }
            case Act.Passes(var time) -> {
                transcript.passed(time);
                rehearsal.passes(time);
            }
            case Act.Presence(var agent, var presence) -> {
                transcript.did(agent, "is " + presence);
                rehearsal.presence(agent, presence);
            }
            case Act.Orders(var agent, var what) -> {
                transcript.did(agent, Doings.inWords(what));
                wrong = rehearsal.conversation(who).isEmpty()
                        ? Optional.of(who.id() + " has no conversation yet")
                        : rehearsal.order(agent, who, what).map(why -> "refused: " + why);
            }
            case Act.Frees(var time) -> rehearsal.answersAreFreeFor(time);
            case Act.Serves(var url, var reply) -> rehearsal.http().answers(url, reply);
        }
        transcript.listen();
        return wrong.isPresent() ? wrong : unscripted();
    }

    private Optional<String> presses(Person person, String label) {
        var offered = rehearsal.heard(person).reversed().stream()
                .filter(one -> !one.options().isEmpty())
                .findFirst();
        var option = offered.stream()
                .flatMap(one -> one.options().stream())
                .filter(one -> one.label().equals(label))
                .findFirst();
        if (option.isEmpty()) {
            return Optional.of(offered.map(one -> "there is no such option, only "
                            + one.options().stream()
                                    .map(each -> "[" + each.label() + "]")
                                    .collect(Collectors.joining(" ")))
                    .orElse("there was nothing to press"));
        }
        transcript.did(person.id(), "presses [" + label + "]");
        rehearsal.writes(person, new Content.Picked(option.get().token(), label));
        return Optional.empty();
    }

    private Optional<String> unscripted() {
        return rehearsal.http().unscripted().stream()
                .findFirst()
                .map(request ->
                        "the workflow calls " + request + ", and no line says what that answers. Put one before:"
                                + " http \"" + request.substring(request.indexOf(' ') + 1) + "\" answers 200 \"…\"");
    }

    private Optional<String> atTheEnd() {
        for (Person person : scenario.people()) {
            var more = checks.unheard(person);
            if (more.isPresent()) {
                return Optional.of(
                        "the bot also said " + Checks.quoted(more.get().shown()) + " to " + person.id()
                                + "; expect it, or write: anything may be said");
            }
        }
        return rehearsal.store().deadLetters().list(1).stream()
                .findFirst()
                .map(letter -> "there is a dead letter: " + letter.reason());
    }
}
