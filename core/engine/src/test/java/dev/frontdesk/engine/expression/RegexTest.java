package dev.frontdesk.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexTest {

    @Test
    void givesTheMatchAndItsGroups() {
        assertThat(Expressions.regex("(\\d+)-(x)?").find("order 12-")).contains(List.of("12-", "12", ""));
        assertThat(Expressions.regex("\\d").find("none")).isEmpty();
        assertThat(Expressions.regex("a+").source()).isEqualTo("a+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "(.*)*$", "(a*)*b", "([a-zA-Z]+)*@$", "(x+x+)+y"})
    void c19FinishesOnTextsThatHangOthers(String source) {
        var regex = Expressions.regex(source);
        assertThat(regex.find("a".repeat(1_000_000) + "!").map(List::size).orElse(0))
                .isBetween(0, 2);
        assertThat(regex.find("x".repeat(1_000_000)).map(List::size).orElse(0)).isBetween(0, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "a{1001}", "((a{100}){100}){100}", "(?=a)", "\\1", "(a{900}b{900})"})
    void refusesWhatIsWrongOrTooLarge(String source) {
        assertThatThrownBy(() -> Expressions.regex(source))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining(source);
        assertThatThrownBy(() -> Expressions.regex("a".repeat(1_001))).hasMessageContaining("1001 characters");
    }
}
