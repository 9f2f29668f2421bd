package dev.frontdesk.plugin.ai;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.plugin.ai.chat.Calling;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Compares what the model wants with what the settings allow. The model was told the same, but a contact or a document may have talked
 * it into something else: nothing happens because it says so.
 */
final class Judge {
    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_NUMBER = 30;

    private final AiSettings settings;

    Judge(AiSettings settings) {
        this.settings = settings;
    }

    List<Verdict> judge(List<Calling> calls) {
        return calls.stream().map(this::judge).toList();
    }

    private Verdict judge(Calling call) {
        if (!(call.arguments() instanceof Value.Fields)) {
            return call.function().equals(Toolbox.HAND_OVER)
                    ? handOver(call)
                    : Verdict.refused(call, "its arguments are no JSON object");
        }
        return switch (call.function()) {
            case Toolbox.SET_VALUE -> set(call);
            case Toolbox.ADD_TAG -> tag(call);
            case Toolbox.LEAVE -> leave(call);
            case Toolbox.FINISH -> Verdict.ends(call, new Ending.Finish(), "finished");
            case Toolbox.CLOSE -> close(call);
            case Toolbox.HAND_OVER -> handOver(call);
            default -> Verdict.refused(call, "there is no such function");
        };
    }

    private Verdict set(Calling call) {
        var name = call.argument(Toolbox.NAME).asText();
        var field = settings.mayWrite().stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
        if (field.isEmpty()) {
            return Verdict.refused(call, "it may not write '" + Wording.brief(name) + "'");
        }
        return value(field.get(), call.argument(Toolbox.VALUE))
                .map(value -> Verdict.does(call, field.get().set(value), name + " = " + Wording.brief(value.asText())))
                .orElseGet(() -> Verdict.refused(call, "the value does not fit '" + name + "'"));
    }

    private static Optional<Value> value(MayWrite field, Value written) {
        var text = written instanceof Value.Items || written instanceof Value.Fields
                ? ""
                : written.asText().strip();
        if (text.isEmpty()
                || text.length() > LONGEST_TEXT
                || text.chars().anyMatch(Character::isISOControl)
                || field.pattern().isPresent()
                        && field.pattern().get().find(text).isEmpty()) {
            return Optional.empty();
        }
        if (!field.oneOf().isEmpty()) {
            var meant = field.oneOf().stream().filter(text::equalsIgnoreCase).findFirst();
            return meant.flatMap(one -> typed(field.type(), one));
        }
        return typed(field.type(), text);
    }

    private static Optional<Value> typed(MayWrite.Type type, String text) {
        return switch (type) {
            case TEXT -> Optional.of(Value.of(text));
            case NUMBER -> number(text);
            case BOOLEAN ->
                switch (text.toLowerCase(Locale.ROOT)) {
                    case "true", "yes" -> Optional.of(Value.of(true));
                    case "false", "no" -> Optional.of(Value.of(false));
                    default -> Optional.empty();
                };
        };
    }

    private static Optional<Value> number(String text) {
        boolean plain = text.length() <= LONGEST_NUMBER
                && text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == '-');
        try {
            return plain ? Optional.of(new Value.Num(new BigDecimal(text))) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private Verdict tag(Calling call) {
        var tag = call.argument(Toolbox.TAG).asText();
        return settings.mayTag().stream().anyMatch(one -> one.tag().equals(tag))
                ? Verdict.does(call, new Effect.Tag(tag, true), "tagged " + tag)
                : Verdict.refused(call, "it may not tag '" + Wording.brief(tag) + "'");
    }

    private Verdict leave(Calling call) {
        var to = call.argument(Toolbox.TO).asText();
        return settings.exits().stream().anyMatch(one -> one.name().equals(to))
                ? Verdict.ends(call, new Ending.Leave(to), "left to " + to)
                : Verdict.refused(call, "there is no exit '" + Wording.brief(to) + "'");
    }

    private Verdict close(Calling call) {
        var category = call.argument(Toolbox.CATEGORY).asText();
        if (settings.mayClose().stream().noneMatch(one -> one.category().equals(category))) {
            return Verdict.refused(call, "it may not close as '" + Wording.brief(category) + "'");
        }
        var summary = Optional.of(Wording.brief(call.argument(Toolbox.SUMMARY).asText()))
                .filter(text -> !text.isEmpty());
        return Verdict.ends(call, new Ending.Close(category, summary), "closed as " + category);
    }

    /** A wish for a person is never refused; a team that may not be chosen is left to the workflow. */
    private Verdict handOver(Calling call) {
        var named = call.argument(Toolbox.TEAM).asText();
        var team = settings.handOverTo().stream()
                .map(HandOverTo::team)
                .filter(one -> one.value().equals(named))
                .findFirst();
        var reason = Wording.brief(call.argument(Toolbox.REASON).asText());
        var words = "handed over" + team.map(one -> " to " + one.value()).orElse("")
                + (reason.isEmpty() ? "" : ": " + reason)
                + (team.isEmpty() && !named.isEmpty() ? " (not to '" + Wording.brief(named) + "')" : "");
        return Verdict.ends(call, new Ending.HandOver(team, reason), words);
    }
}
