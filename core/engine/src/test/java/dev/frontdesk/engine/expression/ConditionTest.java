package dev.frontdesk.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Scope SCOPE = Scope.of(Map.of(
            "need", Value.Text.class,
            "contact.email", Value.Text.class,
            "contact.age", Value.Num.class,
            "contact.vip", Value.Bool.class,
            "contact.since", Value.Time.class,
            "contact.tags", Value.Items.class,
            "order", Value.Fields.class,
            "any", Value.class));
    private static final Facts FULL = Facts.of(Map.of(
            "now", new Value.Time(NOW),
            "need", Value.of("Buy"),
            "contact.email", Value.of("Ann@Example.org"),
            "contact.age", new Value.Num(new BigDecimal("42.5")),
            "contact.vip", Value.of(true),
            "contact.since", new Value.Time(NOW.minusSeconds(3 * 86_400)),
            "contact.tags", Value.ofTexts(List.of("new", "berlin")),
            "order", new Value.Fields(Map.of("total", Value.of(7), "state", Value.of("paid"))),
            "any", Value.of(5)));

    private static boolean full(String source) {
        return Expressions.condition(source, SCOPE).test(FULL);
    }

    private static boolean missing(String source) {
        return Expressions.condition(source, SCOPE).test(Facts.none());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "need == 'Buy'",
                "need != 'Sell'",
                "need in ['Buy', 'Sell']",
                "need.startsWith('B') && need.endsWith('y') && need.contains('u')",
                "lower(contact.email) == 'ann@example.org'",
                "matches(need, '^B.y$') && need.matches('u')",
                "contact.age > 5 && contact.age >= 42.5 && contact.age < 43 && contact.age != 42",
                "contact.age == 42.5",
                "any == 5 && any > 4.5 && any != '5'",
                "between(contact.age, 40, 50)",
                "contact.age + 1 == 43.5 && contact.age * 2 == 85 && 7 / 2 == 3.5 && 7 % 4 == 3 && -contact.age < 0",
                "0.1 + 0.2 == 0.3",
                "contact.vip",
                "contact.vip == true",
                "exists(contact.email) && exists(contact.age) && exists(contact.vip)",
                "has(contact.tags, 'new') && 'new' in contact.tags && !has(contact.tags, 'old')",
                "hasAny(contact.tags, ['old', 'new']) && hasAll(contact.tags, ['new', 'berlin'])",
                "hasNone(contact.tags, ['old'])",
                "has(need, 'uy')",
                "contact.tags.exists(t, t.startsWith('ber')) && contact.tags.all(t, size(t) > 2)",
                "size(contact.tags.filter(t, t == 'new')) == 1 && contact.tags.map(t, size(t))[1] == 6",
                "contact.tags.exists_one(t, t == 'new')",
                "order.total > 5 && order.state == 'paid' && has(order.total) && !has(order.refund)",
                "order['total'] == 7 && contact.tags[0] == 'new'",
                "daysSince(contact.since) == 3 && hoursSince(contact.since) == 72 && contact.since < now",
                "contact.since > timestamp('2026-01-01T00:00:00Z')",
                "contact.vip ? need == 'Buy' : false",
                "like(need, 'bUY') && containsLike('Où est Zoë?', 'ZOE')",
            })
    void holdsWhenTheFactsSaySo(String source) {
        assertThat(full(source)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "need == ''",
                "any == ''",
                "!exists(contact.email) && !exists(contact.age) && !exists(any)",
                "need != 'Buy' && contact.age != 5 && any != 5",
                "!need.contains('x') && !any.contains('x')",
                "hasNone(contact.tags, ['a']) && !has(contact.tags, 'a') && !('a' in contact.tags)",
                "!(contact.age > 5)",
                "!contact.vip",
                "contact.age > 5 || need == ''",
                "order.total != 5",
                "size(contact.tags) == 0",
            })
    void isTrueOfWhatIsMissingWhenItDenies(String source) {
        assertThat(missing(source)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "need == 'Buy'",
                "contact.age == 0",
                "contact.age > 5",
                "contact.age <= 5",
                "contact.age + 1 > 0",
                "contact.vip",
                "contact.vip == false",
                "contact.since < now",
                "daysSince(contact.since) < 7",
                "between(contact.age, 0, 100)",
                "need.contains('x')",
                "any.contains('x')",
                "order.total == 0",
                "contact.tags[0] == 'a'",
                "contact.tags.exists(t, true)",
                "1 / 0 == 1",
                "has(contact.tags, 'a')",
            })
    void isFalseOfWhatIsMissing(String source) {
        assertThat(missing(source)).isFalse();
    }

    @Test
    void neverThrowsWhateverTheFactsHold() {
        var odd = List.of(
                Value.NIL,
                Value.of("\0\uD800"),
                new Value.Num(new BigDecimal("1E+1000000000")),
                new Value.Num(new BigDecimal("1E-1000000000")),
                new Value.Items(List.of(Value.NIL)),
                Value.EMPTY,
                new Value.Time(Instant.MAX),
                new Value.Time(Instant.MIN));
        var conditions = List.of(
                "need + 'x' == 'y' || contact.age * contact.age + 1 - 3 / contact.age > 5 || -contact.age % 7 == 1",
                "any.contains('a') || any > 5 || any[0] == 1 || any.x == 2 || size(any) > 3 || like(any, 'x')",
                "daysSince(contact.since) > 3 || contact.tags[any] == 1 || order.total > 1 || any + any == 3");
        for (var source : conditions) {
            var condition = Expressions.condition(source, SCOPE);
            for (var value : odd) {
                assertThat(condition.test(_ -> Optional.of(value))).isIn(true, false);
            }
        }
    }

    @Test
    void readsOnlyTheNamesItNeeds() {
        var read = new ArrayList<String>();
        Facts facts = path -> {
            read.add(path);
            return FULL.get(path);
        };
        assertThat(Expressions.condition("need == 'Sell' && contact.age > 5 || contact.vip", SCOPE)
                        .test(facts))
                .isTrue();
        assertThat(read).containsExactly("need", "contact.vip");
    }

    @Test
    void saysWhereAndWhatWasMeant() {
        refused("contact.emial == ''", "column 1: unknown name 'contact.emial'; did you mean 'contact.email'?");
        refused("need == Buy", "column 9: unknown name 'Buy'; a text is written in quotes");
        refused("contact.age > 'a'", "column 13: '>' does not take number, text");
        refused("need == 5", "column 6: '==' does not take text, number");
        refused("exist(need)", "column 6: there is no function 'exist'");
        refused("need", "the condition is neither true nor false but a text");
        refused("need ==", "column 8");
        refused("true &&\n ned == 'x'", "line 2, column 2: unknown name 'ned'; did you mean 'need'?");
        refused("matches(need, need)", "must be written out");
        refused("matches(need, '(')", "regular expression '('");
        refused("contact.tags.exists(need, need == '')", "the name 'need' is taken");
        refused("{'a': 1}.a == 1", "cannot be written out");
        refused("b'x' == b'y'", "cannot be used here");
        refused("need == 'a' ".repeat(2_000), "");
    }

    private static void refused(String source, String message) {
        assertThatThrownBy(() -> Expressions.condition(source, SCOPE))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining(message);
    }

    @Test
    void c13DoesNotRunWhatAContactWrote() {
        var facts = new HashMap<String, Value>();
        for (var hostile :
                List.of("{{7*7}}", "${env.X}", "${jndi:ldap://x}", "%s%n", "$contact.name", "' || true || '")) {
            facts.put("need", Value.of(hostile));
            assertThat(Expressions.condition("need == '49' || need == 'x'", SCOPE)
                            .test(Facts.of(facts)))
                    .isFalse();
        }
    }

    @Test
    void c24TreatsTheTurkishLettersAsI() {
        var condition = Expressions.condition("containsLike(need, 'istanbul') && like('ISTANBUL', 'ıstanbul')", SCOPE);
        for (var written : List.of("İSTANBUL", "istanbul", "ISTANBUL", "ıstanbul", "i\u0307stanbul")) {
            assertThat(condition.test(Facts.of(Map.of("need", Value.of(written)))))
                    .as(written)
                    .isTrue();
        }
    }

    @Test
    void foldsLongRunsOfMarksInLinearTime() {
        var marks = "e" + "\u0301\u0323".repeat(500_000);
        assertThat(Folding.fold(marks)).isEqualTo("E");
        assertThat(Folding.fold("Straße ﬁn ＡＢＣ Ёлка")).isEqualTo("STRASSE FIN ABC ЕЛКА");
    }

    @Test
    void explainsEachPartWithItsValue() {
        var condition = Expressions.condition("need == 'Sell' && contact.age > 5", SCOPE);
        assertThat(Expressions.explain(condition, FULL))
                .containsExactly(
                        new Explained("need == \"Sell\" && contact.age > 5", Value.of(false)),
                        new Explained("need == \"Sell\"", Value.of(false)),
                        new Explained("need", Value.of("Buy")),
                        new Explained("contact.age > 5", Value.of(true)),
                        new Explained("contact.age", new Value.Num(new BigDecimal("42.5"))));
        assertThat(Expressions.explain(Expressions.condition("contact.tags.exists(t, t == 'new')", SCOPE), FULL))
                .extracting(Explained::expression)
                .containsExactly("contact.tags.exists(t, t == \"new\")", "contact.tags");
    }

    @Test
    void worksWithoutAnyNames() {
        assertThat(Expressions.condition("true", Scope.empty()).test(Facts.none()))
                .isTrue();
        assertThat(Expressions.condition("a == 'b'", Scope.empty().with("a", Value.Text.class))
                        .test(Facts.of(Map.of("a", Value.of("b")))))
                .isTrue();
    }
}
