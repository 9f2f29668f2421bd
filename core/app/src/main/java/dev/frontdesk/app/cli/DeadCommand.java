package dev.frontdesk.app.cli;

import dev.frontdesk.app.admin.AdminApi.DeadLine;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "dead",
        description = "Dead letters: what came in and could not be taken.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class DeadCommand implements Runnable {
    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(line(), "list, show or redrive?");
    }

    private CommandLine line() {
        return Objects.requireNonNull(spec).commandLine();
    }

    @Command(name = "list", description = "Prints the newest dead letters.", mixinStandardHelpOptions = true)
    int list(@Option(names = "--limit", paramLabel = "N", defaultValue = "100") int limit, @Mixin FolderOptions folders)
            throws IOException {
        var letters = Running.mustAnswer(folders.folders().data(), running -> running.deadLetters(limit));
        letters.forEach(letter -> line().getOut().println(head(letter)));
        line().getOut()
                .println(
                        switch (letters.size()) {
                            case 0 -> "There is no dead letter.";
                            case 1 -> "1 dead letter.";
                            default -> letters.size() + " dead letters.";
                        });
        line().getOut().flush();
        return 0;
    }

    @Command(
            name = "show",
            description = "Prints one with the exact text that came in.",
            mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "ID") long id, @Mixin FolderOptions folders) throws IOException {
        var letter = Running.mustAnswer(folders.folders().data(), running -> running.deadLetter(id))
                .orElseThrow(() -> unknown(id));
        line().getOut().println(head(letter));
        line().getOut().println(printable(letter.raw()));
        line().getOut().flush();
        return 0;
    }

    @Command(name = "redrive", description = "Lets one come in again.", mixinStandardHelpOptions = true)
    int redrive(@Parameters(paramLabel = "ID") long id, @Mixin FolderOptions folders) throws IOException {
        if (!Running.mustAnswer(folders.folders().data(), running -> running.redrive(id))) {
            throw unknown(id);
        }
        line().getOut().println("redriven " + id);
        line().getOut().flush();
        return 0;
    }

    private static Trouble unknown(long id) {
        return new Trouble("there is no dead letter " + id + " that waits; frontdesk dead list prints them");
    }

    private static String head(DeadLine letter) {
        return "%d  %s  %s  %s  %s"
                .formatted(
                        letter.id(),
                        Instant.ofEpochMilli(letter.at()),
                        letter.channel(),
                        letter.kind(),
                        printable(letter.reason()));
    }

    /** It came from outside: nothing in it may steer the terminal. */
    static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "�");
    }
}
