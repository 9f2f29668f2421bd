package dev.frontdesk.app.cli;

import dev.frontdesk.app.config.ConfigFiles;
import dev.frontdesk.app.config.Problem;
import dev.frontdesk.app.config.Problems;
import dev.frontdesk.app.scenario.Performances;
import dev.frontdesk.app.scenario.ScenarioLoader;
import dev.frontdesk.app.scenario.Stage;
import dev.frontdesk.app.wiring.Folders;
import dev.frontdesk.app.wiring.Prepared;
import dev.frontdesk.simulator.scenario.Scenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "test",
        description =
                "Plays the scenarios in workflows/tests/*.conf on the real engine, with a clock of their own and no network; "
                        + "then again with a crash before and after each commit. Ends with 1 when one fails, with 2 when a file is wrong.",
        mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Mixin
    Script script = new Script();

    @Option(names = "--only", paramLabel = "NAME", description = "Only scenarios whose name has this in it.")
    @Nullable
    String only;

    @Option(names = "--no-crash", description = "Play each scenario only once, without crashes.")
    boolean noCrash;

    @Option(names = "--junit", paramLabel = "FILE", description = "Also write the results as JUnit's XML.")
    @Nullable
    Path junit;

    @Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    TestCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var line = Objects.requireNonNull(spec).commandLine();
        var folders = script.folders();
        try (var stage = new Stage()) {
            var prepared = Ready.print(stage.prepare(folders, environment), folders, line.getErr());
            if (prepared.isEmpty()) {
                return CommandLine.ExitCode.USAGE;
            }
            var scenarios = scenarios(prepared.get(), folders, environment, line.getErr());
            return scenarios.isEmpty()
                    ? CommandLine.ExitCode.USAGE
                    : play(scenarios.get(), stage, prepared.get(), line.getOut());
        }
    }

    /** Empty when something is wrong, which is then printed. */
    static Optional<List<Scenario>> scenarios(
            Prepared prepared, Folders folders, Map<String, String> environment, PrintWriter err) {
        var problems = new Problems();
        var scenarios =
                new ScenarioLoader(prepared, problems).load(new ConfigFiles(folders.config(), environment, problems));
        Ready.print(problems.all(), err);
        return problems.all().stream().anyMatch(one -> one.severity() == Problem.Severity.ERROR)
                ? Optional.empty()
                : Optional.of(scenarios);
    }

    private int play(List<Scenario> all, Stage stage, Prepared prepared, PrintWriter out)
            throws IOException, InterruptedException {
        var wanted = all.stream()
                .filter(one -> only == null || one.name().contains(only))
                .toList();
        if (wanted.isEmpty()) {
            throw new Trouble(
                    all.isEmpty()
                            ? "there is no scenario in workflows/tests; docs/workflows.md shows how one is written"
                            : "no scenario has '" + only + "' in its name");
        }
        var report = new TestReport(out);
        long begun = System.nanoTime();
        var outcomes =
                new Performances(wanted, !noCrash).play(stage, prepared, script.folders(), environment, report::print);
        report.summary(outcomes, Duration.ofNanos(System.nanoTime() - begun));
        if (junit != null) {
            Files.writeString(junit, JunitXml.of(outcomes));
        }
        boolean failed = outcomes.stream().anyMatch(one -> one.failure().isPresent());
        return failed ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }
}
