package dev.frontdesk.app.config;

import com.typesafe.config.ConfigOrigin;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A place in a file: {@code frontdesk.conf:14}. A line of 0 means the whole file, or something that is not a file. */
public record Where(String file, int line) implements Comparable<Where> {

    public static Where of(ConfigOrigin origin) {
        var filename = origin.filename();
        int line = Math.max(0, origin.lineNumber());
        return filename == null
                ? new Where(withoutLines(origin.description()), line)
                : new Where(shown(Path.of(filename)), line);
    }

    /** The name of a file as an operator knows it: with its folder when that is one below the configuration folder. */
    public static String shown(Path file) {
        var folder = file.toAbsolutePath().getParent();
        var name = String.valueOf(file.getFileName());
        return folder == null
                ? name
                : Stream.of("workflows", "workflows/tests", "intents")
                        .filter(folder::endsWith)
                        .map(known -> known + "/" + name)
                        .findFirst()
                        .orElse(name);
    }

    private static String withoutLines(String description) {
        return description.replaceFirst(": \\d+(-\\d+)?$", "");
    }

    @Override
    public int compareTo(Where other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : Integer.compare(line, other.line);
    }

    @Override
    public String toString() {
        return line > 0 ? file + ":" + line : file;
    }
}
