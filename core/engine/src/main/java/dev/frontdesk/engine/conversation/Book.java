package dev.frontdesk.engine.conversation;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Participant;
import dev.frontdesk.engine.Ids;
import dev.frontdesk.engine.Settings;
import dev.frontdesk.engine.file.Filed;
import dev.frontdesk.engine.model.Changes;
import dev.frontdesk.engine.model.ContactState;
import dev.frontdesk.engine.model.Conversation;
import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.engine.model.Handler;
import dev.frontdesk.engine.model.LoadChange;
import dev.frontdesk.engine.model.Mail;
import dev.frontdesk.engine.model.Message;
import dev.frontdesk.engine.model.Message.Author;
import dev.frontdesk.engine.model.Message.Direction;
import dev.frontdesk.engine.model.Ord;
import dev.frontdesk.engine.model.OutboxRow;
import dev.frontdesk.engine.model.Profile;
import dev.frontdesk.engine.model.Reach;
import dev.frontdesk.engine.model.Run;
import dev.frontdesk.engine.model.ThreadMember;
import dev.frontdesk.engine.outbox.ReplyWindow;
import dev.frontdesk.engine.outbox.Splitter;
import dev.frontdesk.engine.port.Surroundings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A contact's state while their mail is worked through, and the changes that come of it. Belongs to one thread. */
final class Book {
    private static final int PREVIEW = 140;
    private static final Content NOTHING_MORE = Content.text("");

    private final ContactState state;
    private final Surroundings surroundings;
    private final Ids ids;
    private final Alarm alarm;
    private final Changes changes = new Changes();
    private final Map<Long, Run> runs = new LinkedHashMap<>();
    private Profile profile;
    private @Nullable Conversation latest;
    private long seq;
    private long now;
    private int n;

    Book(ContactState state, Settings settings, Surroundings surroundings, Ids ids) {
        this.state = state;
        this.surroundings = surroundings;
        this.ids = ids;
        this.alarm = new Alarm(settings, surroundings);
        this.profile = state.profile();
        this.latest = state.latest();
        state.runs().forEach(run -> runs.put(run.id(), run));
    }

    void begin(Mail mail) {
        seq = mail.seq();
        now = mail.at();
        n = 0;
        changes.consumed.add(mail);
    }

    Changes changes() {
        return changes;
    }

    long now() {
        return now;
    }

    long contact() {
        return state.contact();
    }

    int part() {
        return state.part();
    }

    long newId() {
        return ids.next();
    }

    Profile profile() {
        return profile;
    }

    @Nullable
    Conversation latest() {
        return latest;
    }

    @Nullable
    Conversation open() {
        return latest != null && latest.open() ? latest : null;
    }

    List<Run> runs() {
        return runs.values().stream().filter(run -> run.state().active()).toList();
    }

    /** A place in the contact's order for one more thing this mail causes. */
    long nextOrd() {
        return Ord.of(seq, ++n);
    }

    // ---- profile

    void change(Profile value) {
        profile = value;
        changes.profiles.put(state.contact(), value);
    }

    /** Takes name and language from what a channel tells, as long as nothing better is known. */
    void introduce(String name, String language) {
        if (profile.name().isEmpty() && !name.isEmpty()) {
            change(profile.withName(name));
        }
        if (profile.language().isEmpty() && !language.isEmpty()) {
            change(profile.withLanguage(language));
        }
        if (!profile.unreachable().isEmpty()) {
            change(profile.withUnreachable(""));
        }
    }

    void reachable(Value.Fields payload) {
        boolean reachable = payload.get("reachable").equals(Value.of(true));
        String told = payload.get("why").asText();
        String why = reachable ? "" : told.isEmpty() ? "unreachable" : told;
        if (!why.equals(profile.unreachable())) {
            change(profile.withUnreachable(why));
            fact(reachable ? "contact.reachable" : "contact.unreachable", nextOrd(), "why", why);
        }
    }

    // ---- conversation

    void opened(String source, Reach reach, Handler handler, String agent) {
        long id = ids.next();
        long ord = source.equals("contact") ? Ord.of(seq, 0) : nextOrd();
        latest = new Conversation(
                id,
                state.contact(),
                state.part(),
                new Conversation.Opened(now, ord, source, reach.channel()),
                reach,
                new Conversation.Handling(handler, 0, "", agent, 0, 0, Set.of()),
                new Conversation.Activity(now, ord, "", "", 0, 0, alarm.first(reach, now)),
                null);
        changes.newConversations.put(id, latest);
        fact("conversation.opened", ord, "source", source, "channel", reach.channel());
    }

