package dev.frontdesk.bench.mail;

import dev.frontdesk.channel.email.reply.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How well quotes and signatures are told from what somebody wrote: texts beside what should be left of them. */
@Command(name = "replies", description = "trims texts and compares them with what should be left of each")
public final class RepliesBench implements Callable<Integer> {
    @Option(names = "--emails", required = true, description = "the folder with the texts")
    @SuppressWarnings("NullAway.Init")
    private Path emails;

    @Option(
            names = "--trimmed",
            required = true,
            description = "the folder with what should be left, under the same names")
    @SuppressWarnings("NullAway.Init")
    private Path trimmed;

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(emails) || !Files.isDirectory(trimmed)) {
            System.err.println(emails + " or " + trimmed + " is no folder");
            return 2;
        }
        System.out.println(compare(emails, trimmed));
        return 0;
    }

    /**
     * The figures.
     *
     * @param kept characters that were kept, of lines as they stand
     * @param wanted characters that should have been
     * @param right characters that were kept and should have been
     */
    record Figures(long texts, long exact, long kept, long wanted, long right) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "texts=%d exact=%d char_precision=%.4f char_recall=%.4f",
                    texts,
                    exact,
                    kept == 0 ? 1 : right / (double) kept,
                    wanted == 0 ? 1 : right / (double) wanted);
        }
    }

    static Figures compare(Path emails, Path trimmed) throws IOException {
        var figures = new Figures(0, 0, 0, 0, 0);
        try (var files = Files.list(emails)) {
            for (var file : files.sorted().toList()) {
                var expected = trimmed.resolve(file.getFileName());
                if (Files.exists(expected)) {
                    figures = with(
                            figures,
                            file.getFileName().toString(),
                            lines(Reply.of(Files.readString(file)).text()),
                            lines(Files.readString(expected)));
                }
            }
        }
        return figures;
    }

    private static Figures with(Figures so, String name, String kept, String wanted) {
        if (!kept.equals(wanted)) {
            System.out.println(name + ": kept\n" + indented(kept) + "\n  instead of\n" + indented(wanted));
        }
        return new Figures(
                so.texts() + 1,
                so.exact() + (kept.equals(wanted) ? 1 : 0),
                so.kept() + size(kept),
                so.wanted() + size(wanted),
                so.right() + common(kept, wanted));
    }

    private static long size(String text) {
        return text.lines().mapToLong(line -> line.length() + 1L).sum();
    }

    /** The characters of the lines that are in both. */
    private static long common(String kept, String wanted) {
        Map<String, Integer> lines = new HashMap<>();
        wanted.lines().forEach(line -> lines.merge(line, 1, Integer::sum));
        return kept.lines()
                .filter(line -> lines.merge(line, -1, Integer::sum) >= 0)
                .mapToLong(line -> line.length() + 1L)
                .sum();
    }

    /** Without empty lines around it, which nobody sees. */
    private static String lines(String text) {
        var lines = text.replace("\r\n", "\n").stripTrailing();
        while (lines.startsWith("\n")) {
            lines = lines.substring(1);
        }
        return lines;
    }

    private static String indented(String text) {
        return "    " + text.replace("\n", "\n    ");
    }
}
