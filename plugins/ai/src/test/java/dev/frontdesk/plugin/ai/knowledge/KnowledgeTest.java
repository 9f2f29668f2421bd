package dev.frontdesk.plugin.ai.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnowledgeTest {
    private static final String RETURNS = """
            # Returns
            You can return goods within 30 days. The parcel must be unopened.

            # Refunds
            Money is paid back to the card it came from, within five days.
            """;
    private static final String SHIPPING = """
            # Доставка
            Мы доставляем заказы по всей России за три дня. Доставка бесплатна от 5000 рублей.

            # Самовывоз
            Забрать заказ можно в магазине на следующий день.
            """;

    private final Knowledge knowledge =
            Knowledge.of(Map.of("returns.md", RETURNS, "ru/shipping.md", SHIPPING, "empty.txt", ""));

    private List<String> found(String question, String... names) {
        return knowledge.search(List.of(names), question, 1).stream()
                .map(Passage::text)
                .toList();
    }

    @Test
    void the_passage_that_has_most_to_do_with_the_question_comes_first() {
        assertThat(found("How do I get a refund to my card?", ".").getFirst()).startsWith("Refunds\n");
        assertThat(found("Can I still return the goods I bought?", ".").getFirst())
                .startsWith("Returns\n");
    }

    @Test
    void inflected_words_find_each_other_in_english_and_in_russian() {
        assertThat(found("returning", ".").getFirst()).startsWith("Returns\n");
        assertThat(found("сколько стоит доставкой заказа в России", ".").getFirst())
                .startsWith("Доставка\n");
        assertThat(found("из какого магазина забрать", ".").getFirst()).startsWith("Самовывоз\n");
    }

    @Test
    void only_what_is_named_is_read() {
        assertThat(found("refund", "ru")).isEmpty();
        assertThat(found("refund", "returns.md")).hasSize(1);
        assertThat(found("refund")).isEmpty();
        assertThat(found("доставка", "ru/")).hasSize(1);
        assertThat(knowledge.has("ru")).isTrue();
        assertThat(knowledge.has("r")).isFalse();
        assertThat(knowledge.has(".")).isTrue();
        assertThat(Knowledge.of(Map.of()).has(".")).isFalse();
    }

    @Test
    void a_question_that_shares_no_word_finds_nothing() {
        assertThat(found("the and of is", ".")).isEmpty();
        assertThat(found("", ".")).isEmpty();
        assertThat(found("zebra", ".")).isEmpty();
    }

    @Test
    void long_files_come_in_pieces_with_their_heading() {
        var text = "# Prices\n" + "A cup costs three euros. ".repeat(200) + "\n\nThe saucer is free.\n";
        var all = Knowledge.of(Map.of("prices.md", text)).search(List.of("."), "prices cup saucer", 20);
        assertThat(all).hasSizeGreaterThan(4).allSatisfy(passage -> {
            assertThat(passage.text()).startsWith("Prices\n");
            assertThat(passage.text().length()).isLessThan(1000);
        });
    }
}
