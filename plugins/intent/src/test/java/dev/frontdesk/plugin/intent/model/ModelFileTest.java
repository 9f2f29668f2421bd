package dev.frontdesk.plugin.intent.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.plugin.intent.Shop;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ModelFileTest {
    private final IntentModel model = Training.train(Shop.examples());
    private final byte[] bytes = ModelFile.bytes(model);

    @Test
    void whatIsReadAnswersAsWhatWasWritten() {
        var read = ModelFile.read(bytes).orElseThrow();
        assertThat(read.intents()).isEqualTo(model.intents());
        assertThat(read.threshold()).isEqualTo(model.threshold());
        for (var example : Shop.examples()) {
            assertThat(read.predict(example.text())).isEqualTo(model.predict(example.text()));
        }
    }

    @Test
    void aFileCutOffAnywhereIsNoModel() {
        for (int length = 0; length < bytes.length; length += 97) {
            assertThat(ModelFile.read(Arrays.copyOf(bytes, length))).isEmpty();
        }
    }

    @Test
    void aLongerFileIsNoModel() {
        assertThat(ModelFile.read(Arrays.copyOf(bytes, bytes.length + 1))).isEmpty();
    }

    @Test
    void aFileOfAnotherVersionIsNoModel() {
        var other = bytes.clone();
        other[7]++;
        assertThat(ModelFile.read(other)).isEmpty();
    }

    /** Learned models are kept over an upgrade. Whoever changes what is learned raises {@link ModelFile#VERSION}, and then this. */
    @Test
    void whatIsLearnedChangesOnlyWithTheVersion() {
        var texts = List.of(
                "where is my parcel", "how do i send it back", "верните деньги", "open on sunday?", "blue shirt", "hm");
        var learned = texts.stream()
                .map(model::predict)
                .map(said -> said.best() + " " + String.format(Locale.ROOT, "%.2f", said.probability()))
                .toList();
        assertThat(ModelFile.VERSION + ": " + String.join(", ", learned))
                .isEqualTo(
                        "4: order-status 1.00, refund 0.99, refund 1.00, opening-hours 1.00, product 0.99, refund 0.02");
    }
}
