package dev.frontdesk.plugin.questions;

import dev.frontdesk.api.Regex;
import dev.frontdesk.api.Setting;
import dev.frontdesk.api.Template;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.enrich.Intents;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** The keys of an {@code ask} step. */
public record AskSettings(
        @Setting(shorthand = true, doc = "The question.") Template text,

        @Setting(
                doc =
                        "A form that the provider has approved, sent as the question when the time to answer freely is over.")
        Optional<FormSettings> template,

        @Setting(
                doc =
                        "What kind of answer: text, choice, number, email or intent. Without it: choice when there are choices, intent with classify, else text.")
        Optional<AnswerType> type,

        @Setting(doc = "What may be chosen: labels, or { id, label }. The id is what is saved and names the branch.")
        List<Value> choices,

        @Setting(
                doc =
                        "Which intents an answer in the contact's own words is understood by: intents/help is the file config/intents/help.conf.")
        Optional<Intents> classify,

        @Setting(
                value = "false",
                doc = "With classify: do not ask when the message that started the workflow already says it.")
        boolean acceptOpeningMessage,

        @Setting(
                value = "true",
                doc = "Whether a contact who asks for a person instead goes along the branch 'handover'.")
        boolean handOver,

        @Setting(doc = "Where the answer goes: a variable, or contact.<field>.")
        Optional<String> saveTo,

        @Setting(doc = "The smallest number, or the shortest text in characters.")
        Optional<BigDecimal> min,

        @Setting(doc = "The largest number, or the longest text in characters; a text is at most 10,000 long.")
        Optional<BigDecimal> max,

        @Setting(doc = "A regular expression (RE2) that must be found in the answer.")
        Optional<Regex> pattern,

        @Setting(doc = "What to say to an answer that does not fit; there is a usual text in English and Russian.")
        Optional<Template> retry,

        @Setting(value = "3", doc = "How many answers to take before the branch 'invalid'.")
        int maxAttempts,

        @Setting(
                value = "24h",
                doc = "How long to wait, over all attempts, before the branch 'timeout'; 0 waits for ever.")
        Duration timeout,

        @Setting(value = "false", doc = "Do not ask when save-to already has a fitting value.")
        boolean skipIfKnown) {

    public AskSettings {
        choices = List.copyOf(choices);
        saveTo.ifPresent(Target::checked);
        check(
                type.orElse(AnswerType.CHOICE) == AnswerType.CHOICE || choices.isEmpty(),
                "choices need the type 'choice'");
        check(type.orElse(AnswerType.TEXT) != AnswerType.CHOICE || !choices.isEmpty(), "a choice needs choices");
        check(maxAttempts >= 1, "max-attempts is below 1");
        check(!timeout.isNegative(), "the timeout is negative");
        check(!skipIfKnown || saveTo.isPresent(), "skip-if-known needs save-to");
        check(!acceptOpeningMessage || classify.isPresent(), "accept-opening-message needs classify");
        check(type.orElse(AnswerType.TEXT) != AnswerType.INTENT || classify.isPresent(), "an intent needs classify");
        check(
                min.isEmpty() || max.isEmpty() || min.get().compareTo(max.get()) <= 0,
                "min is above max, so that no answer fits");
        var made = Choices.of(choices);
        var kind = kindOf(type, choices, classify);
        check(
                classify.isEmpty() || kind == AnswerType.CHOICE || kind == AnswerType.INTENT,
                "classify understands choices and intents, not the type '"
                        + kind.name().toLowerCase(Locale.ROOT) + "'");
        if (kind == AnswerType.CHOICE && classify.isPresent()) {
            check(
                    classify.get().all().stream()
                            .anyMatch(intent -> made.meantBy(intent).isPresent()),
                    "no choice has the name of an intent of " + classify.get().name()
                            + ", so it cannot choose; there are: "
                            + String.join(", ", new TreeSet<>(classify.get().all())));
        }
    }

    AnswerType kind() {
        return kindOf(type, choices, classify);
    }

    private static AnswerType kindOf(Optional<AnswerType> type, List<Value> choices, Optional<Intents> classify) {
        return type.orElse(
                !choices.isEmpty() ? AnswerType.CHOICE : classify.isPresent() ? AnswerType.INTENT : AnswerType.TEXT);
    }

    private static void check(boolean good, String otherwise) {
        if (!good) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
