package dev.frontdesk.plugin.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tutorial shows is what this module holds, and compiles. */
class TutorialsTest {
    private static final String FENCE = "```";

    @ParameterizedTest
    @ValueSource(strings = {"write-a-step.md", "write-a-strategy.md", "look-ups.md"})
    void compileAndShowTheCodeThatIsHere(String tutorial, @TempDir Path classes) throws IOException {
        var blocks = javaBlocks(Files.readString(Path.of("../../docs", tutorial)));
        assertThat(blocks).hasSizeGreaterThanOrEqualTo(3);
        for (var block : blocks) {
            for (var folder : List.of("main", "test")) {
                var ours = Path.of("src", folder, "java/dev/frontdesk/plugin/example", type(block) + ".java");
                if (Files.exists(ours)) {
                    assertThat(block).as("%s in %s", type(block), tutorial).isEqualTo(Files.readString(ours));
                }
            }
        }
        assertThat(compile(blocks, classes)).isEmpty();
    }

    private static List<String> javaBlocks(String text) {
        var blocks = new ArrayList<String>();
        var opening = FENCE + "java\n";
        for (int at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, at + 1)) {
            int start = at + opening.length();
            blocks.add(text.substring(start, text.indexOf(FENCE, start)));
        }
        return blocks;
    }

    /** The name of the block's type: the word behind the first line that declares one. */
    private static String type(String block) {
        var declaration = block.lines()
                .filter(line -> line.matches("(public )?(final )?(class|record) .*"))
                .findFirst()
                .orElseThrow();
        var words = List.of(declaration.replace('(', ' ').split(" "));
        return words.get(Math.max(words.indexOf("class"), words.indexOf("record")) + 1);
    }

    private static String compile(List<String> blocks, Path classes) {
        var messages = new StringWriter();
        var options =
                List.of("-d", classes.toString(), "-classpath", System.getProperty("java.class.path"), "-proc:none");
        var sources = blocks.stream().map(Source::new).toList();
        ToolProvider.getSystemJavaCompiler()
                .getTask(messages, null, null, options, null, sources)
                .call();
        return messages.toString();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String code;

        private Source(String code) {
            super(
                    URI.create("string:///dev/frontdesk/plugin/example/" + type(code) + ".java"),
                    JavaFileObject.Kind.SOURCE);
            this.code = code;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }
}
