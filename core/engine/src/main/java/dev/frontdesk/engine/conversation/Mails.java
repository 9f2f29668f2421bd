package dev.frontdesk.engine.conversation;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.workflow.ActionResult;
import dev.frontdesk.engine.model.Mail;
import java.util.Map;

/** What the payloads of mail say, both ways. */
public final class Mails {
    private Mails() {}

    public static long number(Value.Fields payload, String name) {
        Value value = payload.get(name);
        return value instanceof Value.Num(var number) ? number.longValue() : value.isEmpty() ? 0 : Long.parseLong(value.asText());
    }

    public static Value.Fields run(long run, int rev) {
        return new Value.Fields(Map.of("run", Value.of(Long.toString(run)), "rev", Value.of(rev)));
    }

    public static Value.Fields delivery(long run, int rev, long message, boolean accepted, String why) {
        return run(run, rev)
                .with("message", Value.of(Long.toString(message)))
                .with("accepted", Value.of(accepted))
                .with("why", Value.of(why));
    }

    public static Value.Fields performed(long run, int rev, ActionResult result) {
        Value.Fields to = run(run, rev);
        return switch (result) {
            case ActionResult.Ok(var value) -> to.with("ok", value);
            case ActionResult.Failed(var why, var retry) -> to.with("failed", Value.of(why)).with("retry", Value.of(retry));
            case ActionResult.Later(var after) -> to.with("failed", Value.of("not done within " + after)).with("retry", Value.of(true));
        };
    }

    static ActionResult result(Value.Fields payload) {
        if (payload.values().containsKey("ok")) {
            return new ActionResult.Ok(payload.get("ok"));
        }
        return new ActionResult.Failed(payload.get("failed").asText(), payload.get("retry").equals(Value.of(true)));
    }

    /** A line an operator can read, for a dead letter. */
    static String encode(Mail mail) {
        return mail.kind() + " " + mail.seq() + " " + (mail.message() == null ? "" : "message " + mail.message().id() + " ")
                + mail.payload().asText();
    }
}
