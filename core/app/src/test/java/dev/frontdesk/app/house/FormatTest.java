package dev.frontdesk.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One formatter, no debate. {@code mvn … -Dformat=write} rewrites what differs. */
class FormatTest {
    private static final Path ROOT = Path.of("../..");

    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(false)
            .build());

    @Test
    void everySourceIsFormatted() throws IOException {
        var differing =
                sources().stream().filter(this::differs).map(ROOT::relativize).toList();
        assertThat(differing)
                .as("put them right with: mvn -pl core/app -am test -Dtest=FormatTest -Dformat=write"
                        + " -Dsurefire.failIfNoSpecifiedTests=false")
                .isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/main/java/")
                            || file.toString().contains("/src/test/java/"))
                    .sorted()
                    .toList();
        }
    }

    private boolean differs(Path file) {
        try {
            var written = Files.readString(file);
            var formatted = formatter.formatSource(named(written));
            if (formatted.equals(written)) {
                return false;
            } else if ("write".equals(System.getProperty("format"))) {
                Files.writeString(file, formatted);
                return false;
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FormatterException e) {
            throw new AssertionError(file + " cannot be formatted: " + e.getMessage(), e);
        }
    }

    /** The formatter loses a bare {@code _} within a record pattern; {@code var _} says the same. */
    private static String named(String source) {
        var named = source.replaceAll("(\\b[A-Z]\\w*\\((?:[^()\\n]*, )?)_(?=[,)])", "$1var _");
        return named.equals(source) ? source : named(named);
    }
}
