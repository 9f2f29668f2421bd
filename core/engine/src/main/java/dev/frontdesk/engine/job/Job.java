package dev.frontdesk.engine.job;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Batch;
import dev.frontdesk.api.channel.Intake.Accepted;
import dev.frontdesk.engine.desk.Order;
import dev.frontdesk.engine.model.FetchResult;
import dev.frontdesk.engine.model.Mail;
import dev.frontdesk.engine.model.MergeOrder;
import dev.frontdesk.engine.model.Message;
import dev.frontdesk.engine.model.SendResult;
import dev.frontdesk.engine.port.Transaction.ActionOutcome;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One piece of work on its way into a lane. */
public sealed interface Job {

    /** Something came in over a channel; somebody waits for the commit. */
    record Arrive(String channel, Batch batch, CompletableFuture<List<Accepted>> done) implements Job {}

    /** A person wants something; somebody waits for the commit. */
    record Command(Order order, Value.Fields payload, CompletableFuture<Boolean> done) implements Job {}

    /** The engine itself has mail for a contact. */
    record Note(long contact, Mail.Kind kind, @Nullable Message message, Value.Fields payload) implements Job {
        public Note(long contact, Mail.Kind kind, Value.Fields payload) {
            this(contact, kind, null, payload);
        }
    }

    /** A send has ended; with the mail for a run that awaits it, if any. */
    record Sent(SendResult result, long contact, int part, List<Note> notes) implements Job {}

    /** An action has ended; with the mail for its run, if it is done. */
    record Acted(ActionOutcome outcome, List<Note> notes) implements Job {}

    /** Two contacts are one person. */
    record Merge(MergeOrder order) implements Job {}

    /** These contacts may have something to send. */
    record Send(Set<Long> contacts) implements Job {}

    /** These actions may be performed. */
    record Act(Set<Long> actions) implements Job {}

    /** These files may be fetched. */
    record Fetch(Set<Long> attachments) implements Job {}

    /** An attempt to fetch a file has ended. */
    record Fetched(FetchResult result, long message, long contact) implements Job {}

    /** These partitions have mail that nobody has taken. */
    record Catchup(Set<Integer> parts) implements Job {}

    /** In these teams a match may be possible. */
    record Match(Set<String> teams) implements Job {}

    /** Facts that belong to no contact: an agent came online, a step type was switched off. */
    record Tell(List<dev.frontdesk.engine.model.Fact> facts) implements Job {}
}
