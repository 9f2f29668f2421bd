package dev.frontdesk.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EscapesTest {
    @Test
    void an_escape_that_is_a_control_character_is_found() {
        assertThat(Expressions.controlCharacter("matches(text, '\\bhi\\b')")).contains("\\b");
        assertThat(Expressions.controlCharacter("text == \"a\" || text == '''x\\f'''"))
                .contains("\\f");
        assertThat(Expressions.controlCharacter("text == '\b'")).contains("\\u0008");
        assertThat(Expressions.controlCharacter("color'\\b'")).contains("\\b");
    }

    @Test
    void what_reads_as_it_is_meant_is_left_alone() {
        assertThat(Expressions.controlCharacter("matches(text, r'\\bhi\\b') && text != ''"))
                .isEmpty();
        assertThat(Expressions.controlCharacter("matches(text, R\"\\b\") || text == 'a\\n\\\\b'"))
                .isEmpty();
        assertThat(Expressions.controlCharacter("text == 'it\\'s' || need == 'b'"))
                .isEmpty();
    }
}
