package dev.frontdesk.engine.conversation;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.engine.Ids;
import dev.frontdesk.engine.Settings;
import dev.frontdesk.engine.desk.Order;
import dev.frontdesk.engine.model.Changes;
import dev.frontdesk.engine.model.ContactState;
import dev.frontdesk.engine.model.Conversation;
import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.engine.model.Mail;
import dev.frontdesk.engine.model.Message;
import dev.frontdesk.engine.model.Ord;
import dev.frontdesk.engine.model.OutboxRow;
import dev.frontdesk.engine.model.Profile;
import dev.frontdesk.engine.model.QueueRow;
import dev.frontdesk.engine.model.Run;
import dev.frontdesk.engine.port.Surroundings;
import dev.frontdesk.engine.watch.StepTypes;
import dev.frontdesk.engine.watch.StepWatch;
import dev.frontdesk.engine.workflow.Workflow;
import dev.frontdesk.engine.workflow.Workflows;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One contact whose mail is worked through in memory, as the store would keep it between batches. */
final class OneContact {
    static final long ID = 7;
    final List<OutboxRow> outbox = new ArrayList<>();
    final List<Message> messages = new ArrayList<>();
    final List<Fact> facts = new ArrayList<>();
    final Map<Long, QueueRow> queue = new LinkedHashMap<>();
    final Map<Long, Run> runs = new LinkedHashMap<>();
    final Map<String, Integer> loads = new LinkedHashMap<>();
    final StepTypes types = new StepTypes();
    Changes last = new Changes();
    Profile profile = new Profile("Ada", "en", Value.EMPTY, Set.of(), "", false, false);
    Conversation conversation;
    long now = 1_000_000;
    private long seq;
    private final Advance advance;

    OneContact(Workflow... workflows) {
        var all = List.of(workflows);
        advance = new Advance(
                settings(),
                new Workflows() {
                    @Override
                    public List<Workflow> current() {
                        return all;
                    }

                    @Override
                    public Optional<Workflow> version(long id) {
                        return all.stream().filter(w -> w.version() == id).findFirst();
                    }
                },
                new Office(),
                types,
                new Ids(() -> Instant.ofEpochMilli(now), 1));
    }

    static Settings settings() {
        return new Settings(
                "Acme",
                ZoneOffset.UTC,
                List.of(Locale.ENGLISH, Locale.of("ru")),
                "support",
                Map.of(),
                Map.of("age", Value.Num.class),
                List.of("order"),
                Settings.ClosePolicy.OPTIONAL,
                Duration.ofHours(1),
                false,
                5,
                Duration.ofSeconds(60),
                Duration.ofMillis(500));
    }

    void says(String text) {
        says(Content.text(text));
    }

    void says(Content content) {
        long at = ++seq;
        var message = new Message(
                at,
                ID,
                Ord.of(at, 0),
                Message.Direction.IN,
                Message.Author.CONTACT,
                "",
                "site",
                "site:" + at,
                content,
                "",
                null,
                now,
                0);
        take(new Mail(
                ID,
                3,
                at,
                Mail.Kind.MESSAGE,
                message,
                new Value.Fields(Map.of(
                        "identity",
                        Value.of("ada"),
                        "thread",
                        Value.of(""),
                        "name",
                        Value.of("Ada"),
                        "language",
                        Value.of("en"))),
                now));
    }

    void order(String by, Order.What what) {
        var order = new Order(UUID.randomUUID().toString(), by, ID, conversation == null ? 0 : conversation.id(), what);
        var payload = order.payload()
                .with("channel", Value.of("site"))
                .with("identity", Value.of("ada"))
                .with("thread", Value.of(""));
        take(new Mail(ID, 3, ++seq, Mail.Kind.COMMAND, null, payload, now));
    }

    void mail(Mail.Kind kind, Value.Fields payload) {
        take(new Mail(ID, 3, ++seq, kind, null, payload, now));
    }

    /** The matcher's choice for the place in the queue. */
    void assigned(String agent) {
        QueueRow row = queue.values().iterator().next();
        queue.clear();
        assigned(row, agent);
    }

    void assigned(QueueRow row, String agent) {
        mail(Mail.Kind.ASSIGNED, choice(row, agent));
    }

    private static Value.Fields choice(QueueRow row, String agent) {
        return new Value.Fields(Map.of(
                "conversation", Value.of(Long.toString(row.conversation())),
                "epoch", Value.of(row.epoch()),
                "team", Value.of(row.team()),
                "queued", Value.of(row.enqueuedAt()),
                "agent", Value.of(agent),
                "why", Value.of("fewest open conversations"),
                "decision", Value.EMPTY));
    }

    /** What becomes of the matcher's choice when it cannot be handled. */
    Changes given(QueueRow row, String agent) {
        return advance.deadLetters(
                List.of(new Mail(ID, 3, ++seq, Mail.Kind.ASSIGNED, null, choice(row, agent), now)), "test");
    }

    private void take(Mail mail) {
        var latest = conversation;
        var state = new ContactState(
                ID,
                3,
                profile,
                latest,
                runs.values().stream().filter(run -> run.state().active()).toList());
        last = advance.compute(Map.of(ID, state), Map.of(ID, List.of(mail)), new StepWatch());
        keep(last);
    }

    private void keep(Changes changes) {
        profile = changes.profiles.getOrDefault(ID, profile);
        for (Changes.Fence fence : changes.fences) {
            outbox.removeIf(row -> row.epoch() >= 0 && row.epoch() < fence.belowEpoch());
        }
        changes.updatedConversations.values().forEach(c -> conversation = c);
        changes.newConversations.values().forEach(c -> conversation = c);
        runs.putAll(changes.updatedRuns);
        runs.putAll(changes.newRuns);
        messages.addAll(changes.messages);
        outbox.addAll(changes.outbox);
        facts.addAll(changes.facts);
        changes.dequeued.forEach(queue::remove);
        queue.putAll(changes.enqueued);
        changes.loadChanges.forEach(change -> loads.merge(change.agent(), change.delta(), Integer::sum));
    }

    Run run() {
        return runs.values().iterator().next();
    }

    List<String> said() {
        return outbox.stream().map(row -> row.content().plainText()).toList();
    }

    List<String> factTypes() {
        return facts.stream().map(Fact::type).toList();
    }

    private static final class Office implements Surroundings {
        @Override
        public Capabilities capabilities(String channel) {
            return Capabilities.builder().textLimit(100).build();
        }

        @Override
        public boolean hasMembers(String team) {
            return isTeam(team) && !team.equals("empty");
        }

        @Override
        public boolean isTeam(String team) {
            return Set.of("support", "sales", "empty").contains(team);
        }

        @Override
        public boolean isAgent(String agent) {
            return Set.of("bea", "cem").contains(agent);
        }

        @Override
        public boolean isDisabled(String agent) {
            return agent.equals("dan");
        }

        @Override
        public String agentName(String agent) {
            return agent;
        }

        @Override
        public Set<String> teamsOf(String agent) {
            return Set.of("support");
        }
    }
}
