package dev.frontdesk.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class SafeLogTest {

    /** What the shipped logback.xml writes. */
    private static String written(String appender, java.util.function.Consumer<org.slf4j.Logger> work)
            throws Exception {
        var out = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        var context = new LoggerContext();
        try {
            context.putProperty("FRONTDESK_LOG", appender);
            context.setMDCAdapter(MDC.getMDCAdapter());
            var configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(Path.of("../../config/logback.xml").toFile());
            work.accept(context.getLogger("test"));
        } finally {
            context.stop();
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void nobodyCanForgeALineOrColourIt() throws Exception {
        var log = written("console", to -> to.info("said {}", "hi\r\n2026-01-01 ERROR forged \u001b[31mred\u202e"));

        assertThat(log.lines()).hasSize(1);
        assertThat(log).contains("said hi\\r\\n2026-01-01 ERROR forged \\u001b[31mred\\u202e");
    }

    @Test
    void anExceptionCannotForgeALineEither() throws Exception {
        var log = written("console", to -> to.warn("failed", new IllegalStateException("a\n2026-01-01 ERROR forged")));

        assertThat(log.lines().skip(1)).isNotEmpty().allMatch(line -> line.startsWith("  | "));
    }

    @Test
    void secretsShowInNeitherForm() throws Exception {
        Secrets.remember("canary-token-1");

        for (var appender : new String[] {"console", "json"}) {
            var log = written(
                    appender,
                    to -> to.error(
                            "calling https://x/canary-token-1/send", new IllegalStateException("canary-token-1")));
            assertThat(log).isNotEmpty().doesNotContain("canary-token-1").contains("••••");
        }
    }

    @Test
    void aLineTellsWhichConversation() throws Exception {
        MDC.put("channel", "site");
        MDC.put("conversation", "42");
        try {
            assertThat(written("console", to -> to.info("hello")))
                    .contains("[site 42 ]")
                    .endsWith(" hello\n");
        } finally {
            MDC.clear();
        }
        assertThat(written("console", to -> to.info("hello"))).endsWith("INFO  test hello\n");
    }
}
