package dev.frontdesk.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.routing.Candidate;
import dev.frontdesk.api.routing.Ranking;
import dev.frontdesk.engine.desk.Order.What;
import dev.frontdesk.engine.desk.Order;
import dev.frontdesk.engine.model.Conversation;
import dev.frontdesk.engine.model.Handler;
import dev.frontdesk.engine.model.Message;
import dev.frontdesk.engine.port.InboxReads;
import dev.frontdesk.engine.port.InboxReads.View;
import dev.frontdesk.engine.port.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two identities that turn out to be one person; the same on every store. */
interface MergeContract {
    /** An empty store of this test's own. */
    Store store();

    private Simulation.Builder office() {
        return Simulation.on(store())
                .team("support", "least-open", "bea", "cem")
                .capacity(1000)
                .strategy(
                        "least-open",
                        (_, eligible) -> new Ranking(
                                eligible.stream()
                                        .sorted(Comparator.comparingInt(Candidate::load)
                                                .thenComparing(c -> c.agent().value()))
                                        .map(Candidate::agent)
                                        .toList(),
                                "fewest open conversations"))
                .workflows(new Steps()
                        .ask("need", "How can we help?", "desk")
                        .assign("desk", "support", "bye")
                        .say("bye", "Somebody is with you", "")
                        .onOpened());
    }

    private long contact(String who) {
        return store().threads().contact("site", who).orElseThrow();
    }

    private List<Conversation> all() {
        return Stream.of(View.ALL, View.CLOSED)
                .flatMap(view -> store().inbox().list(view, "", "", "", 10_000).stream())
                .map(InboxReads.Row::conversation)
                .toList();
    }

    @Test
    default void an_identity_nobody_has_seen_goes_to_the_contact_of_the_other() {
        try (var office = office().start()) {
            office.says("+49", "hi");
            office.same("+49", "user-1");
            office.same("user-2", "+49");
            office.same("new-1", "new-2");
            assertThat(contact("user-1")).isEqualTo(contact("+49"));
            assertThat(contact("user-2")).isEqualTo(contact("+49"));
            assertThat(contact("new-1")).isEqualTo(contact("new-2")).isNotEqualTo(contact("+49"));
            office.says("user-1", "help");
            assertThat(all()).hasSize(1);
            assertThat(store().due().merges(10)).isEmpty();
        }
    }

    @Test
    default void of_two_open_conversations_the_one_a_person_has_goes_on_and_the_bot_of_the_other_falls_silent() {
        try (var office = office().start()) {
            office.says("+49", "hi");
            office.says("user", "hi");
            office.says("user", "help");
            var stays = office.conversation("user");
            var goes = office.conversation("+49");
            assertThat(stays.handling().assignee()).isEqualTo("bea");
            office.same("+49", "user");
            assertThat(contact("+49")).isEqualTo(stays.contact());
            assertThat(store().inbox()
                            .row(stays.id())
                            .orElseThrow()
                            .conversation()
                            .open())
                    .isTrue();
            var closed =
                    store().inbox().row(goes.id()).orElseThrow().conversation().closed();
            assertThat(Objects.requireNonNull(closed).source()).isEqualTo("merge");
            office.passes(Duration.ofHours(1));
            office.says("+49", "it is me");
            assertThat(office.conversation("+49").id()).isEqualTo(stays.id());
            assertThat(office.conversation("+49").reach().identity()).isEqualTo("+49");
            office.order("bea", "user", new What.Reply("hello both"));
            assertThat(office.heardBy("+49")).containsExactly("How can we help?", "hello both");
            assertThat(store().inbox().previous(stays.contact(), stays.id(), 10))
                    .extracting(Conversation::id)
                    .contains(goes.id());
            assertThat(store().inbox().contact(goes.contact()).orElseThrow().identities())
                    .hasSize(2);
            exact(Set.of());
        }
    }

    @Test
    default void a_merged_contact_leaves_the_queue_and_the_agents_load_is_free_again() {
        try (var office = office().capacity(1).start()) {
            for (String who : new String[] {"one", "two", "three", "four"}) {
                office.says(who, "hi");
                office.says(who, "help");
            }
            assertThat(office.conversation("three").handling().handler()).isInstanceOf(Handler.Queue.class);
            office.same("one", "three");
            assertThat(store().inbox().queuePosition(office.conversation("four").id()))
                    .contains(1);
            office.same("one", "two");
            assertThat(office.conversation("four").handling().handler()).isInstanceOf(Handler.Agent.class);
            assertThat(contact("three")).isEqualTo(contact("two"));
            exact(Set.of());
        }
    }

