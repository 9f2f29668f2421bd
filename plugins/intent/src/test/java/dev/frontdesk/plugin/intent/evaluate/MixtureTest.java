package dev.frontdesk.plugin.intent.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.plugin.intent.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

class MixtureTest {
    private static final List<String> STRANGERS =
            List.of("quartz bumblebee", "xylophone", "the moon is far away", "кот спит", "play some jazz", "12345");

    @Test
    void aShareOfTheMessagesIsOutOfScopeAndEveryOtherWasNotSeen() {
        var metrics = Mixture.of(Shop.examples(), STRANGERS, 0.3, 2);
        // Forty examples, of which in four folds eight each are of an intent that was not told of.
        assertThat(metrics.messages()).isBetween(60, 120);
        assertThat(metrics.outOfScopeRecall()).isGreaterThan(0.3);
        assertThat(metrics.inScopeAccuracy()).isGreaterThan(0.2);
    }

    @Test
    void itIsTheSameInEveryRun() {
        assertThat(Mixture.of(Shop.examples(), STRANGERS, 0.5, 1))
                .isEqualTo(Mixture.of(Shop.examples(), STRANGERS, 0.5, 1));
    }
}
