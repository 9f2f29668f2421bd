package dev.frontdesk.app.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontdesk.api.Contributions;
import dev.frontdesk.api.FrontdeskPlugin;
import dev.frontdesk.api.workflow.Shape;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.api.workflow.StepContext;
import dev.frontdesk.api.workflow.StepOutcome;
import dev.frontdesk.app.plugin.Plugin;
import dev.frontdesk.app.wiring.OpenHouse;
import dev.frontdesk.plugin.example.ExamplePlugin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes in is stored, kept as a dead letter or refused, and the next contact is answered as if nothing had happened. */
class HostileTest {
    private static final int MEGABYTE = 1_000_000;
    private static final Duration MOST = Duration.ofSeconds(10);

    @TempDir
    static Path home;

    private static Provider provider;
    private static OpenHouse house;
    private static Wire wire;

    /** What becomes of an input. */
    enum Fate {
        STORED,
        DEAD_LETTER,
        REFUSED,
        /** Stored as a message, and what could not be done with it kept as a dead letter. */
        STORED_AND_DEAD_LETTER
    }

    record Hostile(String name, Fate fate, Supplier<Wire.Answer> sends) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void open() throws IOException {
        provider = new Provider();
        house = Premises.in(home)
                .business("""
                        channels {
                          site { type = webchat, visitor-per-minute = 10000, address-per-minute = 10000 }
                          %s
                        }
                        teams { support { strategy = least-open, members = [anna, boris] } }
                        """.formatted(provider.channel()))
                .workflow("""
                          { branch = [ { when = "text == 'throw'", goto = throws }, { when = "text == 'assert'", goto = asserts }
                                       { when = "text == 'exhaust'", goto = exhausts }
                                       { when = "text == 'hang'", goto = hangs } ], else = answer }
                          { id = throws, misbehave = throw }
                          { id = asserts, misbehave = assert }
                          { id = exhausts, misbehave = exhaust }
                          { id = hangs, never-return = hang }
                          { id = answer, send = "We are here." }
                        """)
                .open(new Plugin("bad", new Bad(), "test"), new Plugin("hooks", new ExamplePlugin(), "test"));
        wire = new Wire(house.port());
    }

    @AfterAll
    static void close() {
        house.close();
        provider.close();
    }

    static Stream<Hostile> inputs() {
        return Stream.concat(chatInputs(), Stream.concat(hookInputs(), steps()));
    }

    private static Stream<Hostile> chatInputs() {
        return Stream.of(
                chat("chat: not JSON", Fate.DEAD_LETTER, "<html>502 Bad Gateway</html>"),
                chat("chat: nothing", Fate.DEAD_LETTER, ""),
                chat("chat: cut off", Fate.DEAD_LETTER, "{\"id\":\"x\",\"te"),
                chat("chat: arrays 10,000 deep", Fate.DEAD_LETTER, "[".repeat(10_000) + "]".repeat(10_000)),
                chat("chat: a message 10,000 deep", Fate.DEAD_LETTER, message("\"x\",\"more\":" + deep())),
                chat(
                        "chat: unknown kind",
                        Fate.DEAD_LETTER,
                        "{\"id\":\"" + UUID.randomUUID() + "\",\"kind\":\"hologram\"}"),
                chat("chat: the id is none", Fate.DEAD_LETTER, "{\"id\":\"1\",\"text\":\"hello\"}"),
                chat("chat: NUL", Fate.STORED, message("\"a\\u0000b\"")),
                chat("chat: a bare NUL", Fate.DEAD_LETTER, message("\"a\0b\"")),
                chat("chat: lone surrogate", Fate.STORED, message("\"a\\ud800b\"")),
                chat("chat: a line of a megabyte", Fate.REFUSED, message("\"" + "x".repeat(MEGABYTE) + "\"")),
                new Hostile(
                        "chat: no visitor",
                        Fate.REFUSED,
                        () -> wire.post(
                                "/channels/site/messages", message("\"hello\"").getBytes(UTF_8))));
    }

