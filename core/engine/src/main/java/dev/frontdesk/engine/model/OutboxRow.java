package dev.frontdesk.engine.model;

import dev.frontdesk.api.channel.Content;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A message to be sent; its id is the message's id.
 *
 * @param replyTo the channel's key of the message it answers, empty for none
 * @param epoch of the conversation when a bot said it; -1 for what a person wrote, which is never fenced
 * @param run the run that awaits the delivery, 0 for none
 * @param rev of that run
 * @param unsure true when an earlier attempt may have reached the contact: only for a row that was claimed again after that
 * @param fallback what is sent instead once the reply window is closed: a form, or an empty text where the form of an earlier
 *     part says it all; null for nothing
 */
public record OutboxRow(
        long id,
        long contact,
        int part,
        long conversation,
        long ord,
        Reach reach,
        Content content,
        String replyTo,
        int epoch,
        long run,
        int rev,
        String idempotency,
        long dueAt,
        int attempt,
        boolean automatic,
        boolean unsure,
        @Nullable Content fallback) {
    /** In bytes a second: a line on which 50 MB take eight minutes. */
    private static final long SLOWEST = 100_000;

    private static final long MOST_SECONDS = 1200;

    public OutboxRow(
            long id,
            long contact,
            int part,
            long conversation,
            long ord,
            Reach reach,
            Content content,
            String replyTo,
            int epoch,
            long run,
            int rev,
            String idempotency,
            long dueAt,
            int attempt,
            boolean automatic,
            boolean unsure) {
        this(
                id,
                contact,
                part,
                conversation,
                ord,
                reach,
                content,
                replyTo,
                epoch,
                run,
                rev,
                idempotency,
                dueAt,
                attempt,
                automatic,
                unsure,
                null);
    }

    /** How much longer than other messages this one may take: its files over a slow line. */
    public Duration transfer() {
        long bytes = content.files().stream()
                .mapToLong(file -> Math.max(0, file.size()))
                .sum();
        return Duration.ofSeconds(Math.min(MOST_SECONDS, bytes / SLOWEST));
    }

    public enum State {
        READY,
        SENDING,
        SENT,
        DELIVERED,
        READ,
        FAILED,
        /** May have been sent: a report may still tell, or it is sent once more. */
        UNKNOWN,
        /** May have been sent, and nothing more is done about it; only a report can still tell. */
        UNSURE,
        /** Not sent because the conversation went on without it; the reason says why. */
        DROPPED
    }
}