    /** Both have places of their own from before; a reader gets every line once, however few at a time. */
    @Test
    default void the_thread_of_a_merged_contact_is_read_by_time_and_from_place_to_place() {
        try (var office = office().start()) {
            for (int round = 1; round <= 3; round++) {
                for (String who : List.of("a", "b")) {
                    if (round > 1 || who.equals("a")) {
                        office.says(who, who + round);
                        office.passes(Duration.ofMinutes(1));
                    }
                }
            }
            office.same("a", "b");
            office.says("b", "after");
            var all = store().threads().after("site", "b", 0, 100);
            assertThat(all)
                    .extracting(line -> line.content().plainText())
                    .filteredOn(text -> text.length() < 6)
                    .containsExactly("a1", "a2", "b2", "a3", "b3", "after");
            assertThat(all).extracting(line -> line.at().toEpochMilli()).isSorted();
            assertThat(all).extracting(line -> line.position()).isSorted();
            for (int page : List.of(1, 2, 3)) {
                var read = new ArrayList<String>();
                long place = 0;
                for (var lines = store().threads().after("site", "a", place, page);
                        !lines.isEmpty();
                        lines = store().threads().after("site", "a", place, page)) {
                    lines.forEach(line -> read.add(line.content().plainText()));
                    place = lines.getLast().position();
                }
                assertThat(read)
                        .as("%s at a time", page)
                        .containsExactlyElementsOf(all.stream()
                                .map(line -> line.content().plainText())
                                .toList());
            }
        }
    }

    private void agentSays(Simulation office, String who, What what) throws Exception {
        office.engine().submit(new Order(UUID.randomUUID().toString(), "bea", contact(who), 0, what));
        office.settle();
    }

    private InboxReads.Merged into(String who) {
        return store().inbox().merged(contact(who)).getFirst();
    }

    @Test
    default void an_agent_says_who_is_the_same_person_and_takes_it_back() throws Exception {
        try (var office = office().start()) {
            office.says("ann@home", "hi");
            office.says("ann@home", "help");
            office.says("ann@work", "hello");
            long home = contact("ann@home");
            long work = contact("ann@work");
            agentSays(office, "ann@home", new What.SamePerson(work));
            assertThat(contact("ann@work")).isEqualTo(home);
            assertThat(into("ann@home").loser()).isEqualTo(work);
            assertThat(into("ann@home").reason()).isEqualTo("told by bea");
            assertThat(store().inbox().people("ann@w", 10))
                    .extracting(InboxReads.ContactCard::contact)
                    .containsExactly(home);
            office.says("ann@work", "both of me");
            assertThat(office.conversation("ann@work").reach().identity()).isEqualTo("ann@work");

            agentSays(office, "ann@home", new What.Part(into("ann@home").id(), work));
            assertThat(contact("ann@work")).isEqualTo(work);
            assertThat(contact("ann@home")).isEqualTo(home);
            assertThat(store().inbox().merged(home)).isEmpty();
            assertThat(office.conversation("ann@home").reach().identity())
                    .as("what is said next goes to who stays")
                    .isEqualTo("ann@home");
            office.says("ann@work", "only me");
            assertThat(office.conversation("ann@work").contact()).isEqualTo(work);
            office.order("bea", "ann@home", new What.Reply("and you"));
            assertThat(office.heardBy("ann@home")).endsWith("and you");
            exact(Set.of("hi", "help", "hello", "both of me", "only me"));
        }
    }

    /** Who came with the one that goes, goes with them; and the latest merge is undone first. */
    @Test
    default void of_a_chain_of_merges_each_is_undone_with_all_it_brought() throws Exception {
        try (var office = office().start()) {
            for (String who : List.of("c", "b", "a")) {
                office.says(who, "hi");
            }
            long a = contact("a");
            long b = contact("b");
            long c = contact("c");
            office.same("b", "a");
            office.same("c", "b");
            assertThat(contact("a")).isEqualTo(c);
            assertThat(store().inbox().merged(c))
                    .extracting(InboxReads.Merged::loser)
                    .containsExactly(b);
            agentSays(office, "c", new What.Part(into("c").id(), b));
            assertThat(contact("a")).isEqualTo(b);
            assertThat(contact("c")).isEqualTo(c);
            agentSays(office, "b", new What.Part(into("b").id(), a));
            assertThat(contact("a")).isEqualTo(a);
            assertThat(contact("b")).isEqualTo(b);
            for (String who : List.of("a", "b", "c")) {
                office.says(who, "it is " + who);
            }
            assertThat(all().stream().filter(Conversation::open)).hasSize(3);
            exact(Set.of("it is a", "it is b", "it is c"));
        }
    }

    @Test
    default void an_undo_that_is_ordered_twice_or_for_somebody_else_changes_nothing() throws Exception {
        try (var office = office().start()) {
            office.says("a", "hi");
            office.says("b", "hi");
            office.same("a", "b");
            long loser = into("a").loser();
            long merge = into("a").id();
            agentSays(office, "a", new What.Part(merge, loser + 1));
            assertThat(contact("b")).isEqualTo(contact("a"));
            agentSays(office, "a", new What.Part(merge, loser));
            agentSays(office, "a", new What.Part(merge, loser));
            assertThat(contact("b")).isNotEqualTo(contact("a"));
            assertThat(store().due().merges(10)).isEmpty();
        }
    }

