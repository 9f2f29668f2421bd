package dev.frontdesk.app.cli;

import dev.frontdesk.simulator.scenario.Failure;
import dev.frontdesk.simulator.scenario.Theatre.Outcome;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What came of scenarios, for people. */
final class TestReport {
    private static final String INDENT = "        ";

    private final PrintWriter out;

    TestReport(PrintWriter out) {
        this.out = out;
    }

    void print(Outcome outcome) {
        out.printf(
                Locale.ROOT,
                "%s  %s (%d ms%s)%n",
                outcome.failure().isEmpty() ? "ok  " : "FAIL",
                outcome.scenario().name(),
                outcome.took().toMillis(),
                outcome.crashes() > 0 ? ", " + outcome.crashes() + " crashes" : "");
        outcome.failure().ifPresent(failure -> out.print(text(failure).indent(6)));
        out.flush();
    }

    static String text(Failure failure) {
        var text = new StringBuilder();
        failure.crash()
                .ifPresent(crash -> text.append("crash     ").append(crash).append('\n'));
        text.append("at        ").append(failure.where()).append('\n');
        block(text, "so far    ", String.join("\n", failure.soFar()));
        block(text, "expected  ", failure.expected());
        block(text, "instead   ", failure.instead());
        return text.toString();
    }

    private static void block(StringBuilder text, String title, String lines) {
        text.append(title).append(lines.replace("\n", "\n  " + INDENT)).append('\n');
    }

    void summary(List<Outcome> outcomes, Duration took) {
        long failed = outcomes.stream().filter(one -> one.failure().isPresent()).count();
        long crashes = outcomes.stream().mapToLong(Outcome::crashes).sum();
        out.printf(
                Locale.ROOT,
                "%n%d %s, %s%s, in %.1f s%n",
                outcomes.size(),
                outcomes.size() == 1 ? "scenario" : "scenarios",
                failed == 0 ? "none failed" : failed + " failed",
                crashes > 0 ? ", " + crashes + " crashes" : "",
                took.toMillis() / 1000.0);
        out.flush();
    }
}
