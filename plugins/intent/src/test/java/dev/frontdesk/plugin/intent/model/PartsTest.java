package dev.frontdesk.plugin.intent.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.plugin.intent.Shop;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {
    private final IntentModel model = Training.train(Shop.examples());

    private List<String> intents(String text) {
        return model.predictEach(text).stream().map(Prediction::best).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "where is my order and when are you open|order-status|opening-hours",
                "When are you open? And where is my order!|opening-hours|order-status",
                "my payment failed, also i want my money back|payment|refund",
                "где мой заказ и как вернуть товар|order-status|refund",
                "Верните деньги. Вы работаете в воскресенье?|refund|opening-hours"
            })
    void twoThingsInOneMessageAreBothFoundInTheirOrder(String text, String first, String second) {
        assertThat(intents(text)).containsExactly(first, second);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "where is my order, please, and thank you|order-status",
                "track my parcel and my package|order-status",
                "Where is my order? When will it arrive?|order-status",
                "hello, are you open on sunday|opening-hours"
            })
    void oneThingSaidAtLengthIsOne(String text, String intent) {
        assertThat(intents(text)).containsExactly(intent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ,,, and ... !", "quartz bumblebee and xylophone", "and"})
    void aboutNothingThereIsNothing(String text) {
        assertThat(intents(text)).isEmpty();
    }
}
