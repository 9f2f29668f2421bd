package dev.frontdesk.plugin.intent.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandOverTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "let me talk to a person",
                "I want to speak with a human!!",
                "operator",
                "Real person please",
                "connect me to customer service agent",
                "can i get a representative",
                "соедините с оператором",
                "Позовите человека",
                "хочу поговорить с менеджером",
                "оператора пожалуйста",
                "живой человек",
                "переключите меня на специалиста, пожалуйста"
            })
    void whoAsksForAPersonIsUnderstood(String text) {
        assertThat(HandOver.isAskedFor(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "where is my order",
                "your agent was rude yesterday",
                "i do not want to talk to an operator",
                "не хочу говорить с оператором",
                "how many people work at your shop",
                "ваш менеджер обещал скидку",
                "хочу вернуть товар"
            })
    void whoAsksForSomethingElseIsNotHandedOver(String text) {
        assertThat(HandOver.isAskedFor(text)).isFalse();
    }
}
