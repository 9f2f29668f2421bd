package dev.frontdesk.app.cli;

import dev.frontdesk.plugin.intent.evaluate.Evaluation;
import dev.frontdesk.plugin.intent.evaluate.Report;
import dev.frontdesk.plugin.intent.examples.Doubts;
import dev.frontdesk.plugin.intent.examples.ExampleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "intents",
        description = "How well intents are told apart, and which examples are missing.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {IntentsCommand.Evaluate.class, SuggestCommand.class})
final class IntentsCommand implements Runnable {
    @Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(), "which of them: evaluate or suggest?");
    }

    @Command(
            name = "evaluate",
            description =
                    "Learns from one file of examples and answers another: accuracy, each intent, confusions, calibration, and the "
                            + "figures last. CSV, TSV, JSON Lines or JSON; messages of no intent are labelled oos, out_of_scope, "
                            + "NO_NODES_DETECTED or nothing.",
            mixinStandardHelpOptions = true)
    static final class Evaluate implements Callable<Integer> {
        private static final int MOST_DOUBTS = 20;

        @Option(names = "--train", required = true, paramLabel = "FILE", description = "The examples to learn from.")
        @Nullable
        Path train;

        @Option(names = "--test", required = true, paramLabel = "FILE", description = "The examples to answer.")
        @Nullable
        Path test;

        @Spec
        CommandLine.Model.@Nullable CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            var learned = ExampleFile.read(there(train), ExampleFile.Part.TRAIN);
            var asked = ExampleFile.read(there(test), ExampleFile.Part.TEST);
            var out = Objects.requireNonNull(spec).commandLine().getOut();
            var doubts = Doubts.in(learned);
            doubts.stream().limit(MOST_DOUBTS).forEach(out::println);
            if (doubts.size() > MOST_DOUBTS) {
                out.println("… and " + (doubts.size() - MOST_DOUBTS) + " more examples to look at again.");
            }
            new Report(Evaluation.of(learned, asked), out).print();
            return CommandLine.ExitCode.OK;
        }

        private static Path there(@Nullable Path file) {
            var path = Objects.requireNonNull(file);
            if (!Files.isRegularFile(path)) {
                throw new Trouble("there is no file " + path);
            }
            return path;
        }
    }
}
