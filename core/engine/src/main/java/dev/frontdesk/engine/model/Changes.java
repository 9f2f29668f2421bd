package dev.frontdesk.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.LinkedHashMap;

/**
 * What a batch of mail changes, collected in memory and written with one statement per kind. Belongs to one thread.
 *
 * <p>The store writes updates before inserts: a conversation that closes must be closed before the same contact's next one opens.
 */
public final class Changes {
    public final List<Mail> consumed = new ArrayList<>();
    public final Map<Long, Profile> profiles = new LinkedHashMap<>();
    public final Map<Long, Conversation> updatedConversations = new LinkedHashMap<>();
    public final Map<Long, Conversation> newConversations = new LinkedHashMap<>();
    public final Map<Long, Run> updatedRuns = new LinkedHashMap<>();
    public final Map<Long, Run> newRuns = new LinkedHashMap<>();
    public final List<Message> messages = new ArrayList<>();
    public final List<Attachment> attachments = new ArrayList<>();
    public final List<ThreadMember> members = new ArrayList<>();
    public final List<ThreadMember> standings = new ArrayList<>();
    public final List<OutboxRow> outbox = new ArrayList<>();
    public final List<Fence> fences = new ArrayList<>();
    public final List<ActionRow> actions = new ArrayList<>();
    public final Map<Long, QueueRow> enqueued = new LinkedHashMap<>();
    public final List<Long> dequeued = new ArrayList<>();
    public final List<LoadChange> loadChanges = new ArrayList<>();
    public final List<Fact> facts = new ArrayList<>();
    public final List<DeadLetter> deadLetters = new ArrayList<>();
    public final List<CommandOutcome> commands = new ArrayList<>();
    /** To be done in transactions of their own. */
    public final List<MergeOrder> merges = new ArrayList<>();

    /** Drops what bots said in a conversation below an epoch and what is not yet being sent; {@code run} 0: of every run. */
    public record Fence(long contact, long conversation, int belowEpoch, String why) {}

    /** What became of a command. */
    public record CommandOutcome(String id, boolean ok, String message) {}

    /** Takes over all of another batch part, for one contact's changes are collected on their own first. */
    public void add(Changes other) {
        consumed.addAll(other.consumed);
        profiles.putAll(other.profiles);
        updatedConversations.putAll(other.updatedConversations);
        newConversations.putAll(other.newConversations);
        updatedRuns.putAll(other.updatedRuns);
        newRuns.putAll(other.newRuns);
        messages.addAll(other.messages);
        attachments.addAll(other.attachments);
        members.addAll(other.members);
        standings.addAll(other.standings);
        outbox.addAll(other.outbox);
        fences.addAll(other.fences);
        actions.addAll(other.actions);
        enqueued.putAll(other.enqueued);
        dequeued.addAll(other.dequeued);
        loadChanges.addAll(other.loadChanges);
        facts.addAll(other.facts);
        deadLetters.addAll(other.deadLetters);
        commands.addAll(other.commands);
        merges.addAll(other.merges);
    }
}
