package dev.frontdesk.bench.faults;

import dev.frontdesk.testkit.telegram.Ledger;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ledgers of customers and providers held against the database.
 *
 * @param ambiguous messages that were in a provider's hands when a process or the database died
 * @param gaveUp messages that may have been sent and were not sent a third time, as the outbox says in words
 */
record Verdict(
        int acknowledged,
        int lost,
        int duplicateMessages,
        int outOfOrder,
        int duplicateConversations,
        int wrongOpenedEvents,
        int duplicateSendsOutside,
        int duplicateSendsInside,
        int ambiguous,
        int gaveUp,
        int stuck,
        int loadDrift,
        int deadLetters,
        List<String> remarks) {
    /** Of those that are stuck, so many are shown with all their rows. */
    private static final int LOOKED_INTO = 5;

    static Verdict of(
            Evidence evidence,
            Set<String> acknowledged,
            List<Story> stories,
            List<Ledger.Sent> heard,
            Set<Long> ambiguous)
            throws SQLException, IOException {
        var remarks = new ArrayList<String>();
        Map<String, List<Evidence.Stored>> messages = evidence.messages();
        int lost = 0;
        for (String text : acknowledged) {
            if (!messages.containsKey(text)) {
                lost++;
                remarks.add("lost: " + text);
            }
        }
        int duplicates = 0;
        for (var it : messages.entrySet()) {
            if (it.getValue().size() > 1) {
                duplicates++;
                remarks.add("stored twice: " + it.getKey());
            }
        }
        var sends = Sends.of(evidence, heard, ambiguous, remarks);
        return new Verdict(
                acknowledged.size(),
                lost,
                duplicates,
                outOfOrder(stories, messages, remarks),
                duplicateConversations(evidence, stories, messages, remarks),
                evidence.wronglyOpened(),
                sends.outside(),
                sends.inside(),
                ambiguous.size(),
                sends.gaveUp().size(),
                stuck(evidence, stories, sends.gaveUp(), remarks),
                evidence.loadDrift(),
                evidence.count("dead_letter"),
                remarks);
    }

    private static int outOfOrder(
            List<Story> stories, Map<String, List<Evidence.Stored>> messages, List<String> remarks) {
        int inversions = 0;
        for (Story story : stories) {
            long before = 0;
            for (String text : story.said()) {
                for (var stored : messages.getOrDefault(text, List.of())) {
                    if (stored.ord() < before) {
                        inversions++;
                        remarks.add("out of order: " + text);
                    }
                    before = stored.ord();
                }
            }
        }
        return inversions;
    }

    private static int duplicateConversations(
            Evidence evidence, List<Story> stories, Map<String, List<Evidence.Stored>> messages, List<String> remarks)
            throws SQLException {
        Map<Long, Integer> conversations = evidence.conversations();
        int duplicates = 0;
        for (Story story : stories) {
            var stored = story.said().stream()
                    .flatMap(text -> messages.getOrDefault(text, List.of()).stream())
                    .map(Evidence.Stored::contact)
                    .collect(Collectors.toSet());
            int made = stored.stream()
                    .mapToInt(contact -> conversations.getOrDefault(contact, 0))
                    .sum();
            if (made > story.cycles()) {
                duplicates += made - story.cycles();
                remarks.add(made + " conversations instead of " + story.cycles() + ": " + story);
            }
        }
        return duplicates;
    }

    private static int stuck(Evidence evidence, List<Story> stories, Set<String> gaveUp, List<String> remarks)
            throws SQLException {
        int stuck = 0;
        for (Story story : stories) {
            if (!story.over() && gaveUp.stream().noneMatch(text -> text.contains(story.awaits()))) {
                remarks.add("stuck: " + story);
                remarks.addAll(
                        stuck++ < LOOKED_INTO ? evidence.about(story.said().getFirst()) : List.of());
            }
        }
        for (var left : evidence.leftOver().entrySet()) {
            stuck += left.getValue();
            remarks.add(left.getValue() + " left in " + left.getKey());
        }
        return stuck;
    }

    /** What a provider got more than once, and what it may never have got. */
    private record Sends(int outside, int inside, Set<String> gaveUp) {
        static Sends of(Evidence evidence, List<Ledger.Sent> heard, Set<Long> ambiguous, List<String> remarks)
                throws SQLException, IOException {
            var times = new HashMap<String, Integer>();
            heard.forEach(sent -> times.merge(key(Long.toString(sent.chat()), sent.text()), 1, Integer::sum));
            var gaveUp = new HashSet<String>();
            int outside = 0;
            int inside = 0;
            var rows = new HashMap<String, Evidence.Sent>();
            for (var row : evidence.outbox("telegram")) {
                rows.put(key(row.identity(), row.text()), row);
                if (Set.of("FAILED", "UNSURE").contains(row.state())) {
                    gaveUp.add(row.text());
                }
            }
            for (var it : times.entrySet()) {
                var row = rows.get(it.getKey());
                if (it.getValue() > 1) {
                    boolean excused = row != null && ambiguous.contains(row.id());
                    outside += excused ? 0 : it.getValue() - 1;
                    inside += excused ? it.getValue() - 1 : 0;
                    if (!excused) {
                        remarks.add("sent " + it.getValue() + " times: "
                                + it.getKey().replace('\n', ' ') + ", row " + row);
                    }
                }
            }
            return new Sends(outside, inside, gaveUp);
        }

        private static String key(String chat, String text) {
            return chat + "\n" + text;
        }
    }

    boolean clean() {
        return lost
                        + duplicateMessages
                        + outOfOrder
                        + duplicateConversations
                        + wrongOpenedEvents
                        + duplicateSendsOutside
                        + stuck
                        + loadDrift
                        + deadLetters
                == 0;
    }

    void print() {
        remarks.stream().limit(100).forEach(System.err::println);
        System.out.printf(
                Locale.ROOT,
                "acknowledged=%d%nlost=%d%nduplicate_messages=%d%nout_of_order=%d%nduplicate_conversations=%d%n"
                        + "wrong_opened_events=%d%nduplicate_sends_outside_window=%d%nduplicate_sends_in_window=%d%n"
                        + "ambiguous_sends=%d%ngave_up=%d%nstuck=%d%nload_drift=%d%ndead_letters=%d%n",
                acknowledged,
                lost,
                duplicateMessages,
                outOfOrder,
                duplicateConversations,
                wrongOpenedEvents,
                duplicateSendsOutside,
                duplicateSendsInside,
                ambiguous,
                gaveUp,
                stuck,
                loadDrift,
                deadLetters);
    }
}
