package dev.frontdesk.engine.enrich;

import static dev.frontdesk.testkit.workflow.FakeStepContext.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.enrich.Enricher;
import dev.frontdesk.api.enrich.Enrichment;
import dev.frontdesk.api.workflow.ActionCall;
import dev.frontdesk.api.workflow.ActionResult;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Input;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.api.workflow.StepOutcome;
import dev.frontdesk.testkit.workflow.StepContractTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class EnrichStepTest implements StepContractTest<Enrich> {
    private static final Map<String, Class<? extends Value>> FIELDS = Map.of(
            "city", Value.Text.class, "orders", Value.Num.class, "vip", Value.Bool.class, "since", Value.Time.class);
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    /** Knows one customer. */
    private record Customers(boolean local, AtomicReference<Enrichment> others) implements Enricher {
        Customers(boolean local) {
            this(local, new AtomicReference<>(new Enrichment.NotFound()));
        }

        @Override
        public Set<String> reads() {
            return Set.of("contact.email");
        }

        @Override
        public Enrichment lookUp(Facts facts, Duration most) {
            return facts.text("contact.email").equals("ann@example.org")
                    ? new Enrichment.Found(Map.of(
                            "address", new Value.Fields(Map.of("city", Value.of("Riga"))),
                            "orders", Value.of(" 12 "),
                            "vip", Value.of("yes"),
                            "since", Value.of("2024-05-01"),
                            "empty", Value.NIL))
                    : others.get();
        }
    }

    private final Customers away = new Customers(false);
    private final EnrichStep step =
            new EnrichStep(Optional.of(Map.of("crm", away, "here", new Customers(true))), FIELDS);

    private static Enrich settings(String from, Map<String, String> save, Enrich.Merge merge) {
        return new Enrich(from, save, merge, DEADLINE, Duration.ofHours(1));
    }

    private static final Enrich ALL = settings("here", Map.of(), Enrich.Merge.FILL_EMPTY);
    private static final Enrich SOME = settings(
            "here",
            Map.of(
                    "contact.city", "address.city",
                    "contact.orders", "orders",
                    "contact.vip", "vip",
                    "contact.since", "since",
                    "plan", "empty"),
            Enrich.Merge.FILL_EMPTY);

    @Override
    public Step<Enrich> step() {
        return step;
    }

    @Override
    public List<Enrich> settings() {
        return List.of(ALL, SOME, settings("crm", Map.of(), Enrich.Merge.OVERWRITE));
    }

    private static Facts ann(Map<String, Value> more) {
        var facts = new java.util.HashMap<>(more);
        facts.put("contact.email", Value.of("ann@example.org"));
        return Facts.of(facts);
    }

    private StepOutcome looked(Enrich settings, Map<String, Value> facts) {
        return step.run(settings, started().facts(ann(facts)));
    }

    @Test
    void withoutAWordAboutWhereAllOfItIsOneVariable() {
        assertThat(looked(ALL, Map.of()).effects())
                .anySatisfy(effect -> assertThat(effect).isInstanceOfSatisfying(Effect.SetVar.class, set -> {
                    assertThat(set.name()).isEqualTo("here");
                    assertThat(((Value.Fields) set.value()).get("orders")).isEqualTo(Value.of(" 12 "));
                }));
    }

    @Test
    void fieldsOfTheContactAreFilledAndTextsBecomeWhatTheFieldTakes() {
        var outcome = looked(SOME, Map.of());
        assertThat(outcome.next()).isEqualTo(Next.onward());
        assertThat(outcome.effects())
                .contains(
                        new Effect.SetField("city", Value.of("Riga")),
                        new Effect.SetField("orders", Value.of(12)),
                        new Effect.SetField("vip", Value.of(true)),
                        new Effect.SetField("since", new Value.Time(Instant.parse("2024-05-01T00:00:00Z"))))
                .noneMatch(effect -> effect instanceof Effect.SetVar);
    }

    @Test
    void whatIsThereStaysUnlessItIsToBeOverwritten() {
        var known = Map.<String, Value>of("contact.city", Value.of("Oslo"));
        var city = Map.of("contact.city", "address.city");
        assertThat(looked(settings("here", city, Enrich.Merge.FILL_EMPTY), known)
                        .effects())
                .noneMatch(effect -> effect instanceof Effect.SetField);
        assertThat(looked(settings("here", city, Enrich.Merge.OVERWRITE), known).effects())
                .contains(new Effect.SetField("city", Value.of("Riga")));
    }

    @Test
    void whatDoesNotFitIsLeftOutAndToldAndBreaksNothing() {
        var outcome = looked(settings("here", Map.of("contact.orders", "since"), Enrich.Merge.OVERWRITE), Map.of());
        assertThat(outcome.effects())
                .containsExactly(new Effect.Explain("here: contact.orders does not take '2024-05-01'"));
        assertThat(outcome.next()).isEqualTo(Next.onward());
    }

    @Test
    void nobodyFoundAndNobodyAskedAreBranchesOfTheirOwn() {
        assertThat(step.run(ALL, started()).next()).isEqualTo(Next.branch("not-found"));
        var crm = settings("crm", Map.of(), Enrich.Merge.FILL_EMPTY);
        var failed = new Input.Performed(new ActionResult.Failed("status 500", true));
        assertThat(step.run(crm, started().input(failed)).next()).isEqualTo(Next.branch("failed"));
        assertThat(step.run(crm, started().timedOut()).next()).isEqualTo(Next.branch("failed"));
    }

    @Test
    void oneThatTakesItsTimeIsAskedOutsideAndHoldsTheWorkflowNoLongerThanItsDeadline() throws InterruptedException {
        var crm = settings("crm", Map.of(), Enrich.Merge.FILL_EMPTY);
        var perform = (Next.Perform)
                looked(crm, Map.of("contact.phone", Value.of("secret"))).next();
        assertThat(perform.most()).contains(DEADLINE);
        assertThat(perform.call().input().asText()).contains("ann@example.org").doesNotContain("secret");

        var result = action(new long[] {0}).perform(perform.call(), "key");
        assertThat(step.run(crm, started().input(new Input.Performed(result))).next())
                .isEqualTo(Next.onward());
    }

    private EnrichAction action(long[] now) {
        return new EnrichAction(Map.of("crm", away), () -> Instant.ofEpochMilli(now[0]));
    }

    @Test
    void anAnswerIsKeptForTheSameFactsAndAFailureIsNot() throws InterruptedException {
        long[] now = {0};
        var action = action(now);
        var call = EnrichAction.call(settings("crm", Map.of(), Enrich.Merge.FILL_EMPTY), away.reads(), Facts.none(), 1);

        away.others().set(new Enrichment.Failed("status 500", true));
        assertThat(action.perform(call, "1")).isInstanceOf(ActionResult.Failed.class);
        away.others().set(new Enrichment.Found(Map.of("plan", Value.of("gold"))));
        var first = action.perform(call, "2");
        away.others().set(new Enrichment.NotFound());
        assertThat(action.perform(call, "3")).isEqualTo(first);
        now[0] += Duration.ofHours(1).toMillis();
        assertThat(action.perform(call, "4")).isNotEqualTo(first);
        assertThat(action.perform(new ActionCall("enrich", Value.NIL, DEADLINE, 1), "5"))
                .isInstanceOf(ActionResult.Failed.class);
    }

    @Test
    void whatCannotWorkIsRefusedWhenItIsLoaded() {
        assertThatThrownBy(() -> step.shape(settings("cmr", Map.of(), Enrich.Merge.FILL_EMPTY)))
                .hasMessageContaining("crm, here");
        assertThatThrownBy(() -> step.shape(settings("crm", Map.of("contact.town", "x"), Enrich.Merge.FILL_EMPTY)))
                .hasMessageContaining("contact.town");
    }
}
