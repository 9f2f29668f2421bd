package dev.frontdesk.plugin.ai.chat;

import dev.frontdesk.api.service.HttpGateway;
import dev.frontdesk.api.workflow.Action;
import dev.frontdesk.api.workflow.ActionCall;
import dev.frontdesk.api.workflow.ActionResult;
import dev.frontdesk.plugin.ai.knowledge.Knowledge;
import dev.frontdesk.plugin.ai.knowledge.Passage;
import dev.frontdesk.plugin.ai.redact.Redaction;
import dev.frontdesk.plugin.ai.redact.Redactor;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Asks the model once: finds the passages that fit, hides personal data, calls, and puts back what was hidden. Whatever the answer
 * wants done is the step's to judge.
 */
public final class ChatAction implements Action {
    /** The type of the action. */
    public static final String NAME = "ai-chat";

    private static final String ASKED = ", asked: ";
    private static final String PATH = "/chat/completions";
    private static final int MOST_PASSAGES = 4;
    private static final int LONGEST_ASKED = 500;
    private static final int CHARACTERS_PER_TOKEN = 4;
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    /** A wish for silence that is longer than this is a failure: a contact is waiting. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final ChatSettings settings;
    private final HttpGateway gateway;
    private final Knowledge knowledge;
    private final InstantSource clock;
    private final Redactor redactor;

    @Inject
    public ChatAction(ChatSettings settings, HttpGateway gateway, Knowledge knowledge, InstantSource clock) {
        this.settings = settings;
        this.gateway = gateway;
        this.knowledge = knowledge;
        this.clock = clock;
        redactor = new Redactor(settings.redact());
    }

    @Override
    public ActionResult perform(ActionCall wish, String idempotencyKey) throws InterruptedException {
        if (settings.endpoint().isEmpty()) {
            return new ActionResult.Failed("actions.ai-chat has no endpoint, so nothing was sent", false);
        }
        Question question;
        try {
            question = Question.from(wish.input());
        } catch (IllegalArgumentException e) {
            return new ActionResult.Failed(String.valueOf(e.getMessage()), false);
        }
        var left = Duration.between(clock.instant(), question.until());
        if (left.isNegative() || left.isZero()) {
            return new ActionResult.Failed("nobody waits for the answer any more", false);
        }
        return ask(question, left.compareTo(settings.timeout()) < 0 ? left : settings.timeout(), idempotencyKey);
    }

    private ActionResult ask(Question question, Duration most, String idempotencyKey) throws InterruptedException {
        long begun = clock.millis();
        var redaction = redactor.begin(question.name());
        var passages = knowledge.search(question.knowledge(), question.latest(), MOST_PASSAGES);
        var request = new Messages(question, redaction).request(settings, passages);
        var asked = shortened(redaction.hide(question.latest()));
        var endpoint = new Endpoint(settings.endpoint().orElseThrow(), settings.apiKey(), gateway);
        return switch (endpoint.post(PATH, request, most, idempotencyKey)) {
            case Endpoint.Outcome.Failed failed -> failed(failed, asked);
            case Endpoint.Outcome.Answered(var body) -> {
                try {
                    var completion = Completion.of(body, redaction);
                    var millis = clock.millis() - begun;
                    long characters = request.toString().length();
                    yield new ActionResult.Ok(
                            said(completion, characters, millis, asked, passages, redaction, Optional.empty())
                                    .asValue());
                } catch (Completion.Unusable e) {
                    var why = new Said.Unusable(String.valueOf(e.getMessage()), e.retry());
                    var millis = clock.millis() - begun;
                    yield Completion.taken(body)
                            .<ActionResult>map(taken -> new ActionResult.Ok(
                                    said(taken, 0, millis, asked, passages, redaction, Optional.of(why))
                                            .asValue()))
                            .orElseGet(() -> failed(new Endpoint.Outcome.Failed(why.why(), why.retry()), asked));
                }
            }
        };
    }

    private ActionResult failed(Endpoint.Outcome.Failed failed, String asked) {
        if (failed.after().isPresent() && failed.after().get().compareTo(LONGEST_PAUSE) <= 0) {
            return new ActionResult.Later(failed.after().get());
        }
        boolean retry = failed.retry() && failed.after().isEmpty();
        return new ActionResult.Failed(
                failed.why() + "; model " + settings.model().orElse("") + ASKED + asked, retry);
    }

    /** Why it failed, without what the contact had written. */
    public static String withoutWords(String why) {
        int asked = why.indexOf(ASKED);
        return asked < 0 ? why : why.substring(0, asked);
    }

    /** An endpoint that tells no tokens is estimated, so that a limit on cost still holds. */
    private Said said(
            Completion answer,
            long characters,
            long millis,
            String asked,
            List<Passage> passages,
            Redaction redaction,
            Optional<Said.Unusable> unusable) {
        long in = answer.tokensIn().orElse(characters / CHARACTERS_PER_TOKEN + 1);
        long out = answer.tokensOut().orElse((long) answer.text().length() / CHARACTERS_PER_TOKEN + 1);
        var cost = settings.inputPrice()
                .multiply(BigDecimal.valueOf(in))
                .add(settings.outputPrice().multiply(BigDecimal.valueOf(out)))
                .divide(THOUSAND, MathContext.DECIMAL32);
        return new Said(
                answer.text(),
                answer.calls(),
                answer.model().isEmpty() ? settings.model().orElse("") : answer.model(),
                in,
                out,
                cost,
                millis,
                answer.confidence(),
                asked,
                passages.stream().map(Passage::file).distinct().toList(),
                redaction.count(),
                unusable);
    }

    /** A line for the record. */
    private static String shortened(String words) {
        var text = words.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (text.length() <= LONGEST_ASKED) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_ASKED - 1)) ? LONGEST_ASKED - 1 : LONGEST_ASKED;
        return text.substring(0, end) + "…";
    }
}
