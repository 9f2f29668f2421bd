package dev.frontdesk.engine.job;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.workflow.ActionResult;
import dev.frontdesk.engine.model.Mail;
import java.util.Map;

/** What the payloads of mail say, both ways. */
public final class Mails {
    private Mails() {}

    public static long number(Value.Fields payload, String name) {
        Value value = payload.get(name);
        return value instanceof Value.Num(var number)
                ? number.longValue()
                : value.isEmpty() ? 0 : Long.parseLong(value.asText());
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
            case ActionResult.Failed(var why, var retry) ->
                to.with("failed", Value.of(why)).with("retry", Value.of(retry));
            case ActionResult.Later(var after) ->
                to.with("failed", Value.of("not done within " + after)).with("retry", Value.of(true));
        };
    }

    public static ActionResult result(Value.Fields payload) {
        if (payload.values().containsKey("ok")) {
            return new ActionResult.Ok(payload.get("ok"));
        }
        return new ActionResult.Failed(
                payload.get("failed").asText(), payload.get("retry").equals(Value.of(true)));
    }

    /** What an operator reads in a dead letter, and {@link #decode} reads back: a name and a value a line. */
    public static String encode(Mail mail) {
        var text = new StringBuilder("kind=" + mail.kind() + "\nseq=" + mail.seq() + "\n");
        if (mail.message() != null) {
            text.append("message=").append(mail.message().id()).append('\n');
        }
        mail.payload()
                .values()
                .forEach((name, value) -> text.append("payload.")
                        .append(name)
                        .append('=')
                        .append(value.asText().replace('\n', ' '))
                        .append('\n'));
        return text.toString();
    }

    /** A mail that was kept as a dead letter. */
    public record Kept(Mail.Kind kind, long message, Value.Fields payload) {}

    public static Kept decode(String text) {
        var kind = Mail.Kind.COMMAND;
        long message = 0;
        var payload = Value.EMPTY;
        for (String line : text.split("\n", -1)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                String name = line.substring(0, equals);
                String value = line.substring(equals + 1);
                switch (name) {
                    case "kind" -> kind = Mail.Kind.valueOf(value);
                    case "message" -> message = Long.parseLong(value);
                    case "seq" -> {}
                    default -> payload = payload.with(name.substring(name.indexOf('.') + 1), Value.of(value));
                }
            }
        }
        return new Kept(kind, message, payload);
    }
}
