package dev.frontdesk.simulator.scenario;

import dev.frontdesk.simulator.rehearsal.Journal;
import dev.frontdesk.simulator.rehearsal.Journal.Death;
import dev.frontdesk.simulator.rehearsal.Rehearsal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Plays scenarios: once with every check, and then again and again, each time with a process that dies somewhere else and is started
 * again, which must come to the same end. Belongs to one thread.
 */
public final class Theatre {
    private static final int MOST_CRASHES = 2000;

    private final Rehearsal rehearsal;
    private final boolean crashing;

    public Theatre(Rehearsal rehearsal, boolean crashing) {
        this.rehearsal = rehearsal;
        this.crashing = crashing;
    }

    /** @param crashes how often the process died */
    public record Outcome(Scenario scenario, Duration took, int crashes, Optional<Failure> failure) {}

    private record Crashed(int times, Optional<Failure> failure) {}

    public Outcome play(Scenario scenario) {
        long begun = System.nanoTime();
        var play = new Play(rehearsal, scenario);
        var failure = checked(play, scenario);
        var crashed = new Crashed(0, failure);
        if (crashing && failure.isEmpty()) {
            var ending = Ending.of(rehearsal, scenario);
            crashed = crashes(scenario, ending, Death.AfterCommit::new, 0);
            if (crashed.failure().isEmpty()) {
                crashed = crashes(scenario, ending, Death.BeforeCommit::new, crashed.times());
            }
        }
        return new Outcome(scenario, Duration.ofNanos(System.nanoTime() - begun), crashed.times(), crashed.failure());
    }

    private Optional<Failure> checked(Play play, Scenario scenario) {
        try {
            return play.checked();
        } catch (IllegalStateException e) {
            return Optional.of(new Failure(
                    scenario.where(),
                    play.transcript(),
                    "a scenario that can be played",
                    message(e),
                    Optional.empty()));
        }
    }

    private Crashed crashes(Scenario scenario, Ending expected, IntFunction<Death> death, int before) {
        int times = before;
        for (int number = 1; number <= MOST_CRASHES; number++) {
            var play = new Play(rehearsal, scenario);
            String instead;
            try {
                play.uncheckedWith(death.apply(number));
                var ending = Ending.of(rehearsal, scenario);
                instead = ending.equals(expected) ? "" : ending.differenceTo(expected);
            } catch (IllegalStateException e) {
                instead = message(e);
            }
            Journal journal = rehearsal.journal();
            if (journal.died().isEmpty()) {
                return new Crashed(times, Optional.empty());
            }
            times++;
            if (!instead.isEmpty()) {
                return new Crashed(
                        times,
                        Optional.of(new Failure(
                                scenario.where(),
                                play.transcript(),
                                "the same end as without a crash",
                                instead,
                                journal.died())));
            }
        }
        return new Crashed(times, Optional.empty());
    }

    private static String message(IllegalStateException e) {
        return String.valueOf(e.getMessage());
    }
}
