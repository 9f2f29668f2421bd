package dev.frontdesk.engine.conversation;

import dev.frontdesk.engine.Ids;
import dev.frontdesk.engine.Settings;
import dev.frontdesk.engine.job.Mails;
import dev.frontdesk.engine.model.Changes;
import dev.frontdesk.engine.model.ContactState;
import dev.frontdesk.engine.model.DeadLetter;
import dev.frontdesk.engine.model.LoadChange;
import dev.frontdesk.engine.model.Mail;
import dev.frontdesk.engine.outbox.ReplyWindow;
import dev.frontdesk.engine.port.Surroundings;
import dev.frontdesk.engine.watch.StepTypes;
import dev.frontdesk.engine.watch.StepWatch;
import dev.frontdesk.engine.workflow.Runner;
import dev.frontdesk.engine.workflow.Workflows;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Decides what a batch of mail does. Pure: reads the states it is given, writes nothing but the {@link Changes} it returns, and may
 * be run again with the same arguments. Safe for use by many threads.
 */
public final class Advance {
    private static final Logger log = LoggerFactory.getLogger(Advance.class);

    private final Settings settings;
    private final Workflows workflows;
    private final Surroundings surroundings;
    private final StepTypes types;
    private final Ids ids;

    public Advance(Settings settings, Workflows workflows, Surroundings surroundings, StepTypes types, Ids ids) {
        this.settings = settings;
        this.workflows = workflows;
        this.surroundings = surroundings;
        this.types = types;
        this.ids = ids;
    }

    /** @param mail of each contact, in order of seq */
    public Changes compute(Map<Long, ContactState> states, Map<Long, List<Mail>> mail, StepWatch watch) {
        var all = new Changes();
        var runner = new Runner(types, watch);
        mail.forEach((contact, inOrder) -> {
            ContactState state = states.get(contact);
            if (state == null) {
                throw new IllegalStateException("contact " + contact + " has mail but no state");
            }
            all.add(contact(state, inOrder, runner));
        });
        return all;
    }

    /** A contact whose mail cannot be handled loses that mail to the dead letters, and nobody else notices. */
    private Changes contact(ContactState state, List<Mail> mail, Runner runner) {
        MDC.put("contact", Long.toString(state.contact()));
        try {
            var turn = new ContactTurn(state, settings, workflows, surroundings, runner, ids);
            mail.forEach(turn::take);
            return turn.changes();
        } catch (RuntimeException | StackOverflowError e) {
            log.error(
                    "contact {}: {} mail could not be handled and is kept as dead letters; frontdesk dead list shows it.",
                    state.contact(),
                    mail.size(),
                    e);
            var lost = deadLetters(mail, String.valueOf(e));
            var latest = state.latest();
            if (latest != null
                    && mail.stream()
                            .anyMatch(
                                    one -> one.kind() == Mail.Kind.ASSIGNED && Handling.fits(latest, one.payload()))) {
                lost.enqueued.put(
                        latest.id(),
                        Handling.placeOf(
                                latest,
                                state.profile().language(),
                                ReplyWindow.ends(
                                                surroundings.capabilities(
                                                        latest.reach().channel()),
                                                latest.reach())
                                        .orElse(0)));
            }
            return lost;
        } finally {
            MDC.remove("contact");
            MDC.remove("conversation");
            MDC.remove("run");
        }
    }

    /** Takes mail out of the mailbox and keeps it for an operator; a slot that the matcher booked is free again. */
    public Changes deadLetters(List<Mail> mail, String reason) {
        var changes = new Changes();
        for (Mail one : mail) {
            changes.consumed.add(one);
            if (one.kind() == Mail.Kind.ASSIGNED) {
                changes.loadChanges.add(
                        new LoadChange(ids.next(), one.payload().get("agent").asText(), -1, 0));
            }
            changes.deadLetters.add(new DeadLetter(
                    ids.next(),
                    "",
                    null,
                    "mail",
                    reason,
                    one.contact(),
                    Mails.encode(one).getBytes(StandardCharsets.UTF_8),
                    one.at()));
        }
        return changes;
    }
}
