package dev.frontdesk.plugin.ai.redact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.Value;
import dev.frontdesk.testkit.channel.BadTexts;
import dev.frontdesk.testkit.workflow.Configured;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private final Redaction usual = new Redactor(RedactSettings.usual()).begin("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "write to ann.o'neil+shop@mail.example.org, please|write to [email-1], please",
                "<ann@example.org>|<[email-1]>",
                "почта: иван@почта.рф.|почта: [email-1].",
                "ann＠example.org|[email-1]",
                "call +49 30 901820 now|call [phone-1] now",
                "call (030) 9018-2000|call ([phone-1]",
                "8 (916) 123-45-67|[phone-1]",
                "тел.89161234567|тел.[phone-1]",
                "٠١٢٣٤٥٦٧٨٩٠|[phone-1]",
                "two: 89161234567, 89167654321|two: [phone-1], [phone-2]",
                "89161234567 89167654321|[phone-1] [phone-2]",
                "+44 20 7946 0958|[phone-1]",
                "+49 30 1234 5678|[phone-1]",
                "+33 1 42 68 5300|[phone-1]",
                "+7 495 12 34 5678|[phone-1]",
                "030/1234567 or 0171/2345678|[phone-1] or [phone-2]",
                "+1 (415) - 555-0132|[phone-1]",
                "+49-30-12-2011|[phone-1]",
                "030 12 11 2011|[phone-1]",
                "0301-12-11-2011|[phone-1]",
                "12.03.2011.4711|[phone-1]",
                "1234-56-7890|[phone-1]",
                "1 4111 1111 1111 1111|1 [card-1]",
                "89161234567 4111 1111 1111 1111|[phone-1] [card-1]",
                "jose\u0301@example.org|[email-1]",
                "card 4111 1111 1111 1111 12/27|card [card-1] 12/27",
                "4111-1111-1111-1111|[card-1]",
                "5500005555555559 123|[card-1] 123",
                "IBAN DE89370400440532013000|IBAN DE[number-1]",
            })
    void personal_data_do_not_leave(String text, String hidden) {
        assertThat(usual.hide(text)).isEqualTo(hidden);
        assertThat(usual.show(usual.hide(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order 4711 of 2026-03-12 at 10:30",
                "12.03.2026 10:30",
                "12/03/2026 and 3/12/2026",
                "2026-03-12 – 2026-03-14",
                "from 1.2.2026 15",
                "1 250 000 euros",
                "it costs 19.99",
                "meet @5pm",
                "a@b",
                "v1.2.3.4",
                "[link] (see below)",
            })
    void what_is_nobodys_stays(String text) {
        assertThat(usual.hide(text)).isEqualTo(text);
    }

    @Test
    void the_same_value_has_the_same_placeholder_in_all_texts_of_an_exchange() {
        assertThat(usual.hide("ann@example.org, bob@example.org")).isEqualTo("[email-1], [email-2]");
        assertThat(usual.hide("bob@example.org again")).isEqualTo("[email-2] again");
        assertThat(usual.count()).isEqualTo(2);
        assertThat(usual.show("I wrote to [email-2], not to [email-3]."))
                .isEqualTo("I wrote to bob@example.org, not to [email-3].");
    }

    /** Else a contact could have another value, or a text of their own, put where they want it. */
    @Test
    void a_placeholder_that_a_person_wrote_is_not_taken_for_one() {
        var hidden = usual.hide("[email-1] is what I write, ann@example.org is what I have");
        assertThat(hidden).isEqualTo("[literal-1] is what I write, [email-1] is what I have");
        assertThat(usual.show("[literal-1]")).isEqualTo("[email-1]");
        assertThat(usual.count()).isOne();
    }

    @Test
    void names_are_hidden_on_request_and_only_as_words() {
        var settings = new RedactSettings(true, true, true, true, List.of());
        var redaction = new Redactor(settings).begin("Анна Lee Ng");
        assertThat(redaction.hide("АННА Lee, Leech, Ng and ng")).isEqualTo("[name-1] [name-2], Leech, [name-3] and ng");
        for (var written : List.of("(Ada)", "Ada🙂", "🙂Ada🙂", "\"Ada\"")) {
            assertThat(new Redactor(settings).begin(written).hide("I am Ada, not Adam"))
                    .isEqualTo("I am [name-1], not Adam");
        }
        assertThat(new Redactor(settings).begin("李明").hide("我是李明。")).isEqualTo("我是[name-1]。");
        assertThat(usual.hide("Anna")).isEqualTo("Anna");
    }

    @Test
    void patterns_of_the_operator_are_hidden_wherever_they_are_found() {
        var ids = Configured.regex("K-\\d", RedactionTest::found);
        var redaction = new Redactor(new RedactSettings(false, false, false, false, List.of(ids))).begin("");
        assertThat(redaction.hide("K-1, K-2 and K-1 of ann@example.org"))
                .isEqualTo("[redacted-1], [redacted-2] and [redacted-1] of ann@example.org");
    }

    private static Optional<List<String>> found(CharSequence text) {
        int at = text.toString().indexOf("K-");
        return at < 0
                ? Optional.empty()
                : Optional.of(List.of(text.subSequence(at, at + 3).toString()));
    }

    @Test
    void values_are_hidden_and_shown_inside() {
        Value value = new Value.Fields(Map.of(
                "mail",
                Value.of("ann@example.org"),
                "numbers",
                new Value.Items(List.of(Value.of(89161234567L), Value.of(5)))));
        var hidden = usual.hide(value);
        assertThat(hidden.asText()).doesNotContain("ann@", "8916").contains("5");
        assertThat(((Value.Fields) usual.show(hidden)).get("mail")).isEqualTo(Value.of("ann@example.org"));
    }

    @Test
    void every_odd_text_comes_back_as_it_was() {
        for (var bad : BadTexts.all()) {
            assertThat(usual.show(usual.hide(bad.text()))).as(bad.name()).isEqualTo(bad.text());
        }
        var digits = "1 ".repeat(50_000);
        assertThat(usual.show(usual.hide(digits))).isEqualTo(digits);
        var ats = "a@".repeat(50_000);
        assertThat(usual.show(usual.hide(ats))).isEqualTo(ats);
    }
}
