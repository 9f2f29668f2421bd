package dev.frontdesk.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "notices",
        description =
                "Prints what providers told of your accounts in the last 30 days: templates, limits, blocks, automatic mail.",
        mixinStandardHelpOptions = true)
final class NoticesCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    FolderOptions folders = new FolderOptions();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100")
    int limit;

    @Override
    public Integer call() throws IOException {
        var notices = Running.mustAnswer(folders.folders().data(), running -> running.notices(limit));
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        notices.forEach(it -> out.println("%s  %s  %s  %s"
                .formatted(
                        Instant.ofEpochMilli(it.at()),
                        it.channel(),
                        DeadCommand.printable(it.kind()),
                        DeadCommand.printable(it.details()))));
        out.println(notices.isEmpty() ? "There is no notice." : notices.size() + " notices.");
        out.flush();
        return 0;
    }
}
