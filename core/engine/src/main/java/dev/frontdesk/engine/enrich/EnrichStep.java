package dev.frontdesk.engine.enrich;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.enrich.Enricher;
import dev.frontdesk.api.enrich.Enrichment;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Input;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.Shape;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.api.workflow.StepContext;
import dev.frontdesk.api.workflow.StepOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Has something looked up about the contact and keeps what was found. Never holds the workflow beyond its deadline. */
public final class EnrichStep implements Step<Enrich> {
    private static final String NOT_FOUND = "not-found";
    private static final String FAILED = "failed";
    private static final int ATTEMPTS = 3;
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final Optional<Map<String, Enricher>> enrichers;
    private final Map<String, Class<? extends Value>> fields;

    /**
     * @param enrichers by name; empty while the configuration has mistakes, and nothing can be said about names
     * @param fields declared fields of a contact
     */
    public EnrichStep(Optional<Map<String, Enricher>> enrichers, Map<String, Class<? extends Value>> fields) {
        this.enrichers = enrichers.map(Map::copyOf);
        this.fields = Map.copyOf(fields);
    }

    @Override
    public Shape shape(Enrich settings) {
        enrichers.ifPresent(all -> check(settings, all));
        return new Saving(settings, fields)
                .declaredIn(Shape.plain().branching(NOT_FOUND).branching(FAILED));
    }

    private static void check(Enrich settings, Map<String, Enricher> all) {
        var enricher = all.get(settings.from());
        if (enricher == null) {
            throw new IllegalArgumentException("there is no enricher '" + settings.from() + "'; there are: "
                    + String.join(", ", new TreeSet<>(all.keySet())));
        }
        settings.save().values().forEach(name -> {
            if (!enricher.finds().isEmpty() && !enricher.finds().contains(name)) {
                throw new IllegalArgumentException("the enricher '" + settings.from() + "' finds no '" + name
                        + "', but: " + String.join(", ", new TreeSet<>(enricher.finds())));
            }
        });
    }

    @Override
    public StepOutcome run(Enrich settings, StepContext now) {
        return switch (now.input()) {
            case Input.Started _ -> started(settings, now);
            case Input.Performed performed -> looked(settings, now, Answers.of(performed.result()));
            default -> looked(settings, now, new Enrichment.Failed("no answer within its deadline", false));
        };
    }

    private StepOutcome started(Enrich settings, StepContext now) {
        var enricher = enrichers.map(all -> all.get(settings.from())).orElse(null);
        if (enricher == null) {
            return looked(settings, now, new Enrichment.Failed("there is no such enricher", false));
        }
        if (enricher.local()) {
            return looked(settings, now, Answers.from(enricher, now.facts(), AT_ONCE));
        }
        var call = EnrichAction.call(settings, enricher.reads(), now.facts(), ATTEMPTS);
        return StepOutcome.of(new Next.Perform(call, Optional.of(settings.deadline())));
    }

    private StepOutcome looked(Enrich settings, StepContext now, Enrichment answer) {
        return switch (answer) {
            case Enrichment.Found(var values) ->
                StepOutcome.of(new Saving(settings, fields).effects(values, now.facts()), Next.onward());
            case Enrichment.NotFound() -> without(settings, "nothing found", NOT_FOUND);
            case Enrichment.Failed(var why, var _) -> without(settings, "could not be asked: " + why, FAILED);
        };
    }

    private static StepOutcome without(Enrich settings, String what, String branch) {
        return StepOutcome.of(List.of(new Effect.Explain(settings.from() + ": " + what)), Next.branch(branch));
    }
}
