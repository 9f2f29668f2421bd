package dev.frontdesk.store.hot;

import dev.frontdesk.engine.model.Head;
import dev.frontdesk.engine.port.Transaction.Identity;
import dev.frontdesk.engine.port.Transaction.Newcomer;
import dev.frontdesk.store.sql.Bulk;
import dev.frontdesk.store.sql.Session;
import dev.frontdesk.store.sql.Texts;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Identities and contacts. Only accepting transactions lock them. */
final class Contacts {
    /** Both sets are indexed together; what fits one of each but was not asked for as a pair is left out here. */
    static final String FIND = "select channel, external, contact from contact_identity "
            + "where channel = any(?::text[]) and external = any(?::text[])";

    /** The sort is in the locking select: an update promises no order, and rivals would deadlock. */
    static final String LOCK =
            "select id, part, next_seq, partings, merged_into from contact where id = any(?::bigint[]) "
                    + "order by id for no key update";

    private static final Bulk INSERT_IDENTITY = Bulk.insert("contact_identity")
            .texts("channel", "external")
            .longs("contact")
            .orNothing()
            .orderedBy("channel, external");

    private static final Bulk INSERT_CONTACT = Bulk.insert("contact")
            .longs("id")
            .ints("part")
            .longs("next_seq", "merged_into")
            .texts("name", "language")
            .longs("created_at")
            .done();

    private static final Bulk SEQUENCES =
            Bulk.update("contact", 1).longs("id", "next_seq").done();

    private final Session session;

    Contacts(Session session) {
        this.session = session;
    }

    Map<Identity, Long> find(Collection<Identity> identities) {
        if (identities.isEmpty()) {
            return Map.of();
        }
        var wanted = Set.copyOf(identities);
        var channels = wanted.stream().map(Identity::channel).collect(Collectors.toSet());
        var externals = wanted.stream().map(Identity::external).collect(Collectors.toSet());
        var stored = new HashMap<Identity, Long>();
        session.query(FIND)
                .texts(channels)
                .texts(externals)
                .each(row -> stored.put(new Identity(row.text(), row.text()), row.longs()));
        var found = new HashMap<Identity, Long>();
        for (var identity : wanted) {
            Long contact = stored.get(new Identity(Texts.clean(identity.channel()), Texts.clean(identity.external())));
            if (contact != null) {
                found.put(identity, contact);
            }
        }
        return found;
    }

    /** A rival's identity makes our insert wait for its commit, and the select after it sees whose it became. */
    Map<Identity, Long> create(Collection<Newcomer> newcomers) {
        if (newcomers.isEmpty()) {
            return Map.of();
        }
        var byIdentity = new LinkedHashMap<Identity, Newcomer>();
        newcomers.forEach(newcomer -> byIdentity.putIfAbsent(newcomer.identity(), newcomer));
        var identities = INSERT_IDENTITY.rows(byIdentity.size());
        byIdentity.forEach((identity, newcomer) ->
                identities.put(identity.channel()).put(identity.external()).put(newcomer.contact()));
        session.write(INSERT_IDENTITY, identities);
        var owners = find(byIdentity.keySet());
        var contacts = INSERT_CONTACT.rows(byIdentity.size());
        var made = new HashSet<Long>();
        byIdentity.forEach((identity, it) -> {
            if (Long.valueOf(it.contact()).equals(owners.get(identity)) && made.add(it.contact())) {
                contacts.put(it.contact()).put(it.part()).put(1L).put(0L);
                contacts.put(it.name()).put(it.language()).put(it.at());
            }
        });
        session.write(INSERT_CONTACT, contacts);
        return owners;
    }

    Map<Identity, Long> adopt(Map<Identity, Long> aliases) {
        if (aliases.isEmpty()) {
            return Map.of();
        }
        var rows = INSERT_IDENTITY.rows(aliases.size());
        aliases.forEach((identity, contact) ->
                rows.put(identity.channel()).put(identity.external()).put(contact.longValue()));
        session.write(INSERT_IDENTITY, rows);
        return find(aliases.keySet());
    }

    Map<Long, Head> lock(Collection<Long> contacts) {
        var heads = new HashMap<Long, Head>();
        var merged = new HashMap<Long, Long>();
        Set<Long> toLock = new TreeSet<>(contacts);
        while (!toLock.isEmpty()) {
            var next = new TreeSet<Long>();
            session.query(LOCK).longs(toLock).each(row -> {
                var head = new Head(row.longs(), row.number(), row.longs(), row.number());
                long survivor = row.longs();
                if (survivor == 0) {
                    heads.put(head.contact(), head);
                } else {
                    merged.put(head.contact(), survivor);
                    next.add(survivor);
                }
            });
            next.removeAll(heads.keySet());
            next.removeAll(merged.keySet());
            toLock = next;
        }
        var answer = new HashMap<Long, Head>();
        for (Long contact : contacts) {
            Long at = contact;
            while (at != null && merged.containsKey(at)) {
                at = merged.get(at);
            }
            var head = heads.get(at);
            if (head != null) {
                answer.put(contact, head);
            }
        }
        return answer;
    }

    void saveSequences(Map<Long, Long> nextSeq) {
        var rows = SEQUENCES.rows(nextSeq.size());
        nextSeq.forEach((contact, next) -> rows.put(contact.longValue()).put(next.longValue()));
        session.write(SEQUENCES, rows);
    }
}
