package dev.frontdesk.plugin.intent.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.plugin.intent.Shop;
import java.util.Arrays;
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
}
