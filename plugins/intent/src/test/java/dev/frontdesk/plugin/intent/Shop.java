package dev.frontdesk.plugin.intent;

import dev.frontdesk.plugin.intent.examples.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A small shop's examples, for tests that need no more. */
public final class Shop {
    private static final Map<String, List<String>> INTENTS = Map.of(
            "order-status",
                    List.of(
                            "where is my order",
                            "track my parcel",
                            "has my package been shipped",
                            "when will it arrive",
                            "status of my delivery",
                            "где мой заказ",
                            "когда придёт посылка",
                            "отследить доставку"),
            "refund",
                    List.of(
                            "i want my money back",
                            "refund please",
                            "how do i return this",
                            "give me a refund",
                            "i would like to send it back",
                            "верните деньги",
                            "как вернуть товар",
                            "хочу оформить возврат"),
            "opening-hours",
                    List.of(
                            "when are you open",
                            "what are your opening hours",
                            "are you open on sunday",
                            "until when is the shop open",
                            "what time do you close",
                            "когда вы работаете",
                            "во сколько вы открываетесь",
                            "вы работаете в воскресенье"),
            "payment",
                    List.of(
                            "can i pay by card",
                            "my payment failed",
                            "do you take paypal",
                            "which payment methods are there",
                            "the card was declined",
                            "можно оплатить картой",
                            "оплата не проходит",
                            "какие способы оплаты есть"),
            "product",
                    List.of(
                            "which size do i need",
                            "is this shirt available in blue",
                            "do you have it in stock",
                            "what is it made of",
                            "how heavy is it",
                            "какой размер мне нужен",
                            "есть ли синий цвет",
                            "из чего это сделано"));

    private Shop() {}

    public static List<Example> examples() {
        var examples = new ArrayList<Example>();
        INTENTS.keySet().stream()
                .sorted()
                .forEach(intent -> INTENTS.get(intent).forEach(text -> examples.add(Example.of(text, intent))));
        return examples;
    }
}
