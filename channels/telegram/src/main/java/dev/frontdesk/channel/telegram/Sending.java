package dev.frontdesk.channel.telegram;

import dev.frontdesk.api.channel.Attachments;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.Delivery.Cause;
import dev.frontdesk.api.channel.Outbound;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Sends one message and says what became of it. The text is plain, never marked up: what contacts and agents write must not be
 * read as formatting. What Telegram refuses was surely not sent, so it may be put another way. Safe for use by many threads.
 */
final class Sending {

    private static final Duration AWAY = Duration.ofSeconds(5);
    private static final long MEGABYTE = 1_000_000;

    private final BotApi api;
    private final Keys keys;
    private final Supplier<Attachments> attachments;
    private final long fileLimit;
    private final Pace pace;
    private final Refusals refusals;
    /** Groups that Telegram has moved, as long as this process lives; what is said there names the new one. */
    private final Map<Long, Long> moved = new ConcurrentHashMap<>();

    Sending(BotApi api, Keys keys, Supplier<Attachments> attachments, long fileLimit, Pace pace, Refusals refusals) {
        this.api = api;
        this.keys = keys;
        this.attachments = attachments;
        this.fileLimit = fileLimit;
        this.pace = pace;
        this.refusals = refusals;
    }

    Delivery deliver(Outbound message) throws InterruptedException {
        var to = Place.of(message.to());
        if (to.isEmpty()) {
            return new Delivery.Rejected(Cause.UNREACHABLE, "this is no address at Telegram");
        }
        var form = Form.of(message.content());
        if (form.isEmpty()) {
            return new Delivery.Rejected(
                    Cause.CONTENT, "Telegram is sent no '" + message.content().kind() + "'");
        }
        var trouble = form.get().files().stream()
                .flatMap(part -> trouble(part.file().sha256(), part.file().size()).stream())
                .findFirst();
        if (trouble.isPresent()) {
            return trouble.get();
        }
        var place = to.get().at(moved.getOrDefault(to.get().chat(), to.get().chat()));
        var wait = pace.send(place, Math.max(1, form.get().files().size()));
        return wait.isOver()
                ? send(form.get(), place, message.replyTo())
                : new Delivery.Later(wait.time(), wait.account(), "as fast as Telegram allows");
    }

    /** What is wrong with a file before anybody is asked. */
    private Optional<Delivery> trouble(String sha256, long size) {
        if (size > fileLimit) {
            return Optional.of(new Delivery.Rejected(
                    Cause.CONTENT,
                    "the file has " + size / MEGABYTE + " MB, and a bot may send " + fileLimit / MEGABYTE + " MB"));
        }
        if (size == 0) {
            return Optional.of(new Delivery.Rejected(Cause.CONTENT, "the file is empty, and Telegram takes none"));
        }
        try (var _ = attachments.get().open(sha256)) {
            return Optional.empty();
        } catch (NoSuchFileException gone) {
            return Optional.of(new Delivery.Rejected(Cause.CONTENT, "the file is no longer kept"));
        } catch (IOException unreadable) {
            return Optional.of(new Delivery.Later(AWAY, false, "the file cannot be read now"));
        }
    }

    private Delivery send(Form form, Place place, Optional<String> replyTo) throws InterruptedException {
        var answer = call(form, place, replyTo);
        if (answer instanceof Answer.Refused refused) {
            if (refused.movedTo().isPresent()
                    && place.chat() != refused.movedTo().getAsLong()) {
                moved.put(place.chat(), refused.movedTo().getAsLong());
                return send(form, place.at(refused.movedTo().getAsLong()), Optional.empty());
            }
            if (Refusals.isAboutTopic(refused) && place.topic().isPresent()) {
                return send(form, place.withoutTopic(), replyTo);
            }
            if (Refusals.isAboutContent(refused) && form.otherwise().isPresent()) {
                return send(form.otherwise().get(), place, replyTo);
            }
        }
        return switch (answer) {
            case Answer.Done done -> sent(place, done);
            case Answer.Refused refused -> refusals.delivery(place, refused);
            case Answer.Strange(var status) -> Refusals.strange(status);
            case Answer.NotSent(var why) -> new Delivery.Later(AWAY, true, "not sent: " + why);
            case Answer.Unsure(var why) -> new Delivery.Unknown(why);
        };
    }

    private Answer call(Form form, Place place, Optional<String> replyTo) throws InterruptedException {
        var parameters = to(place);
        parameters.putAll(form.parameters());
        replyTo.map(key -> keys.messageIn(place, key)).ifPresent(id -> {
            if (id.isPresent()) {
                parameters.put(
                        "reply_parameters", Map.of("message_id", id.getAsLong(), "allow_sending_without_reply", true));
            }
        });
        if (form.files().isEmpty()) {
            return api.call(new Verbatim(form.method(), parameters));
        }
        return api.upload(form.method(), FileBody.with(parameters, form.files(), attachments.get()));
    }

    /** The parameters that say where something goes. */
    static Map<String, Object> to(Place place) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("chat_id", Long.toString(place.chat()));
        place.business().ifPresent(id -> parameters.put("business_connection_id", id));
        if (place.topic().isPresent()) {
            parameters.put("message_thread_id", place.topic().getAsLong());
        }
        return parameters;
    }

    /** An album is known by its first message. */
    private Delivery sent(Place place, Answer.Done done) {
        var result = done.result();
        var id = Json.number((result.isArray() ? result.path(0) : result).path("message_id"));
        return id.isPresent()
                ? new Delivery.Sent(keys.message(place, id.getAsLong()))
                : new Delivery.Unknown("the answer names no message");
    }
}
