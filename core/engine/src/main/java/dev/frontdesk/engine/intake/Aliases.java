package dev.frontdesk.engine.intake;

import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.engine.job.Job;
import dev.frontdesk.engine.port.Transaction;
import dev.frontdesk.engine.port.Transaction.Identity;
import dev.frontdesk.engine.port.Transaction.Newcomer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Identities that a channel tells to be one person's. One that nobody has seen goes to the contact of the other, without a merge. */
final class Aliases {
    private Aliases() {}

    record Pair(Identity known, Identity alias, Inbound.SamePerson item) {}

    static List<Pair> in(List<Job.Arrive> arrivals) {
        var pairs = new ArrayList<Pair>();
        for (Job.Arrive arrive : arrivals) {
            for (Inbound item : arrive.batch().items()) {
                if (item instanceof Inbound.SamePerson same) {
                    pairs.add(new Pair(
                            Arrivals.identity(arrive.channel(), same.known().identity()),
                            Arrivals.identity(arrive.channel(), same.alias().identity()),
                            same));
                }
            }
        }
        return pairs;
    }

    /**
     * Takes out of the newcomers those who are another identity of somebody. Each group of identities that are told to be one
     * has at most one newcomer; the others are given to whoever of the group is there.
     */
    static void resolve(Transaction tx, List<Pair> pairs, Map<Identity, Newcomer> wanted, Map<Identity, Long> found) {
        if (pairs.isEmpty()) {
            return;
        }
        var adopted = new LinkedHashMap<Identity, Identity>();
        for (boolean more = true; more; ) {
            more = false;
            for (Pair pair : pairs) {
                more |= adopt(pair.alias(), pair.known(), wanted, adopted);
                more |= adopt(pair.known(), pair.alias(), wanted, adopted);
            }
            if (!more) {
                more = begin(pairs, wanted, adopted);
            }
        }
        var begun = new LinkedHashMap<Identity, Newcomer>();
        for (Identity root : new LinkedHashSet<>(adopted.values())) {
            Newcomer newcomer = wanted.remove(root);
            if (newcomer != null) {
                begun.put(root, newcomer);
            }
        }
        found.putAll(tx.create(begun.values()));
        var aliases = new LinkedHashMap<Identity, Long>();
        adopted.forEach((alias, root) -> {
            Long contact = found.get(root);
            if (wanted.remove(alias) != null && contact != null) {
                aliases.put(alias, contact);
            }
        });
        found.putAll(tx.adopt(aliases));
    }

    /** A stranger goes to whoever the other one is, or goes to. */
    private static boolean adopt(
            Identity stranger, Identity other, Map<Identity, Newcomer> wanted, Map<Identity, Identity> adopted) {
        if (!wanted.containsKey(stranger) || adopted.containsKey(stranger) || stranger.equals(other)) {
            return false;
        }
        @Nullable Identity root = adopted.getOrDefault(other, wanted.containsKey(other) ? null : other);
        if (root == null || root.equals(stranger)) {
            return false;
        }
        adopted.put(stranger, root);
        return true;
    }

    /** Where a whole group is new, its first known identity begins it. */
    private static boolean begin(List<Pair> pairs, Map<Identity, Newcomer> wanted, Map<Identity, Identity> adopted) {
        for (Pair pair : pairs) {
            if (wanted.containsKey(pair.known()) && !adopted.containsKey(pair.known())) {
                adopted.put(pair.known(), pair.known());
                return true;
            }
        }
        return false;
    }
}
