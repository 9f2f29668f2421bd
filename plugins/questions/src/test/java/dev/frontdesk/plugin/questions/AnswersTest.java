package dev.frontdesk.plugin.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.testkit.workflow.FakeStepContext;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
    private static final AskSettings NEED = Ask.with()
            .choice("buy", "Купить")
            .choice("order", "Мой заказ")
            .choices("Yes", "No", "Café", "Istanbul", "Ankara")
            .settings();

    private static Optional<Value> read(AskSettings settings, String text, String language) {
        return new Answers(settings)
                .in(Content.text(text), FakeStepContext.started().language(language));
    }

    @ParameterizedTest
    @CsvSource({
        "Купить,buy",
        "  купить ,buy",
        "КУПИТЬ,buy",
        "Купит,buy",
        "Кпить,buy",
        "Купитть,buy",
        "1,buy",
        "1.,buy",
        "2),order",
        "'yes',Yes",
        "'YES ',Yes",
        "no,No",
        "cafe,Café",
        "CAFÉ,Café",
        "İSTANBUL,Istanbul",
        "ıstanbul,Istanbul",
        "１,buy",
        "２,order",
        "١,buy",
        "٣,Yes",
        "Ankaro,Ankara",
        "\u200bYes\u200b,Yes",
        "Ｙｅｓ,Yes"
    })
    void c20FindsTheChoiceThatWasMeant(String written, String id) {
        assertThat(read(NEED, written, "ru")).contains(Value.of(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Yess",
                "Nope",
                "0",
                "8",
                "99999999999",
                "1 2",
                "Ank",
                "Istanbullu x",
                "Купить заказ",
                "\u200b"
            })
    void doesNotGuessTooMuch(String written) {
        assertThat(read(NEED, written, "ru")).isEmpty();
    }

    @Test
    void doesNotGuessBetweenTwo() {
        var settings = Ask.with().choices("Plan A", "Plan B").settings();
        assertThat(read(settings, "Plan C", "en")).isEmpty();
        assertThat(read(settings, "plan a", "en")).contains(Value.of("Plan A"));
    }

    @Test
    void prefersALabelToANumber() {
        var settings = Ask.with().choices("3", "2", "1").settings();
        assertThat(read(settings, "1", "en")).contains(Value.of("1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|42|42",
                "en|-1.5|-1.5",
                "en|+7|7",
                "en|1,234|1234",
                "en|1,234.5|1234.5",
                "en|1,5|1.5",
                "en|0,123|0.123",
                "ru|1,234|1.234",
                "ru|1 234,5|1234.5",
                "ru|12 345 678|12345678",
                "de|1.234|1234",
                "de|1.234,5|1234.5",
                "de|0.5|0.5",
                "en|４２|42",
                "en|٤٢|42",
                "ar|٤٢٫٥|42.5",
                "ar|١٬٢٣٤|1234",
                "en|1'234|1234",
                "en|−3|-3",
                "en|1.234.567|1234567",
                "fr|1\u202f234,5|1234.5"
            })
    void c20ReadsNumbersAsTheyAreWritten(String language, String written, String number) {
        var settings = Ask.with().type(AnswerType.NUMBER).settings();
        assertThat(read(settings, written, language)).contains(new Value.Num(new BigDecimal(number)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "abc",
                "1e9",
                "1e999999999",
                "NaN",
                "1.2.3",
                "12 34",
                "1,23,456",
                "5 apples",
                "1..2",
                ".",
                ",5,",
                "1,",
                "0x10",
                "--1",
                "99999999999999999999999999999999999999999",
                "=1+1",
                "1 234'567"
            })
    void refusesWhatIsNoNumber(String written) {
        assertThat(read(Ask.with().type(AnswerType.NUMBER).settings(), written, "en"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@example.org",
                "ann.b+tag@mail.example.co.uk",
                "o'neil@example.com",
                "a@b.io",
                "x@xn--80ak6aa92e.com"
            })
    void takesAddresses(String written) {
        assertThat(read(Ask.with().type(AnswerType.EMAIL).settings(), " " + written + "\n", "en"))
                .contains(Value.of(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "ann@",
                "@example.org",
                "ann@example",
                "ann@@example.org",
                "ann@exa mple.org",
                "ann@example..org",
                ".ann@example.org",
                "ann.@example.org",
                "ann@-example.org",
                "ann@example.1",
                "ann@127.0.0.1",
                "mаx@example.org",
                "max@exаmple.org",
                "ann@example.org\r\nBcc: all@example.org",
                "ann@example.org, bob@example.org",
                "Ann <ann@example.org>",
                "\"a b\"@example.org",
                "ann＠example.org",
                "ann@example.org\0",
                "a@b.c"
            })
    void c26RefusesWhatOnlyLooksLikeAnAddress(String written) {
        assertThat(EmailAddress.in(written)).isEmpty();
        assertThat(EmailAddress.in("a".repeat(65) + "@example.org")).isEmpty();
        assertThat(EmailAddress.in("a@" + "b.".repeat(200) + "org")).isEmpty();
    }

    @Test
    void c21RefusesTextsThatAreTooLong() {
        var settings = Ask.with().range("2", "5").settings();
        assertThat(read(settings, "hello", "en")).contains(Value.of("hello"));
        assertThat(read(settings, "🙂🙂🙂🙂🙂", "en")).isPresent();
        assertThat(read(settings, "x", "en")).isEmpty();
        assertThat(read(settings, "longer", "en")).isEmpty();
        assertThat(read(Ask.with().settings(), "x".repeat(10_000), "en")).isPresent();
        assertThat(read(Ask.with().settings(), "x".repeat(10_001), "en")).isEmpty();
    }

    @Test
    void wantsThePatternInTheAnswer() {
        var settings = Ask.with().pattern("\\d").settings();
        assertThat(read(settings, "order 12", "en")).contains(Value.of("order 12"));
        assertThat(read(settings, "order", "en")).isEmpty();
    }

    @Test
    void foldsLongRunsOfMarksInLinearTime() {
        assertThat(Characters.folded("e" + "\u0301\u0323".repeat(500_000))).isEqualTo("E");
    }

    @Test
    void refusesSettingsThatCannotWork() {
        refused(Ask.with().choices("Buy", "BUY"), "twice");
        refused(Ask.with().choice("a", "One").choice("a", "Two"), "twice");
        refused(Ask.with().choices("timeout"), "name of a branch");
        refused(Ask.with().choices(""), "a choice is a label");
        refused(Ask.with().type(AnswerType.CHOICE), "needs choices");
        refused(Ask.with().type(AnswerType.NUMBER).choices("1"), "need the type 'choice'");
        refused(Ask.with().range("5", "1"), "min is above max");
        refused(Ask.with().maxAttempts(0), "below 1");
        refused(Ask.with().skipIfKnown(), "needs save-to");
        refused(Ask.with().saveTo("contact."), "neither a variable nor a field");
        refused(Ask.with().saveTo("a-b"), "neither a variable nor a field");
        refused(Ask.with().timeout("-1s"), "negative");
    }

    private static void refused(Ask ask, String message) {
        assertThatThrownBy(ask::settings)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
