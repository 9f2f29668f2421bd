package dev.frontdesk.plugin.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial compiles, and shows the very code that passes the contract. */
class WriteAChannelTest {

    private static final Path PAGE = Path.of("../../docs/write-a-channel.md");
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("(?m)^(?:public )?(?:final )?(?:class|record) (\\w+)");

    private static List<String> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String name(String block) {
        var found = NAME.matcher(block);
        assertThat(found.find()).as(block).isTrue();
        return found.group(1);
    }

    @Test
    void its_code_compiles_without_a_warning(@TempDir Path folder) throws IOException {
        for (var block : blocks()) {
            Files.writeString(folder.resolve(name(block) + ".java"), block);
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var sources = Files.list(folder)) {
            var options = List.of(
                    "-d",
                    folder.toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "-Xlint:all,-path,-processing",
                    "-Werror",
                    "-proc:none");
            var units = files.getJavaFileObjectsFromPaths(sources.collect(Collectors.toList()));
            assertThat(compiler.getTask(said, files, null, options, null, units).call())
                    .as(said::toString)
                    .isTrue();
        }
    }

    @Test
    void its_channel_is_the_one_that_is_tested() throws IOException {
        var main = Path.of("src/main/java/dev/frontdesk/plugin/example");
        var test = Path.of("src/test/java/dev/frontdesk/plugin/example");
        assertThat(blocks())
                .contains(
                        Files.readString(main.resolve("HookSettings.java")),
                        Files.readString(main.resolve("HookChannel.java")),
                        Files.readString(test.resolve("HookChannelTest.java")));
    }
}