    @Test
    default void histories_at_random_lose_nothing_and_leave_one_conversation_open_at_most() {
        var groups = new HashMap<String, Set<String>>();
        var said = new HashSet<String>();
        // One office for all: a clock that began anew would make the same ids again.
        try (var office = office().start()) {
            for (int seed = 1; seed <= 6; seed++) {
                var random = new Random(seed);
                for (int step = 0; step < 60; step++) {
                    String who = seed + "-" + random.nextInt(8);
                    groups.computeIfAbsent(who, one -> new HashSet<>(Set.of(one)));
                    switch (random.nextInt(8)) {
                        case 0 -> {
                            String other = seed + "-" + random.nextInt(8);
                            groups.computeIfAbsent(other, one -> new HashSet<>(Set.of(one)));
                            office.same(who, other);
                            join(groups, who, other);
                        }
                        case 1 -> {
                            if (known(who)) {
                                office.order("cem", who, new What.Close("", ""));
                            }
                        }
                        case 2 -> {
                            if (known(who)) {
                                office.order("bea", who, new What.Reply("reply " + step));
                            }
                        }
                        case 3 -> office.passes(Duration.ofMinutes(random.nextInt(40)));
                        default -> {
                            String text = seed + " says " + step;
                            office.says(who, text);
                            said.add(text);
                        }
                    }
                    one(groups);
                }
                exact(said);
            }
        }
    }

    @Test
    default void identities_join_while_everybody_writes() throws Exception {
        var said = java.util.concurrent.ConcurrentHashMap.<String>newKeySet();
        try (var east = office().start();
                var west = store().lanes() > 1 ? office().start() : null;
                var pool = Executors.newFixedThreadPool(8)) {
            var nodes = west == null ? List.of(east) : List.of(east, west);
            var groups = new HashMap<String, Set<String>>();
            for (int person = 0; person < 12; person++) {
                String a = person + "-a";
                groups.put(a, new HashSet<>(Set.of(a)));
                for (String other : new String[] {person + "-b", person + "-c"}) {
                    groups.put(other, new HashSet<>(Set.of(other)));
                    join(groups, a, other);
                }
                int number = person;
                for (int round = 0; round < 6; round++) {
                    int at = round;
                    for (int node = 0; node < nodes.size(); node++) {
                        var office = nodes.get(node);
                        int which = node;
                        pool.submit(() -> {
                            for (String end : new String[] {"-a", "-b", "-c"}) {
                                String text = number + end + at + which;
                                office.arrives(number + end, text);
                                said.add(text);
                            }
                        });
                        if (at == 2) {
                            pool.submit(() -> office.joins(number + "-a", number + "-b"));
                            pool.submit(() -> office.joins(number + "-b", number + "-c"));
                        }
                    }
                }
            }
            pool.shutdown();
            assertThat(pool.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
            for (int calm = 0; calm < 3; calm++) {
                nodes.forEach(Simulation::settle);
            }
            assertThat(said).hasSize(12 * 6 * 3 * nodes.size());
            one(groups);
            exact(said);
        }
    }

    private boolean known(String who) {
        return store().threads()
                .contact("site", who)
                .map(contact -> all().stream().anyMatch(one -> one.contact() == contact))
                .orElse(false);
    }

    private static void join(Map<String, Set<String>> groups, String one, String other) {
        var union = new HashSet<>(Objects.requireNonNull(groups.get(one)));
        union.addAll(Objects.requireNonNull(groups.get(other)));
        union.forEach(member -> groups.put(member, union));
    }

    /** Everybody of a group is one contact, with at most one open conversation among all that were merged. */
    private void one(Map<String, Set<String>> groups) {
        assertThat(store().due().merges(10)).isEmpty();
        for (var group : Set.copyOf(groups.values())) {
            var contacts = group.stream()
                    .flatMap(who -> store().threads().contact("site", who).stream())
                    .collect(Collectors.toSet());
            assertThat(contacts).as("%s", group).hasSizeLessThanOrEqualTo(1);
        }
        var living = groups.keySet().stream()
                .flatMap(who -> store().threads().contact("site", who).stream())
                .collect(Collectors.toSet());
        var open = all().stream().filter(Conversation::open).toList();
        assertThat(open)
                .extracting(Conversation::contact)
                .doesNotHaveDuplicates()
                .isSubsetOf(living);
    }

    /** Nothing is lost, each thread is in order, and loads are what they should be. */
    private void exact(Set<String> said) {
        var texts = new ArrayList<String>();
        var contacts = all().stream().map(Conversation::contact).collect(Collectors.toSet());
        for (long contact : contacts) {
            var lines = store().inbox().lines(contact, Long.MAX_VALUE, 10_000);
            assertThat(lines).extracting(line -> line.message().ord()).doesNotHaveDuplicates();
            lines.stream()
                    .map(InboxReads.Line::message)
                    .filter(message -> message.direction() == Message.Direction.IN)
                    .forEach(message -> texts.add(message.content().plainText()));
        }
        assertThat(texts).containsAll(said);
        for (var agent : store().directory().agents()) {
            long held = all().stream()
                    .filter(one -> one.handling().handler().equals(new Handler.Agent(agent.id())) && one.open())
                    .count();
            assertThat(agent.load()).as(agent.id()).isEqualTo((int) held);
        }
    }
}
