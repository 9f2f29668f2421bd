package dev.frontdesk.testkit.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.frontdesk.api.enrich.Classification;
import dev.frontdesk.api.enrich.Classifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What every classifier keeps. Implement it in a test class and say which classifier. */
public interface ClassifierContractTest {

    /** A new instance, the same each time. */
    Classifier classifier();

    /** A message that is about one of its intents. */
    String clear();

    /** The intent {@link #clear} is about. */
    String intent();

    /** It knows what a clear message is about. */
    @Test
    default void knowsWhatAClearMessageIsAbout() {
        assertThat(asked(classifier(), clear()).intent()).contains(intent());
    }

    /** Intents are its own, probabilities are probabilities, and alternatives do not repeat the intent. */
    @Test
    default void answersOnlyWithItsOwnIntents() {
        var classifier = classifier();
        for (var text : texts()) {
            var said = asked(classifier, text);
            said.intent()
                    .filter(intent -> !said.isHandOver())
                    .ifPresent(intent -> assertThat(classifier.intents()).contains(intent));
            assertThat(classifier.intents()).containsAll(said.alternatives().keySet());
            said.intent().ifPresent(intent -> assertThat(said.alternatives()).doesNotContainKey(intent));
            assertThat(said.probability()).isBetween(0.0, 1.0);
            assertThat(said.alternatives().values())
                    .allSatisfy(one -> assertThat(one).isBetween(0.0, 1.0));
            assertThat(Classification.from(said.asValue()).intent()).isEqualTo(said.intent());
        }
    }

    /** Whatever comes is a text: empty, endless, without words, of half characters. */
    @Test
    default void isNotBroughtDownByAText() {
        for (var text : texts()) {
            assertThat(asked(classifier(), text)).isNotNull();
        }
    }

    /** The same text gets the same answer from every instance that learned the same, in any thread. */
    @Test
    default void answersTheSameEveryTimeAndInEveryThread() throws InterruptedException {
        var classifier = classifier();
        var expected = texts().stream().map(text -> asked(classifier(), text)).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<List<Classification>>>();
            for (int i = 0; i < 20; i++) {
                work.add(() ->
                        texts().stream().map(text -> asked(classifier, text)).toList());
            }
            for (var one : threads.invokeAll(work)) {
                assertThat(one.get()).isEqualTo(expected);
            }
        } catch (ExecutionException e) {
            fail("a thread failed", e.getCause());
        }
    }

    private List<String> texts() {
        return List.of(clear(), "", "   ", "?!", "😀😀", "\uD83D", "a", "слово", "qqq www zzz", clear().repeat(500));
    }

    private static Classification asked(Classifier classifier, String text) {
        try {
            return classifier.classify(text, Locale.ENGLISH, Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fail("was interrupted", e);
        }
    }
}
