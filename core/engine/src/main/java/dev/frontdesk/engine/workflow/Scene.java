package dev.frontdesk.engine.workflow;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.enrich.Classification;
import dev.frontdesk.api.routing.Route;
import dev.frontdesk.api.workflow.ActionCall;
import dev.frontdesk.engine.model.Run;
import java.util.Locale;
import java.util.Optional;

/** What a run acts on: its contact and conversation, as far as a workflow may touch them. Belongs to one thread. */
public interface Scene {

    long now();

    Locale language();

    Capabilities channel();

    /** {@code contact.*} and {@code now}; empty for anything else. */
    Optional<Value> fact(String path);

    /** A declared field takes the value, or says why not. */
    Optional<String> setField(String field, Value value);

    void tag(String tag, boolean on);

    void note(String text);

    void explain(String text);

    /** Keeps what the contact's words were taken to be about. */
    void understood(String words, Classification about);

    void step(Run run, String step);

    /** Says something to the contact and answers the id of its (last) message; a run that awaits its delivery says so. */
    long say(Run run, Content content, Optional<Content.Preset> fallback, boolean awaited);

    /** False when nobody could ever take it: the team is not there or has no members. */
    boolean queue(Route route);

    void perform(Run run, ActionCall call);

    /** Closes the conversation; the run ends with it. */
    void close(Run run, Optional<String> category, Optional<String> summary);

    default Facts facts(Value.Fields vars) {
        return path -> {
            Value own = vars.values().get(path);
            if (own != null) {
                return own instanceof Value.Nil ? Optional.empty() : Optional.of(own);
            }
            int dot = path.indexOf('.');
            if (dot > 0 && vars.values().get(path.substring(0, dot)) instanceof Value.Fields inner) {
                return Optional.ofNullable(inner.values().get(path.substring(dot + 1)));
            }
            return fact(path);
        };
    }
}
