package dev.frontdesk.testkit.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.enrich.Enricher;
import dev.frontdesk.api.enrich.Enrichment;
import dev.frontdesk.testkit.channel.BadTexts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What every enricher keeps. Implement it in a test class and say which enricher. */
public interface EnricherContractTest {

    /** A new instance, the same each time. */
    Enricher enricher();

    /** Facts by their paths for which it finds something. */
    Map<String, Value> clear();

    /** It finds something, and of what it may find only. */
    @Test
    default void findsWhatItSaysItFinds() {
        var enricher = enricher();
        assertThat(asked(enricher, Facts.of(clear()))).isInstanceOfSatisfying(Enrichment.Found.class, found -> {
            assertThat(found.values()).isNotEmpty();
            if (!enricher.finds().isEmpty()) {
                assertThat(enricher.finds()).containsAll(found.values().keySet());
            }
        });
    }

    /** Its answer is remembered by the facts it reads: one that it reads in secret would be forgotten. */
    @Test
    default void readsNothingButWhatItSaysItReads() {
        var enricher = enricher();
        Set<String> read = ConcurrentHashMap.newKeySet();
        var facts = Facts.of(clear());
        asked(enricher, path -> {
            read.add(path);
            return facts.get(path);
        });
        assertThat(enricher.reads()).containsAll(read);
    }

    /** Whatever stands in its facts, or whether anything does: it answers. */
    @Test
    default void isNotBroughtDownByAFact() {
        var enricher = enricher();
        for (var facts : oddFacts(enricher)) {
            var answer = asked(enricher, Facts.of(facts));
            assertThat(answer).as("%.200s", facts).isNotNull();
            if (answer instanceof Enrichment.Found(var values)
                    && !enricher.finds().isEmpty()) {
                assertThat(enricher.finds()).containsAll(values.keySet());
            }
        }
    }

    /** The same facts get the same answer from every instance, in any thread. */
    @Test
    default void answersTheSameEveryTimeAndInEveryThread() throws InterruptedException {
        var enricher = enricher();
        var facts = Facts.of(clear());
        var expected = asked(enricher(), facts);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<Enrichment>>();
            for (int i = 0; i < 20; i++) {
                work.add(() -> asked(enricher, facts));
            }
            for (var one : threads.invokeAll(work)) {
                assertThat(one.get()).isEqualTo(expected);
            }
        } catch (ExecutionException e) {
            fail("a thread failed", e.getCause());
        }
    }

    /** A local one waits for nothing: it answers with no time left, and in a thread in which all waiting ends at once. */
    @Test
    default void waitsForNothingWhenItIsLocal() throws InterruptedException {
        var enricher = enricher();
        if (!enricher.local()) {
            return;
        }
        var expected = asked(enricher, Facts.of(clear()));
        Thread.currentThread().interrupt();
        try {
            assertThat(enricher.lookUp(Facts.of(clear()), Duration.ZERO)).isEqualTo(expected);
        } finally {
            assertThat(Thread.interrupted()).as("still interrupted").isTrue();
        }
    }

    private List<Map<String, Value>> oddFacts(Enricher enricher) {
        var all = new ArrayList<Map<String, Value>>();
        all.add(Map.of());
        for (var path : enricher.reads()) {
            var without = new HashMap<>(clear());
            without.remove(path);
            all.add(without);
            for (var odd : oddValues()) {
                var facts = new HashMap<>(clear());
                facts.put(path, odd);
                all.add(facts);
            }
        }
        return all;
    }

    private static Set<Value> oddValues() {
        var odd = new HashSet<Value>(List.of(
                Value.NIL,
                Value.EMPTY,
                Value.of(true),
                Value.of(-1),
                new Value.Num(new BigDecimal("1E+100000")),
                new Value.Time(Instant.MAX),
                new Value.Items(List.of()),
                Value.ofTexts(List.of("a", "b")),
                Value.EMPTY.with("a", Value.of("b"))));
        BadTexts.all().forEach(bad -> odd.add(Value.of(bad.text())));
        return odd;
    }

    private static Enrichment asked(Enricher enricher, Facts facts) {
        try {
            return enricher.lookUp(facts, Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fail("was interrupted", e);
        }
    }
}
