package dev.frontdesk.plugin.questions;

import dev.frontdesk.api.Regex;
import dev.frontdesk.api.Template;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.enrich.Intents;
import dev.frontdesk.testkit.workflow.Configured;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the settings of a question as a workflow would, with the defaults of the file. */
final class Ask {
    private Optional<FormSettings> template = Optional.empty();
    private Optional<AnswerType> type = Optional.empty();
    private final List<Value> choices = new ArrayList<>();
    private Optional<Intents> classify = Optional.empty();
    private boolean acceptOpeningMessage;
    private boolean handOver = true;
    private Optional<String> saveTo = Optional.empty();
    private Optional<BigDecimal> min = Optional.empty();
    private Optional<BigDecimal> max = Optional.empty();
    private Optional<Regex> pattern = Optional.empty();
    private Optional<Template> retry = Optional.empty();
    private int maxAttempts = 3;
    private Duration timeout = Duration.ofHours(24);
    private boolean skipIfKnown;

    static Ask with() {
        return new Ask();
    }

    AskSettings settings() {
        var text = Configured.template("Hello {{contact.name}}, what is it?");
        return new AskSettings(
                text,
                template,
                type,
                choices,
                classify,
                acceptOpeningMessage,
                handOver,
                saveTo,
                min,
                max,
                pattern,
                retry,
                maxAttempts,
                timeout,
                skipIfKnown);
    }

    Ask template(FormSettings form) {
        template = Optional.of(form);
        return this;
    }

    Ask type(AnswerType wanted) {
        type = Optional.of(wanted);
        return this;
    }

    Ask choices(String... labels) {
        for (var label : labels) {
            choices.add(Value.of(label));
        }
        return this;
    }

    Ask choice(String id, String label) {
        choices.add(Value.EMPTY.with("id", Value.of(id)).with("label", Value.of(label)));
        return this;
    }

    Ask classify(Intents intents) {
        classify = Optional.of(intents);
        return this;
    }

    Ask withoutHandOver() {
        handOver = false;
        return this;
    }

    Ask acceptOpeningMessage() {
        acceptOpeningMessage = true;
        return this;
    }

    Ask saveTo(String name) {
        saveTo = Optional.of(name);
        return this;
    }

    Ask range(String from, String to) {
        min = Optional.of(new BigDecimal(from));
        max = Optional.of(new BigDecimal(to));
        return this;
    }

    /** Knows only the expression {@code \d}. */
    Ask pattern(String source) {
        pattern = Optional.of(Configured.regex(
                source,
                text -> text.chars().anyMatch(Character::isDigit) ? Optional.of(List.of("digit")) : Optional.empty()));
        return this;
    }

    Ask retry(String text) {
        retry = Optional.of(Configured.template(text));
        return this;
    }

    Ask maxAttempts(int most) {
        maxAttempts = most;
        return this;
    }

    Ask timeout(String iso) {
        timeout = Duration.parse("PT" + iso);
        return this;
    }

    Ask skipIfKnown() {
        skipIfKnown = true;
        return this;
    }
}
