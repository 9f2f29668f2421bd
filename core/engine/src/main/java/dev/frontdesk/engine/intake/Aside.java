package dev.frontdesk.engine.intake;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.engine.Ids;
import dev.frontdesk.engine.job.Job;
import dev.frontdesk.engine.model.Notice;
import dev.frontdesk.engine.port.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known again by keys other than those of messages. Costs nothing where only messages come in. */
final class Aside {
    private Aside() {}

    /** The keys of what was stored before. Notices are stored by this: nothing but their own row can tell whether they are new. */
    static Set<String> known(Transaction tx, List<Job.Arrive> arrivals, Ids ids, long now) {
        var changes = new HashSet<String>();
        var notices = new LinkedHashMap<String, Notice>();
        for (Job.Arrive arrive : arrivals) {
            for (Inbound item : arrive.batch().items()) {
                String key = Arrivals.dedupe(arrive.channel(), item);
                switch (item) {
                    case Inbound.Edit _, Inbound.Removed _, Inbound.Reaction _ -> changes.add(key);
                    default ->
                        notice(arrive.channel(), key, item, ids, now).ifPresent(it -> notices.putIfAbsent(key, it));
                }
            }
        }
        var known = new HashSet<>(tx.knownChanges(changes));
        known.addAll(notices.keySet());
        known.removeAll(tx.insertNotices(new ArrayList<>(notices.values())));
        return known;
    }

    private static Optional<Notice> notice(String channel, String key, Inbound item, Ids ids, long now) {
        return switch (item) {
            case Inbound.Notice notice ->
                Optional.of(new Notice(
                        ids.next(), channel, key, Clean.text(notice.kind()), Clean.value(notice.details()), now));
            case Inbound.Reach reach ->
                Optional.of(new Notice(
                        ids.next(),
                        channel,
                        key,
                        "reach",
                        new Value.Fields(Map.of(
                                "who", Value.of(Clean.text(reach.who().identity())),
                                "reachable", Value.of(reach.reachable()),
                                "why", Value.of(Clean.text(reach.why())))),
                        now));
            case Inbound.Message message
            when message.details().automatic().isPresent() ->
                Optional.of(Letters.notice(ids.next(), channel, key, message, now));
            default -> Optional.empty();
        };
    }

    static long millis(Optional<Instant> time) {
        return time.map(Instant::toEpochMilli).orElse(0L);
    }
}
