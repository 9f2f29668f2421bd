package dev.frontdesk.engine.lane;

import dev.frontdesk.api.Value;
import dev.frontdesk.engine.model.ContactState;
import dev.frontdesk.engine.model.Conversation;
import dev.frontdesk.engine.model.Handler;
import dev.frontdesk.engine.model.Mail;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who of two contacts goes on: of two open conversations the one a person has, else the older one; its contact survives, so that no
 * conversation changes hands. Without an open one it is the contact that was known first.
 */
record Merger(ContactState stays, ContactState goes) {

    static Merger of(ContactState known, ContactState other) {
        return rank(other.latest()) > rank(known.latest())
                        || rank(other.latest()) == rank(known.latest()) && older(other.latest(), known.latest())
                ? new Merger(other, known)
                : new Merger(known, other);
    }

    private static int rank(@Nullable Conversation latest) {
        if (latest == null || !latest.open()) {
            return 0;
        }
        return latest.handling().handler() instanceof Handler.Agent ? 2 : 1;
    }

    private static boolean older(@Nullable Conversation one, @Nullable Conversation other) {
        return one != null
                && other != null
                && one.open()
                && (one.opened().at() < other.opened().at()
                        || one.opened().at() == other.opened().at() && one.id() < other.id());
    }

    long survivor() {
        return stays.contact();
    }

    long loser() {
        return goes.contact();
    }

    /** The conversation that closes; 0 for none. */
    long closed() {
        var latest = goes.latest();
        return latest != null && latest.open() ? latest.id() : 0;
    }

    /** What each of them is told; the one who goes first, for only one conversation may be open. */
    Map<Long, List<Mail>> mail(long seq, long now, String why) {
        var profile = goes.profile();
        var joined = Value.EMPTY
                .with("from", Value.of(Long.toString(loser())))
                .with("why", Value.of(why))
                .with("name", Value.of(profile.name()))
                .with("language", Value.of(profile.language()))
                .with("fields", profile.fields())
                .with("tags", Value.ofTexts(profile.tags()));
        var left = Value.EMPTY.with("into", Value.of(Long.toString(survivor())));
        return Map.of(
                loser(), List.of(new Mail(loser(), goes.part(), seq, Mail.Kind.LEFT, null, left, now)),
                survivor(), List.of(new Mail(survivor(), stays.part(), seq, Mail.Kind.JOINED, null, joined, now)));
    }
}
