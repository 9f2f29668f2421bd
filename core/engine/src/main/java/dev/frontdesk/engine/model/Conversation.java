package dev.frontdesk.engine.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One conversation. A contact has at most one that is open; the store's unique index sees to it. */
public record Conversation(
        long id,
        long contact,
        int part,
        Opened opened,
        Reach reach,
        Handling handling,
        Activity activity,
        @Nullable Closed closed) {

    /** @param source {@code contact}, {@code user} (an agent began) */
    public record Opened(long at, long ord, String source, String channel) {}

    /**
     * @param epoch rises when a person steps in; what a bot says under an older one is not sent
     * @param team whose conversation it is, "" for none
     * @param assignee the agent, "" for none
     * @param queuedAt when it entered the queue, 0 when it is in none
     */
    public record Handling(
            Handler handler, int epoch, String team, String assignee, long queuedAt, int priority, Set<String> skills) {
        public Handling {
            skills = Set.copyOf(skills);
        }

        public Handling by(Handler who) {
            return new Handling(who, epoch, team, assignee, queuedAt, priority, skills);
        }

        public Handling raised() {
            return new Handling(handler, epoch + 1, team, assignee, queuedAt, priority, skills);
        }

        public Handling queued(String inTeam, long at, int withPriority, Set<String> withSkills) {
            return new Handling(new Handler.Queue(inTeam), epoch, inTeam, "", at, withPriority, withSkills);
        }

        public Handling assigned(String agent) {
            return new Handling(new Handler.Agent(agent), epoch, team, agent, 0, priority, skills);
        }

        public Handling free() {
            return new Handling(Handler.NONE, epoch, team, "", 0, priority, skills);
        }
    }

    /**
     * @param lastAt the last message of either side
     * @param lastOrd its place in the contact's order
     * @param firstReplyAt the first reply of a person, 0 until then
     * @param waitingSince the contact's first unanswered message, 0 when a person answered
     * @param wakeAt when to look whether it is idle or its reply window about to close, 0 for never
     * @param windowTold somebody was warned that the window is about to close
     */
    public record Activity(
            long lastAt,
            long lastOrd,
            String lastAuthor,
            String preview,
            long firstReplyAt,
            long waitingSince,
            long wakeAt,
            boolean windowTold) {

        public Activity(
                long lastAt,
                long lastOrd,
                String lastAuthor,
                String preview,
                long firstReplyAt,
                long waitingSince,
                long wakeAt) {
            this(lastAt, lastOrd, lastAuthor, preview, firstReplyAt, waitingSince, wakeAt, false);
        }

        public Activity lookedAgainAt(long time, boolean told) {
            return new Activity(lastAt, lastOrd, lastAuthor, preview, firstReplyAt, waitingSince, time, told);
        }
    }

    /** @param source {@code user}, {@code workflow}, {@code auto_close}, {@code merge} */
    public record Closed(long at, long ord, String by, String source, String category, String summary) {}

    public boolean open() {
        return closed == null;
    }

    public Conversation with(Handling value) {
        return new Conversation(id, contact, part, opened, reach, value, activity, closed);
    }

    public Conversation with(Activity value) {
        return new Conversation(id, contact, part, opened, reach, handling, value, closed);
    }

    public Conversation with(Reach value) {
        return new Conversation(id, contact, part, opened, value, handling, activity, closed);
    }

    public Conversation with(Closed value) {
        return new Conversation(id, contact, part, opened, reach, handling, activity, value);
    }
}
