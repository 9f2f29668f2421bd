package dev.frontdesk.engine.enrich;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.enrich.Enricher;
import dev.frontdesk.api.enrich.Enrichment;
import dev.frontdesk.api.workflow.ActionResult;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What enrichers answer, as it travels between an action and its step. */
final class Answers {
    private static final String FOUND = "found";
    private static final Logger log = LoggerFactory.getLogger(Answers.class);

    private Answers() {}

    /** Asks one that answers at once; what it throws is a failed look-up. */
    static Enrichment from(Enricher enricher, Facts facts, Duration most) {
        try {
            return Objects.requireNonNull(enricher.lookUp(facts, most), "the enricher answered nothing");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Enrichment.Failed("interrupted", true);
        } catch (RuntimeException e) {
            log.warn("an enricher failed; the look-up counts as failed", e);
            return new Enrichment.Failed(e.toString(), true);
        }
    }

    static ActionResult result(Enrichment answer) {
        return switch (answer) {
            case Enrichment.Found(var values) -> new ActionResult.Ok(Value.EMPTY.with(FOUND, new Value.Fields(values)));
            case Enrichment.NotFound() -> new ActionResult.Ok(Value.EMPTY);
            case Enrichment.Failed(var why, var retry) -> new ActionResult.Failed(why, retry);
        };
    }

    static Enrichment of(ActionResult result) {
        return switch (result) {
            case ActionResult.Ok(var value) ->
                value instanceof Value.Fields fields && fields.get(FOUND) instanceof Value.Fields(var values)
                        ? new Enrichment.Found(values)
                        : new Enrichment.NotFound();
            case ActionResult.Failed(var why, var retry) -> new Enrichment.Failed(why, retry);
            case ActionResult.Later _ -> new Enrichment.Failed("no answer came", true);
        };
    }
}
