package dev.frontdesk.plugin.questions;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.enrich.Classification;
import dev.frontdesk.api.workflow.StepContext;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads an answer as the kind of value a question wants, or finds that it does not fit. */
final class Answers {
    private static final BigDecimal LONGEST_TEXT = BigDecimal.valueOf(10_000);

    private final AskSettings settings;
    private final Choices choices;

    Answers(AskSettings settings) {
        this.settings = settings;
        this.choices = Choices.of(settings.choices());
    }

    Optional<Value> in(Content content, StepContext now) {
        if (settings.kind() == AnswerType.CHOICE) {
            return choices.chosen(content, now).map(choice -> Value.of(choice.id()));
        }
        return switch (content.kind()) {
            case Content.TEXT, Content.PICKED -> in(Characters.trimmed(content.plainText()), now);
            default -> Optional.empty();
        };
    }

    /** What an answer in the contact's own words comes to. */
    Optional<Value> meant(Classification said) {
        return settings.kind() == AnswerType.CHOICE
                ? said.intent().flatMap(choices::meantBy).map(choice -> Value.of(choice.id()))
                : said.intent().map(Value::of);
    }

    private Optional<Value> in(String text, StepContext now) {
        if (settings.pattern().isPresent()
                && settings.pattern().get().find(text).isEmpty()) {
            return Optional.empty();
        }
        return switch (settings.kind()) {
            case NUMBER ->
                WrittenNumber.in(text, now.language()).filter(this::isInRange).map(Value.Num::new);
            case EMAIL -> EmailAddress.in(text).map(Value::of);
            case INTENT -> Optional.empty(); // found by what classify names
            case TEXT, CHOICE ->
                Optional.of(text).filter(this::hasFittingLength).map(Value::of);
        };
    }

    /** True for a value that is already there and could have been the answer. */
    boolean fits(Value known) {
        return switch (settings.kind()) {
            case CHOICE -> choices.withId(known.asText()).isPresent();
            case NUMBER -> known instanceof Value.Num(var number) && isInRange(number);
            case EMAIL -> EmailAddress.in(known.asText()).isPresent();
            case INTENT ->
                settings.classify()
                        .filter(intents -> intents.all().contains(known.asText()))
                        .isPresent();
            case TEXT -> !known.isEmpty();
        };
    }

    private boolean hasFittingLength(String text) {
        var length = BigDecimal.valueOf(text.codePointCount(0, text.length()));
        return !text.isEmpty() && length.compareTo(LONGEST_TEXT) <= 0 && isInRange(length);
    }

    private boolean isInRange(BigDecimal number) {
        return settings.min().filter(min -> number.compareTo(min) < 0).isEmpty()
                && settings.max().filter(max -> number.compareTo(max) > 0).isEmpty();
    }
}
