package dev.frontdesk.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import dev.frontdesk.api.AgentId;
import dev.frontdesk.api.Condition;
import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Regex;
import dev.frontdesk.api.Secret;
import dev.frontdesk.api.Setting;
import dev.frontdesk.api.TeamId;
import dev.frontdesk.api.Template;
import dev.frontdesk.api.Value;
import dev.frontdesk.engine.expression.Scope;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BinderTest {
    private final Problems problems = new Problems();
    private final Binder binder = new Binder(
            problems,
            Known.of(Set.of("sales"), Set.of("anna"), Set.of("Sold")),
            Optional.of(Scope.empty().with("need", Value.Text.class).with("contact.name", Value.Text.class)));

    private <S extends Record> Optional<S> bind(String text, Class<S> type) {
        var options = ConfigParseOptions.defaults().setOriginDescription("test.conf");
        return binder.bind(
                new Block("", ConfigFactory.parseString(text, options).root()), type);
    }

    private List<String> said() {
        return problems.all().stream().map(Problem::toString).toList();
    }

    enum Colour {
        RED,
        DARK_GREEN
    }

    record Inner(@Setting(value = "1", doc = "n") int number) {}

    record Everything(
            @Setting(doc = "") String text,
            @Setting(doc = "") boolean flag,
            @Setting(doc = "") int whole,
            @Setting(doc = "") long large,
            @Setting(doc = "") double real,
            @Setting(doc = "") BigDecimal exact,
            @Setting(doc = "") Duration time,
            @Setting(doc = "") URI address,
            @Setting(doc = "") Locale language,
            @Setting(doc = "") ZoneId zone,
            @Setting(doc = "") Colour colour,
            @Setting(doc = "") Secret token,
            @Setting(doc = "") Regex pattern,
            @Setting(doc = "") Condition when,
            @Setting(doc = "") Template say,
            @Setting(doc = "") Value any,
            @Setting(doc = "") TeamId of,
            @Setting(doc = "") AgentId by,
            @Setting(doc = "") Inner inner,
            @Setting(doc = "") List<Inner> inners,
            @Setting(doc = "") Set<Integer> numbers,
            @Setting(doc = "") Map<String, Colour> colours,
            @Setting(doc = "") Optional<Duration> perhaps,
            @Setting(doc = "") Optional<String> nothing,
            @Setting(doc = "") String else_) {}

    @Test
    void everyTypeBinds() {
        var bound = bind("""
                text = hello, flag = on, whole = 3, large = 9007199254740993, real = 1.5, exact = 0.10, time = 90s
                address = "https://example.org/x", language = pt-BR, zone = Europe/Berlin, colour = dark-green, token = "hush-hush"
                pattern = "a+(b)", when = "need == 'x'", say = "Hi {{contact.name}}", any = { a = [1, yes-no, true] }
                of = sales, by = anna, inner { number = 2 }, inners = [{ number = 3 }, {}], numbers = [1, 2], colours { a = red }
                perhaps = 5m, else = there
                """, Everything.class).orElseThrow(() -> new AssertionError(said()));

        assertThat(bound.text()).isEqualTo("hello");
        assertThat(bound.flag()).isTrue();
        assertThat(bound.whole()).isEqualTo(3);
        assertThat(bound.large()).isEqualTo(9007199254740993L);
        assertThat(bound.real()).isEqualTo(1.5);
        assertThat(bound.exact()).isEqualTo("0.10");
        assertThat(bound.time()).isEqualTo(Duration.ofSeconds(90));
        assertThat(bound.address()).isEqualTo(URI.create("https://example.org/x"));
        assertThat(bound.language()).isEqualTo(Locale.forLanguageTag("pt-BR"));
        assertThat(bound.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(bound.colour()).isEqualTo(Colour.DARK_GREEN);
        assertThat(bound.token().reveal()).isEqualTo("hush-hush");
        assertThat(bound.pattern().find("xaab")).contains(List.of("aab", "b"));
        assertThat(bound.when().test(Facts.of(Map.of("need", Value.of("x"))))).isTrue();
        assertThat(bound.say().render(Facts.of(Map.of("contact.name", Value.of("Ada")))))
                .isEqualTo("Hi Ada");
        assertThat(bound.any().asText()).isEqualTo("a: 1, yes-no, true");
        assertThat(bound.of()).isEqualTo(new TeamId("sales"));
        assertThat(bound.by()).isEqualTo(new AgentId("anna"));
        assertThat(bound.inner()).isEqualTo(new Inner(2));
        assertThat(bound.inners()).containsExactly(new Inner(3), new Inner(1));
        assertThat(bound.numbers()).containsExactly(1, 2);
        assertThat(bound.colours()).containsEntry("a", Colour.RED);
        assertThat(bound.perhaps()).contains(Duration.ofMinutes(5));
        assertThat(bound.nothing()).isEmpty();
        assertThat(bound.else_()).isEqualTo("there");
        assertThat(said()).isEmpty();
    }

    record Account(
            @Setting(doc = "") Secret token,
            @Setting(value = "30s", doc = "") Duration pollTimeout,
            @Setting(doc = "") Optional<TeamId> hands,
            @Setting(doc = "") Optional<Condition> when,
            @Setting(doc = "") Inner inner) {
        Account {
            if (pollTimeout.isZero()) {
                throw new IllegalArgumentException("'poll-timeout' must not be 0");
            }
        }
    }

    @Test
    void everyProblemIsReportedAtOnceWithItsLine() {
        bind("""
                tokn = x
                poll-timeout = soon
                hands = sails
                when = "nead == 'x'"
                inner { number = many, other = 1 }
                """, Account.class);

        assertThat(said())
                .containsExactly(
                        "test.conf:1: unknown setting 'tokn'; did you mean 'token'?",
                        "test.conf:1: missing setting 'token'",
                        "test.conf:2: 'poll-timeout' must be a time with its unit, like 30s, 5m or 2h, not 'soon'",
                        "test.conf:3: 'hands': there is no team 'sails'; did you mean 'sales'?",
                        "test.conf:4: 'when': column 1: unknown name 'nead'; did you mean 'need'?",
                        "test.conf:5: unknown setting 'inner.other'; known: number",
                        "test.conf:5: 'inner.number' must be a whole number, not 'many'");
    }

    @Test
    void defaultsFillInAndNestedBlocksMayBeLeftOut() {
        var bound = bind("token = something", Account.class).orElseThrow();

        assertThat(bound.pollTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(bound.inner()).isEqualTo(new Inner(1));
    }

    @Test
    void whatTheRecordRefusesIsReportedAtTheBlock() {
        assertThat(bind("token = something\npoll-timeout = 0", Account.class)).isEmpty();
        assertThat(said()).singleElement().asString().endsWith("'poll-timeout' must not be 0");
    }

    @Test
    void aSecretShowsNowhere() {
        var bound = bind("token = canary-4711", Account.class).orElseThrow();

        assertThat(bound.toString()).doesNotContain("canary-4711");
        assertThat(binder.effective().toString()).doesNotContain("canary-4711").contains("••••");
        assertThat(bind("token = { canary-4711 = 1 }", Account.class)).isEmpty();
        assertThat(bind("token = \"\"", Account.class)).isEmpty();
        assertThat(said().toString()).doesNotContain("canary-4711");
    }

    record Hand(
            @Setting(doc = "") Optional<String> team,
            @Setting(doc = "") Optional<String> category) {}

    @Test
    void aPlainTextCalledTeamOrCategoryIsCheckedToo() {
        bind("team = sails\ncategory = Solt", Hand.class);

        assertThat(said())
                .containsExactly(
                        "test.conf:1: 'team': there is no team 'sails'; did you mean 'sales'?",
                        "test.conf:2: 'category': there is no category 'Solt'; did you mean 'Sold'?");
    }

    record Text(@Setting(doc = "") Template text) {}

    @Test
    void aTemplateThatNamesSomethingUnknownIsOnlyDoubtful() {
        assertThat(bind("text = \"{{contact.nam}} {{need}}\"", Text.class)).isPresent();

        assertThat(said())
                .containsExactly("test.conf:1: warning: 'text': {{contact.nam}} is not known here and stays empty;"
                        + " did you mean 'contact.name'?");
    }

    @Test
    void theTableTellsWhereEachSettingComesFrom() {
        bind("token = canary-4711\npoll-timeout = 2m", Account.class);

        assertThat(binder.effective())
                .contains(
                        new Effective("token", "••••", "test.conf:1"),
                        new Effective("poll-timeout", "2m", "test.conf:2"),
                        new Effective("inner.number", "1", "default"));
    }

    record Named(@Setting(doc = "") Map<String, String> save) {}

    @Test
    void aNameWithADotNeedsNoQuotes() {
        assertThat(bind("save { contact.city = town, \"contact.plan\" = plan, here = x }", Named.class))
                .contains(new Named(Map.of("contact.city", "town", "contact.plan", "plan", "here", "x")));
        assertThat(said()).isEmpty();
    }
}
