package dev.frontdesk.plugin.intent.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.frontdesk.plugin.intent.examples.Example;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static Outcome outcome(String truth, String said) {
        return new Outcome(Example.of("text", truth), new Answer(said, 0.75, !said.equals("-")));
    }

    private final Metrics metrics = Metrics.of(List.of(
            outcome("a", "a"),
            outcome("a", "b"),
            outcome("b", "b"),
            outcome("b", "-"),
            outcome("oos", "-"),
            outcome("oos", "a")));

    @Test
    void refusingWhatIsOutOfScopeIsRight() {
        assertThat(metrics.accuracy()).isEqualTo(0.5);
        assertThat(metrics.inScopeAccuracy()).isEqualTo(0.5);
        assertThat(metrics.outOfScopeRecall()).isEqualTo(0.5);
    }

    /** c·s − Σ p·t = 3·6 − 12 = 6; √(36−12)·√(36−12) = 24. */
    @Test
    void correlationCountsOutOfScopeAsAClass() {
        assertThat(metrics.correlation()).isCloseTo(6.0 / 24, within(1e-9));
    }

    @Test
    void macroF1IsTheMeanOverTheClassesThatAreThere() {
        assertThat(metrics.macroF1()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void calibrationComparesProbabilityAndWhatCameTrue() {
        assertThat(Metrics.of(List.of(outcome("a", "a"), outcome("a", "b"))).calibrationError())
                .isCloseTo(0.25, within(1e-9));
    }

    @Test
    void withoutMessagesOutOfScopeThereIsNoRecallOfThem() {
        assertThat(Metrics.of(List.of(outcome("a", "a"))).outOfScopeRecall()).isNaN();
    }
}
