package dev.frontdesk.testkit.enrich;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.enrich.Enricher;
import dev.frontdesk.api.enrich.Enrichment;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The contract passes what is right and fails what is wrong. */
class EnricherTeethTest {
    private interface LookUp {
        Enrichment of(Facts facts) throws InterruptedException;
    }

    private static EnricherContractTest with(LookUp lookUp) {
        record Made(LookUp how) implements Enricher {
            @Override
            public Set<String> reads() {
                return Set.of("order");
            }

            @Override
            public Set<String> finds() {
                return Set.of("size");
            }

            @Override
            public boolean local() {
                return true;
            }

            @Override
            public Enrichment lookUp(Facts facts, Duration most) throws InterruptedException {
                return how.of(facts);
            }
        }
        return new EnricherContractTest() {
            @Override
            public Enricher enricher() {
                return new Made(lookUp);
            }

            @Override
            public Map<String, Value> clear() {
                return Map.of("order", Value.of("A1"));
            }
        };
    }

    private static Enrichment found(long size) {
        return new Enrichment.Found(Map.of("size", Value.of(size)));
    }

    @Test
    void aCarefulOnePasses() {
        var right = with(facts -> found(facts.text("order").length()));
        assertThatCode(right::findsWhatItSaysItFinds).doesNotThrowAnyException();
        assertThatCode(right::readsNothingButWhatItSaysItReads).doesNotThrowAnyException();
        assertThatCode(right::isNotBroughtDownByAFact).doesNotThrowAnyException();
        assertThatCode(right::answersTheSameEveryTimeAndInEveryThread).doesNotThrowAnyException();
        assertThatCode(right::waitsForNothingWhenItIsLocal).doesNotThrowAnyException();
    }

    @Test
    void eachFaultIsNoticed() {
        var count = new AtomicInteger();
        var never = new CountDownLatch(1);
        assertThatThrownBy(with(_ -> new Enrichment.NotFound())::findsWhatItSaysItFinds)
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(with(_ -> new Enrichment.Found(Map.of("other", Value.NIL)))::findsWhatItSaysItFinds)
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(with(facts -> found(facts.text("more").length()))::readsNothingButWhatItSaysItReads)
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(with(facts -> found(facts.text("order").charAt(0)))::isNotBroughtDownByAFact)
                .isInstanceOf(StringIndexOutOfBoundsException.class);
        assertThatThrownBy(with(_ -> found(count.incrementAndGet()))::answersTheSameEveryTimeAndInEveryThread)
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(
                        with(_ -> found(never.await(1, TimeUnit.MILLISECONDS) ? 1 : 0))::waitsForNothingWhenItIsLocal)
                .isInstanceOf(Throwable.class);
    }
}
