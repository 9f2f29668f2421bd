package dev.frontdesk.engine.enrich;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.workflow.Action;
import dev.frontdesk.api.workflow.ActionCall;
import dev.frontdesk.api.workflow.ActionResult;
import java.util.Locale;
import java.util.Map;

/** Asks a classifier that is not on this machine, or takes its time. */
public final class ClassifyAction implements Action {
    public static final String NAME = "classify";

    private final Map<String, NamedIntents> intents;

    /** @param intents by name */
    public ClassifyAction(Map<String, NamedIntents> intents) {
        this.intents = Map.copyOf(intents);
    }

    @Override
    public ActionResult perform(ActionCall call, String idempotencyKey) throws InterruptedException {
        if (!(call.input() instanceof Value.Fields input)) {
            return new ActionResult.Failed("no text in it", false);
        }
        var named = intents.get(input.get("intents").asText());
        if (named == null) {
            return new ActionResult.Failed(
                    "there is no '" + input.get("intents").asText() + "' any more", false);
        }
        var language = Locale.forLanguageTag(input.get("language").asText());
        return new ActionResult.Ok(named.asked(input.get("text").asText(), language, call.deadline())
                .asValue());
    }
}