    void change(Conversation value) {
        latest = value;
        if (changes.newConversations.containsKey(value.id())) {
            changes.newConversations.put(value.id(), value);
        } else {
            changes.updatedConversations.put(value.id(), value);
        }
    }

    /** Sets the alarm to what is due next. */
    void lookAgain(boolean windowTold) {
        Conversation open = open();
        if (open != null) {
            var told = open.with(open.activity().lookedAgainAt(0, windowTold));
            long next = Alarm.earlier(alarm.idleDue(told, now), alarm.warningDue(told));
            change(open.with(open.activity().lookedAgainAt(next, windowTold)));
        }
    }

    Alarm alarm() {
        return alarm;
    }

    /** When the contact can no longer be answered freely; 0 for never. */
    long windowEnds(Conversation open) {
        return ReplyWindow.ends(surroundings.capabilities(open.reach().channel()), open.reach())
                .orElse(0);
    }

    /** The contact wrote into the open conversation. */
    void heard(Message message, Reach wrote) {
        Conversation open = java.util.Objects.requireNonNull(open());
        Reach reach = wrote.channel().equals(open.reach().channel())
                ? wrote.heard(open.reach().at())
                : wrote;
        var before = open.activity();
        long waiting = before.waitingSince() == 0 ? now : before.waitingSince();
        change(open.with(reach)
                .with(new Conversation.Activity(
                        now,
                        message.ord(),
                        "contact",
                        preview(message),
                        before.firstReplyAt(),
                        waiting,
                        alarm.after(before, open.reach(), reach, now),
                        before.windowTold())));
        fact(
                "message.stored",
                message.ord(),
                "message",
                Long.toString(message.id()),
                "direction",
                "in",
                "author",
                "contact");
    }

    /** Others are in the thread of the open conversation; who is known there already stays what they are. */
    void joined(String channel, List<Participant> others) {
        Conversation open = open();
        if (open != null) {
            others.forEach(who -> changes.members.add(new ThreadMember(open.id(), channel, who, now)));
        }
    }

    /** An agent decides whether somebody gets what is sent into the thread. */
    void stand(String channel, Participant who) {
        long conversation = java.util.Objects.requireNonNull(latest).id();
        changes.standings.add(new ThreadMember(conversation, channel, who, now));
        fact(
                "thread.participant",
                nextOrd(),
                "identity",
                who.identity(),
                "standing",
                who.standing().name().toLowerCase(java.util.Locale.ROOT));
    }

    /**
     * Somebody of ours says something: one message for each part the channel can carry.
     *
     * @param instead goes out in place of all of them when the window is closed at the moment of sending
     */
    long say(
            Content content,
            Content.@Nullable Preset instead,
            Author author,
            String agent,
            @Nullable Run awaitedBy,
            int epoch,
            String idempotency) {
        return say(content, instead, "", author, agent, awaitedBy, epoch, idempotency);
    }

    /** A person of ours answers, maybe one message in particular. */
    void answer(Content content, String replyTo, String agent, String idempotency) {
        say(content, null, replyTo, Author.AGENT, agent, null, -1, idempotency);
    }

    private long say(
            Content said,
            Content.@Nullable Preset instead,
            String replyTo,
            Author author,
            String agent,
            @Nullable Run awaitedBy,
            int epoch,
            String idempotency) {
        Conversation to = java.util.Objects.requireNonNull(latest);
        Content content = said instanceof Content.Preset form ? worded(form) : said;
        Content form = instead == null ? null : worded(instead);
        long id = 0;
        List<Content> parts =
                Splitter.split(content, surroundings.capabilities(to.reach().channel()));
        // Where the channel has no albums, or smaller ones, readers still see what was sent as one.
        String album = content instanceof Content.Album ? "ours:" + state.contact() + ":" + nextOrd() : "";
        for (int i = 0; i < parts.size(); i++) {
            Content part = parts.get(i);
            String key = author == Author.AGENT ? idempotency + (i == 0 ? "" : ":" + i) : null;
            String answered = i == 0 ? replyTo : "";
            Message message = store(Direction.OUT, author, agent, to.reach().channel(), part, key, answered, album);
            id = message.id();
            changes.outbox.add(new OutboxRow(
                    message.id(),
                    state.contact(),
                    state.part(),
                    to.id(),
                    message.ord(),
                    to.reach(),
                    part,
                    answered,
                    epoch,
                    awaitedBy == null ? 0 : awaitedBy.id(),
                    awaitedBy == null ? 0 : awaitedBy.rev(),
                    idempotency + ":" + Ord.seq(message.ord()) + "." + n,
                    0,
                    0,
                    author != Author.AGENT,
                    false,
                    form == null || i == 0 ? form : NOTHING_MORE));
        }
        return id;
    }

