package dev.frontdesk.engine.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonTest {
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
                "переключите меня на специалиста, пожалуйста",
                "No, I want to talk to a human",
                "no! give me a person",
                "I don't want a bot, I want a human",
                "I dont want a bot but a human, connect me to an agent",
                "You are not helping, give me a person",
                "I do not understand you, connect me with an agent",
                "I'm not happy, I want to speak to a manager",
                "why can't I talk to a human?",
                "I can't reach an operator",
                "Нет, соедините с оператором",
                "Нет соедините с оператором",
                "Не помогло, позовите человека",
                "не могу связаться с оператором",
                "человека позовите",
                "No. Operator!",
                "Where is my order? A real person please",
                "connect me, please, with an operator",
                "Хочу говорить не с ботом, а с человеком",
                "connect me with another agent"
            })
    void whoAsksForAPersonIsUnderstood(String text) {
        assertThat(Person.isAskedFor(text)).isTrue();
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
                "where is my order, can I get it from your agent",
                "Сколько человек можно разместить?",
                "нужен стол на 5 человек",
                "I want to buy a gift for a person I love",
                "don't transfer me to an operator",
                "no need to call an agent",
                "I want to talk about your manager",
                "I got a call from your agent",
                "How do I transfer my ticket to another person?",
                "where is my order, operator",
                "I do not want to talk to a person, just tell me the price",
                "ваш менеджер обещал скидку",
                "хочу вернуть товар"
            })
    void whoAsksForSomethingElseIsNotHandedOver(String text) {
        assertThat(Person.isAskedFor(text)).isFalse();
    }
}
