package dev.frontdesk.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final Facts FACTS = Facts.of(Map.of(
            "contact.name", Value.of("Ann & <b>Bob</b>"),
            "need", Value.of("Buy"),
            "vip", Value.of(true),
            "count", Value.of(3),
            "none", Value.of(""),
            "tags", Value.ofTexts(List.of("a", "b")),
            "order", new Value.Fields(Map.of("total", Value.of(7))),
            "lines",
                    new Value.Items(List.of(
                            new Value.Fields(Map.of("what", Value.of("pen"))),
                            new Value.Fields(Map.of("what", Value.of("ink")))))));

    private static String rendered(String source) {
        return Expressions.template(source).render(FACTS);
    }

    @Test
    void putsValuesInWithoutEscaping() {
        assertThat(rendered("Hello {{contact.name}}, {{need}} {{{need}}} {{count}}"))
                .isEqualTo("Hello Ann & <b>Bob</b>, Buy Buy 3");
        assertThat(rendered("{{order.total}} | {{tags}} | {{order}} | {{vip}}"))
                .isEqualTo("7 | a, b | total: 7 | true");
    }

    @Test
    void leavesThePlaceOfAMissingValueEmpty() {
        assertThat(rendered("[{{unknown}}][{{contact.unknown}}][{{order.unknown}}][{{a.b.c.d}}]"))
                .isEqualTo("[][][][]");
    }

    @Test
    void repeatsAndSkipsSections() {
        assertThat(rendered("{{#lines}}{{what}} for {{contact.name}}; {{/lines}}"))
                .isEqualTo("pen for Ann & <b>Bob</b>; ink for Ann & <b>Bob</b>; ");
        assertThat(rendered("{{#tags}}<{{.}}>{{/tags}}{{#vip}}VIP{{/vip}}{{^none}}-{{/none}}{{#none}}x{{/none}}"))
                .isEqualTo("<a><b>VIP-");
        assertThat(rendered("{{#order}}{{total}}{{/order}}{{#unknown}}x{{/unknown}}"))
                .isEqualTo("7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{7*7}}",
                "{{need}}",
                "{{#vip}}x{{/vip}}",
                "${env.X}",
                "${jndi:ldap://x}",
                "%s%n",
                "$contact.name",
                "{{=<% %>=}}"
            })
    void c13NeverExpandsWhatAValueSays(String hostile) {
        var facts = Facts.of(Map.of("need", Value.of(hostile), "tags", Value.ofTexts(List.of(hostile))));
        assertThat(Expressions.template("{{need}}|{{#tags}}{{.}}{{/tags}}").render(facts))
                .isEqualTo(hostile + "|" + hostile);
        assertThat(Expressions.template("%s%n ${x} $y").render(facts)).isEqualTo("%s%n ${x} $y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{class}}",
                "{{need.class}}",
                "{{need.length}}",
                "{{order.values}}",
                "{{tags.size}}",
                "{{#tags}}{{value}}{{/tags}}",
                "{{contact.name.bytes}}",
                "{{getClass}}",
                "{{toString}}",
                "{{this}}",
                "{{.}}"
            })
    void reachesNoMethodsOrFields(String source) {
        assertThat(rendered(source)).isEmpty();
    }

    @Test
    void namesWhatItReads() {
        assertThat(Expressions.template("{{a}} {{b.c}} {{#d}}{{e}}{{/d}} {{^f}}{{g}}{{/f}}")
                        .names())
                .containsExactlyInAnyOrder("a", "b.c", "d", "f", "g");
        assertThat(Expressions.template("plain").names()).isEmpty();
        assertThat(Expressions.template("plain").source()).isEqualTo("plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{", "{{a", "{{#a}}", "{{/a}}", "{{>other}}", "{{#a}}{{>other}}{{/a}}", "{{}}"})
    void refusesWhatIsNotATemplate(String source) {
        assertThatThrownBy(() -> Expressions.template(source))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining(source);
    }
}
