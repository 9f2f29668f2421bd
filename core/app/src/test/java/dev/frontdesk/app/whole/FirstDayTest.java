package dev.frontdesk.app.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontdesk.api.Contributions;
import dev.frontdesk.api.FrontdeskPlugin;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.Shape;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.api.workflow.StepContext;
import dev.frontdesk.api.workflow.StepOutcome;
import dev.frontdesk.app.plugin.Plugin;
import dev.frontdesk.app.wiring.OpenHouse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does first: sign in by the link that the start prints, add colleagues, look after what went wrong. */
class FirstDayTest {
    private static final String PASSWORD = "a lamp in the window";

    @TempDir
    Path home;

    private Premises premises;
    private OpenHouse house;
    private Wire wire;

    @BeforeEach
    void open() throws IOException {
        Fragile.broken.set(true);
        premises = Premises.in(home).business("""
                        channels { site { type = webchat } }
                        teams { support { strategy = least-open, members = [anna, boris] } }
                        """).workflow("{ fragile {} }, { send = \"We are here.\" }");
        reopen();
    }

    private void reopen() throws IOException {
        house = premises.open(new Plugin("fragile", new Brings(), "test"));
        wire = new Wire(house.port());
    }

    @AfterEach
    void close() {
        house.close();
    }

    private String frontdesk(int code, String... arguments) {
        return Terminal.frontdesk(premises, code, arguments);
    }

    @Test
    void theFirstStartPrintsALinkThatWorksOnceAndLaterStartsPrintNone() throws IOException {
        var link = house.line().replaceFirst("(?s).*(http\\S+/welcome#\\S+).*", "$1");
        assertThat(link).startsWith(wire.site() + "/welcome#");

        assertThat(Colleague.welcome(wire, link, PASSWORD).status()).isEqualTo(200);
        assertThat(Colleague.welcome(wire, link, PASSWORD).status())
                .as("once only")
                .isEqualTo(401);
        assertThat(Colleague.login(wire, "anna", PASSWORD).json().getString("role"))
                .isEqualTo("admin");
        assertThat(Colleague.login(wire, "anna", "password").status()).isEqualTo(401);

        house.close();
        reopen();
        assertThat(house.line()).contains("Inbox: " + wire.site() + "/").doesNotContain("welcome");
        assertThat(Colleague.login(wire, "anna", PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aColleagueIsAddedSignsInAndIsDisabledWhileTheHouseRuns() {
        var anna = Colleague.welcomed(wire, house.line().replaceFirst("(?s).*(/welcome#\\S+).*", "$1"));
        assertThat(anna.get(wire, "/api/bootstrap").getConfigList("agents")).hasSize(2);

        var link = frontdesk(0, "agent", "add", "cara", "--name", "Cara", "--team", "support");
        assertThat(link).startsWith(wire.site() + "/welcome#");

        var cara = Colleague.welcomed(wire, link);
        assertThat(cara.get(wire, "/api/me").getString("name")).isEqualTo("Cara");
        assertThat(frontdesk(0, "agent", "list")).containsPattern("cara +Cara +agent +yes");

        frontdesk(0, "agent", "disable", "cara");
        await().untilAsserted(() -> assertThat(
                        wire.get("/api/me", "Cookie", cara.cookie()).status())
                .isEqualTo(401));
        assertThat(frontdesk(1, "agent", "add", "dora", "--team", "nowhere")).contains("there is no team 'nowhere'");
    }

    @Test
    void aDeadLetterIsListedShownAndDrivenAgain() {
        Visitor.somebody().posts(wire, "not a message".getBytes(UTF_8));
        var visitor = Visitor.somebody();
        visitor.says(wire, "is anybody there?");
        await().until(() -> house.store().deadLetters().count() == 2);

        var list = frontdesk(0, "dead", "list");
        assertThat(list).contains("unreadable", "mail", "2 dead letters.");
        var unreadable = id(list, "unreadable");
        var mail = id(list, "mail");
        assertThat(frontdesk(0, "dead", "show", unreadable)).contains("not a message");
        assertThat(frontdesk(1, "dead", "redrive", unreadable)).contains("cannot be driven again");
        assertThat(visitor.hears(wire)).isEmpty();

        Fragile.broken.set(false);
        assertThat(frontdesk(0, "dead", "redrive", mail)).isEqualTo("redriven " + mail);

        await().untilAsserted(() -> assertThat(visitor.hears(wire)).containsExactly("We are here."));
        assertThat(frontdesk(1, "dead", "redrive", mail)).contains("there is no dead letter " + mail);
    }

    private static String id(String list, String kind) {
        return list.lines()
                .filter(line -> line.contains("  " + kind + "  "))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .findFirst()
                .orElseThrow();
    }

    /** Brings a step that is broken until somebody mends it. */
    static final class Brings implements FrontdeskPlugin {
        @Override
        public void contribute(Contributions to) {
            to.step("fragile", Nothing.class, Fragile.class);
        }
    }

    record Nothing() {}

    static final class Fragile implements Step<Nothing> {
        private static final AtomicBoolean broken = new AtomicBoolean();

        @Override
        public Shape shape(Nothing settings) {
            return Shape.plain();
        }

        @Override
        public StepOutcome run(Nothing settings, StepContext now) {
            if (broken.get()) {
                throw new OutOfMemoryError("made up");
            }
            return StepOutcome.of(Next.onward());
        }
    }
}