    /** A form with its text, for the thread; one that is not known yet shows what goes into it. */
    private Content.Preset worded(Content.Preset form) {
        if (!form.plainText().isEmpty()) {
            return form;
        }
        String text = surroundings
                .presets(java.util.Objects.requireNonNull(latest).reach().channel())
                .stream()
                .filter(known ->
                        known.name().equals(form.name()) && known.language().equals(form.language()))
                .findFirst()
                .map(known -> known.filled(form.values()))
                .orElseGet(() -> form.name()
                        + (form.values().isEmpty()
                                ? ""
                                : ": " + String.join(", ", form.values().values())));
        return new Content.Preset(form.name(), form.language(), form.values(), form.media(), text);
    }

    /** @param key of the command it came from, null for none */
    void note(String text, Author author, String agent, @Nullable String key) {
        store(Direction.NOTE, author, agent, "", Content.text(text), key, "", "");
    }

    private Message store(
            Direction direction,
            Author author,
            String agent,
            String channel,
            Content content,
            @Nullable String key,
            String replyTo,
            String album) {
        var message = new Message(
                ids.next(),
                state.contact(),
                nextOrd(),
                direction,
                author,
                agent,
                channel,
                key,
                content,
                replyTo,
                null,
                now,
                0);
        changes.messages.add(message);
        changes.attachments.addAll(Filed.of(message, album, ids));
        if (latest != null && latest.open()) {
            spoken(latest, message);
        }
        String name = author.name().toLowerCase(java.util.Locale.ROOT);
        fact(
                "message.stored",
                message.ord(),
                "message",
                Long.toString(message.id()),
                "direction",
                direction.name().toLowerCase(java.util.Locale.ROOT),
                "author",
                name);
        return message;
    }

    private void spoken(Conversation open, Message message) {
        var before = open.activity();
        boolean note = message.direction() == Direction.NOTE;
        boolean person = message.author() == Author.AGENT && !note;
        String author = note ? "note" : message.author().name().toLowerCase(java.util.Locale.ROOT);
        change(open.with(new Conversation.Activity(
                now,
                message.ord(),
                author,
                preview(message),
                person && before.firstReplyAt() == 0 ? now : before.firstReplyAt(),
                person ? 0 : before.waitingSince(),
                alarm.after(before, open.reach(), open.reach(), now),
                before.windowTold())));
    }

    private static String preview(Message message) {
        String subject = message.head().subject();
        String text = ((subject.isEmpty() ? "" : subject + " \u2013 ") + Filed.words(message.content())).strip();
        int end = text.length() <= PREVIEW
                ? text.length()
                : PREVIEW - (Character.isHighSurrogate(text.charAt(PREVIEW - 1)) ? 1 : 0);
        return text.substring(0, end).replace('\n', ' ');
    }

    // ---- runs

    void begin(Run run) {
        runs.put(run.id(), run);
        changes.newRuns.put(run.id(), run);
    }

    void change(Run run) {
        runs.put(run.id(), run);
        if (changes.newRuns.containsKey(run.id())) {
            changes.newRuns.put(run.id(), run);
        } else {
            changes.updatedRuns.put(run.id(), run);
        }
    }

    @Nullable
    Run run(long id) {
        Run run = runs.get(id);
        return run != null && run.state().active() ? run : null;
    }

    // ---- the rest

    void load(String agent, int delta, long closedAt) {
        if (!agent.isEmpty()) {
            changes.loadChanges.add(new LoadChange(ids.next(), agent, delta, closedAt));
        }
    }

    void fact(String type, long ord, String... pairs) {
        var details = new LinkedHashMap<String, Value>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (!pairs[i + 1].isEmpty()) {
                details.put(pairs[i], Value.of(pairs[i + 1]));
            }
        }
        fact(type, ord, new Value.Fields(details));
    }

    void fact(String type, long ord, Value.Fields details) {
        long conversation = latest == null ? 0 : latest.id();
        changes.facts.add(new Fact(type, state.contact(), conversation, ord, now, details));
    }
}
