package dev.frontdesk.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.Delivery.Cause;
import dev.frontdesk.api.channel.Outbound;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Sends one message and says what became of it. Safe for use by many threads. */
final class Sending {

    private static final Duration AWAY = Duration.ofSeconds(5);
    private static final Duration STRANGE = Duration.ofSeconds(30);
    private static final Set<Integer> BAD_PARAMETER = Set.of(100, 131008, 131009);
    private static final Set<Integer> FILE_GONE = Set.of(100, 131009, 131052, 131053);

    private final Graph graph;
    private final Rates rates;
    private final Uploads uploads;
    private final Templates templates;
    private final Composition composition;
    private final Keys keys;
    private final Variants variants;
    private final Health health;

    Sending(
            Graph graph,
            Rates rates,
            Uploads uploads,
            Templates templates,
            Composition composition,
            Keys keys,
            Variants variants,
            Health health) {
        this.graph = graph;
        this.rates = rates;
        this.uploads = uploads;
        this.templates = templates;
        this.composition = composition;
        this.keys = keys;
        this.variants = variants;
        this.health = health;
    }

    Delivery deliver(Outbound message) throws InterruptedException {
        var body = composition.envelope(message);
        return switch (message.content()) {
            case Content.Text(var text) -> send(message, Composition.text(body, text));
            case Content.Choice choice -> send(message, composition.choice(body, choice));
            case Content.Location place -> send(message, Composition.location(body, place));
            case Content.Card card -> send(message, Composition.card(body, card));
            case Content.Media media -> media(message, body, media);
            case Content.Preset preset -> preset(message, body, preset);
            default -> rejected("WhatsApp is sent no '" + message.content().kind() + "'");
        };
    }

    private Delivery media(Outbound message, ObjectNode body, Content.Media media) throws InterruptedException {
        if (!(media.file() instanceof Content.Stored file)) {
            return rejected("a file that Frontdesk does not have cannot be sent");
        }
        var kind = Composition.kind(media, file);
        return withFile(message, file, id -> Composition.media(body, kind, media, id));
    }

    private Delivery preset(Outbound message, ObjectNode body, Content.Preset preset) throws InterruptedException {
        var form = templates.of(preset);
        for (var blank : form.preset().blanks()) {
            if (preset.values().getOrDefault(blank, "").isBlank()) {
                return rejected("the template '" + preset.name() + "' has nothing for '" + blank + "'");
            }
        }
        if (form.preset().media().isPresent() && preset.media().isEmpty()) {
            return rejected("the template '" + preset.name() + "' needs a file in its head");
        }
        return preset.media().orElse(null) instanceof Content.Stored file
                ? withFile(message, file, id -> Composition.preset(body, form, preset, Optional.of(id)))
                : send(message, Composition.preset(body, form, preset, Optional.empty()));
    }

    private interface Filled {
        ObjectNode with(String mediaId);
    }

    /** An upload that fails has sent nothing, whatever became of it. */
    private Delivery withFile(Outbound message, Content.Stored file, Filled body) throws InterruptedException {
        return switch (uploads.upload(file, Composition.type(file))) {
            case Uploads.There(var id, var before) -> {
                var delivery = send(message, body.with(id));
                yield before && isFileGone(delivery) ? again(id) : delivery;
            }
            case Uploads.Unreadable(var why) -> rejected(why);
            case Uploads.Failed(Answer.Refused(var refusal)) -> refused(refusal, message.attempt());
            case Uploads.Failed(Answer.NotSent(var why)) -> new Delivery.Later(AWAY, true, "not sent: " + why);
            case Uploads.Failed _ -> new Delivery.Later(AWAY, false, "the file could not be uploaded");
        };
    }

    private static boolean isFileGone(Delivery delivery) {
        return delivery instanceof Delivery.Rejected(var cause, var why)
                && cause == Cause.CONTENT
                && FILE_GONE.stream().anyMatch(code -> why.startsWith(code + " "));
    }

    private Delivery again(String id) {
        uploads.forget(id);
        return new Delivery.Later(Duration.ofSeconds(1), false, "Meta no longer has the file; it is uploaded again");
    }

    private Delivery send(Outbound message, ObjectNode body) throws InterruptedException {
        var wait = rates.take(message.to().identity());
        if (wait.isPresent()) {
            return new Delivery.Later(wait.get().time(), wait.get().whole(), "Meta's limit is used up");
        }
        var answer = graph.post("messages", body);
        if (answer instanceof Answer.Refused(var refusal)
                && BAD_PARAMETER.contains(refusal.code())
                && !Verdicts.isHalting(refusal)
                && body.remove("context") != null) {
            // It may be the quoted message that Meta no longer knows. Nothing was sent, so we may ask without.
            answer = graph.post("messages", body);
        }
        return delivery(message, answer);
    }

    private Delivery delivery(Outbound message, Answer answer) {
        return switch (answer) {
            case Answer.Done(var body) -> sent(message, body);
            case Answer.Refused(var refusal) -> refused(refusal, message.attempt());
            case Answer.Strange(var status) -> strange(status);
            case Answer.NotSent(var why) -> new Delivery.Later(AWAY, true, "not sent: " + why);
            case Answer.Unsure(var why) -> new Delivery.Unknown(why);
        };
    }

    private Delivery sent(Outbound message, JsonNode body) {
        var id = Json.text(body.path("messages").path(0).path("id"));
        if (id.isEmpty()) {
            return new Delivery.Unknown("the answer names no message");
        }
        health.well("limit");
        variants.heard(message.to().identity(), body.path("contacts").path(0));
        return new Delivery.Sent(keys.message(id.get()));
    }

    private Delivery refused(Refusal refusal, int attempt) {
        if (refusal.code() == Verdicts.SPAM) {
            health.trouble(
                    "limit", "Meta slows the number down because people report it as spam (" + refusal.why() + ")");
        }
        return Verdicts.of(refusal, attempt);
    }

    /** A proxy that fails may have passed it on; one that refuses has not. */
    private static Delivery strange(int status) {
        var why = "something that is not the Cloud API answered " + status;
        return status / 100 == 2 || status >= 500 ? new Delivery.Unknown(why) : new Delivery.Later(STRANGE, true, why);
    }

    private static Delivery rejected(String why) {
        return new Delivery.Rejected(Cause.CONTENT, why);
    }
}
