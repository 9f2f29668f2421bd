package dev.frontdesk.engine.enrich;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.enrich.Enricher;
import dev.frontdesk.api.enrich.Enrichment;
import dev.frontdesk.api.workflow.Action;
import dev.frontdesk.api.workflow.ActionCall;
import dev.frontdesk.api.workflow.ActionResult;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Asks an enricher, or remembers what it said. */
public final class EnrichAction implements Action {
    public static final String NAME = "enrich";
    private static final int MOST_KEPT = 2_000;

    /** Characters of an answer; a longer one is a document, and asked for again. */
    private static final int LONGEST_KEPT = 10_000;

    private final Map<String, Enricher> enrichers;
    private final InstantSource clock;
    private final Map<Asked, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Kept> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private record Asked(String enricher, Value facts) {}

    private record Kept(Enrichment answer, long until) {}

    /** @param enrichers by name */
    public EnrichAction(Map<String, Enricher> enrichers, InstantSource clock) {
        this.enrichers = Map.copyOf(enrichers);
        this.clock = clock;
    }

    static ActionCall call(Enrich settings, Set<String> reads, Facts facts, int attempts) {
        var known = Value.EMPTY;
        for (var path : new TreeSet<>(reads)) {
            known = known.with(path, facts.get(path).orElse(Value.NIL));
        }
        var input = Value.EMPTY
                .with("enricher", Value.of(settings.from()))
                .with("facts", known)
                .with("keep", Value.of(settings.keep().toMillis()));
        return new ActionCall(NAME, input, settings.deadline(), attempts);
    }

    @Override
    public ActionResult perform(ActionCall call, String idempotencyKey) throws InterruptedException {
        if (!(call.input() instanceof Value.Fields input) || !(input.get("facts") instanceof Value.Fields(var known))) {
            return new ActionResult.Failed("nothing to look up in it", false);
        }
        var name = input.get("enricher").asText();
        var enricher = enrichers.get(name);
        if (enricher == null) {
            return new ActionResult.Failed("there is no enricher '" + name + "' any more", false);
        }
        var asked = new Asked(name, input.get("facts"));
        var before = remembered(asked);
        if (before != null) {
            return Answers.result(before);
        }
        var answer = enricher.lookUp(Facts.of(known), call.deadline());
        if (input.get("keep") instanceof Value.Num(var keep) && keep.signum() > 0) {
            remember(asked, answer, keep.longValue());
        }
        return Answers.result(answer);
    }

    private synchronized @org.jspecify.annotations.Nullable Enrichment remembered(Asked asked) {
        var found = kept.get(asked);
        return found != null && found.until() > clock.millis() ? found.answer() : null;
    }

    /** What failed is asked again the next time. */
    private synchronized void remember(Asked asked, Enrichment answer, long millis) {
        boolean small = !(answer instanceof Enrichment.Found(var values))
                || new Value.Fields(values).asText().length() <= LONGEST_KEPT;
        if (small && !(answer instanceof Enrichment.Failed)) {
            kept.put(asked, new Kept(answer, clock.millis() + millis));
        }
    }
}
