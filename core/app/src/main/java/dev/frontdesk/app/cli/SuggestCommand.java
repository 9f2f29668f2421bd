package dev.frontdesk.app.cli;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import dev.frontdesk.app.admin.AdminApi.HeardLine;
import dev.frontdesk.plugin.intent.suggest.Group;
import dev.frontdesk.plugin.intent.suggest.Heard;
import dev.frontdesk.plugin.intent.suggest.Suggestions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "suggest",
        description =
                "Lists what contacts wrote that was about nothing known, or that agents sent to another team, grouped by what is alike: "
                        + "the examples that are missing.",
        mixinStandardHelpOptions = true)
final class SuggestCommand implements Callable<Integer> {
    private static final int MOST_HEARD = 5_000;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    FolderOptions folders = new FolderOptions();

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "30",
            description = "How far back; 30 unless you say otherwise.")
    int days;

    @Option(
            names = "--groups",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many groups; 20 unless you say otherwise.")
    int most;

    @Option(
            names = "--to",
            paramLabel = "FILE.jsonl",
            description =
                    "Also writes the examples as JSON Lines, to be corrected and named in 'from' of a file in config/intents.")
    @Nullable
    Path to;

    @Override
    public Integer call() throws IOException {
        long since = System.currentTimeMillis() - Duration.ofDays(days).toMillis();
        var heard = Running.mustAnswer(folders.folders().data(), running -> running.heard(since, MOST_HEARD));
        var groups = Suggestions.of(doubtful(heard.reversed()));
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        groups.stream().limit(most).forEach(group -> print(group, out));
        out.println(
                groups.isEmpty()
                        ? "Of " + heard.size() + " messages in " + days
                                + " days, all were understood and stayed where they were sent."
                        : "Put what fits under its intent in config/intents; a changed file is learned while Frontdesk runs.");
        out.flush();
        if (to != null) {
            Files.write(
                    to,
                    groups.stream()
                            .limit(most)
                            .flatMap(group -> lines(group).stream())
                            .toList());
        }
        return 0;
    }

    /** What was about nothing known, and what a person sent elsewhere. */
    static List<Heard> doubtful(List<HeardLine> heard) {
        var intentOf = intentOfTeams(heard);
        return heard.stream()
                .filter(line -> line.intent().isEmpty() || !line.movedTo().isEmpty())
                .map(line -> new Heard(
                        line.words(),
                        Optional.of(line.intent()).filter(intent -> !intent.isEmpty()),
                        Optional.ofNullable(intentOf.get(line.movedTo()))))
                .toList();
    }

    /** What most messages are about that are sent to a team and stay there. */
    private static Map<String, String> intentOfTeams(List<HeardLine> heard) {
        var counts = new HashMap<String, Map<String, Integer>>();
        heard.stream()
                .filter(line -> !line.intent().isEmpty()
                        && !line.team().isEmpty()
                        && line.movedTo().isEmpty())
                .forEach(line -> counts.computeIfAbsent(line.team(), _ -> new HashMap<>())
                        .merge(line.intent(), 1, Integer::sum));
        var most = new HashMap<String, String>();
        counts.forEach((team, intents) -> intents.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .ifPresent(intent -> most.put(team, intent.getKey())));
        return most;
    }

    private static void print(Group group, PrintWriter out) {
        out.println(group.size()
                + (group.size() == 1 ? " message" : " messages alike")
                + group.intent().map(intent -> ", likely about " + intent).orElse("")
                + (group.routed() > 0 ? " (" + group.routed() + " sent there by agents)" : ""));
        group.examples().forEach(text -> out.println("    " + DeadCommand.printable(text)));
    }

    private static List<String> lines(Group group) {
        var lines = new ArrayList<String>();
        for (var text : group.examples()) {
            var example = Map.of("text", text, "intent", group.intent().orElse(""));
            lines.add(ConfigValueFactory.fromMap(example).render(ConfigRenderOptions.concise()));
        }
        return lines;
    }
}
