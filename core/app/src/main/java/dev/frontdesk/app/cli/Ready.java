package dev.frontdesk.app.cli;

import dev.frontdesk.app.config.Problem;
import dev.frontdesk.app.wiring.Folders;
import dev.frontdesk.app.wiring.Preparation;
import dev.frontdesk.app.wiring.Prepared;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prepares, or prints every problem. */
final class Ready {
    private Ready() {}

    static Optional<Prepared> of(Folders folders, Map<String, String> environment, PrintWriter err) {
        return print(Preparation.prepare(folders, environment), folders, err);
    }

    static Optional<Prepared> print(Preparation.Outcome outcome, Folders folders, PrintWriter err) {
        return switch (outcome) {
            case Preparation.Outcome.Ready(var prepared) -> Optional.of(prepared);
            case Preparation.Outcome.Faulty(var problems) -> {
                print(problems, err);
                err.println("The configuration in " + folders.config() + " has " + count(problems)
                        + "; nothing was started.");
                err.flush();
                yield Optional.empty();
            }
        };
    }

    static void print(List<Problem> problems, PrintWriter to) {
        problems.forEach(to::println);
        to.flush();
    }

    private static String count(List<Problem> problems) {
        long errors = problems.stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .count();
        return errors == 1 ? "a mistake" : errors + " mistakes";
    }
}