    private static Stream<Hostile> hookInputs() {
        byte[] loneSurrogate = {'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80, 'b'};
        return Stream.of(
                hook("hook: NUL", Fate.STORED, query(), "a\0b".getBytes(UTF_8)),
                hook("hook: lone surrogate", Fate.DEAD_LETTER, query(), loneSurrogate),
                hook("hook: arrays 10,000 deep", Fate.STORED, query(), deep().getBytes(UTF_8)),
                hook(
                        "hook: a line of a megabyte",
                        Fate.REFUSED,
                        query(),
                        "x".repeat(MEGABYTE).getBytes(UTF_8)),
                hook("hook: no sender", Fate.DEAD_LETTER, "id=1", "hello".getBytes(UTF_8)),
                hook("hook: a sender of NUL", Fate.STORED, "id=nul&from=%00", "hello".getBytes(UTF_8)),
                hook("hook: a sender of half a pair", Fate.STORED, "id=half&from=%ED%A0%80", "hello".getBytes(UTF_8)),
                hook(
                        "hook: a sender 5,000 long",
                        Fate.STORED,
                        "id=long&from=" + "x".repeat(5_000),
                        "hi".getBytes(UTF_8)),
                new Hostile(
                        "hook: wrong secret",
                        Fate.REFUSED,
                        () -> wire.post(
                                "/channels/hook/in?" + query(), "hi".getBytes(UTF_8), "X-Hook-Secret", "guessed")));
    }

    private static Stream<Hostile> steps() {
        return Stream.of(
                chat("a step that throws", Fate.STORED, message("\"throw\"")),
                chat("a step that throws no exception", Fate.STORED, message("\"assert\"")),
                chat("a step that has no memory left", Fate.STORED_AND_DEAD_LETTER, message("\"exhaust\"")),
                chat("a step that never returns", Fate.STORED, message("\"hang\"")));
    }

    private static String deep() {
        return "[".repeat(10_000) + "]".repeat(10_000);
    }

    private static String message(String text) {
        return "{\"id\":\"" + UUID.randomUUID() + "\",\"text\":" + text + "}";
    }

    private static String query() {
        return "id=" + UUID.randomUUID() + "&from=somebody";
    }

    private static Hostile chat(String name, Fate fate, String body) {
        return new Hostile(name, fate, () -> Visitor.somebody().posts(wire, body.getBytes(UTF_8)));
    }

    private static Hostile hook(String name, Fate fate, String query, byte[] body) {
        return new Hostile(name, fate, () -> provider.posts(wire, query, body));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void isAccountedForAndTheNextContactIsAnswered(Hostile input) throws InterruptedException {
        long letters = house.store().deadLetters().count();
        long messages = house.engine().storedMessages();
        var answer = new Wire.Answer[1];

        var sending = Thread.startVirtualThread(() -> answer[0] = input.sends().get());
        var meanwhile = answered();
        sending.join();
        var afterwards = answered();

        System.out.printf(
                "%s: the next contact was answered after %d ms, the one after that after %d ms%n",
                input, meanwhile.toMillis(), afterwards.toMillis());
        boolean stored = input.fate() == Fate.STORED || input.fate() == Fate.STORED_AND_DEAD_LETTER;
        boolean dead = input.fate() == Fate.DEAD_LETTER || input.fate() == Fate.STORED_AND_DEAD_LETTER;
        await().atMost(MOST).untilAsserted(() -> {
            assertThat(house.engine().storedMessages() - messages)
                    .as("messages")
                    .isEqualTo(stored ? 3 : 2);
            assertThat(house.store().deadLetters().count() - letters)
                    .as("dead letters")
                    .isEqualTo(dead ? 1 : 0);
        });
        assertThat(answer[0].status())
                .as(answer[0].text())
                .matches(status -> input.fate() == Fate.REFUSED ? status / 100 == 4 : status == 200);
        assertThat(answer[0].text()).as("no word about the inside").doesNotContain("Exception", "java");
    }

    /** How long somebody else waits for an answer. */
    private static Duration answered() {
        var somebody = Visitor.somebody();
        long begin = System.nanoTime();
        somebody.says(wire, "hello");
        await().atMost(MOST)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> somebody.hears(wire).contains("We are here."));
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** A plugin with steps that do what no step may do. */
    static final class Bad implements FrontdeskPlugin {
        @Override
        public void contribute(Contributions to) {
            to.step("misbehave", How.class, Misbehave.class);
            to.step("never-return", How.class, NeverReturn.class);
        }
    }

    record How(
            @dev.frontdesk.api.Setting(shorthand = true, doc = "What it does.")
            String what) {}

    static final class Misbehave implements Step<How> {
        @Override
        public Shape shape(How settings) {
            return Shape.plain();
        }

        @Override
        public StepOutcome run(How settings, StepContext now) {
            switch (settings.what()) {
                case "assert" -> throw new AssertionError("not even an exception");
                case "exhaust" -> throw new OutOfMemoryError("made up");
                default -> throw new IllegalStateException("this step always fails");
            }
        }
    }

    static final class NeverReturn implements Step<How> {
        @Override
        public Shape shape(How settings) {
            return Shape.plain();
        }

        @Override
        public StepOutcome run(How settings, StepContext now) {
            while (!Thread.currentThread().isInterrupted()
                    || now.facts().text("text").equals("hang")) {
                Thread.onSpinWait();
            }
            throw new IllegalStateException("interrupted");
        }
    }
}
