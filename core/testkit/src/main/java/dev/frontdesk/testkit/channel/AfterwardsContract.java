package dev.frontdesk.testkit.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.Inbound;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of messages after they were written: a channel must name them as it did when they came or went. */
public interface AfterwardsContract extends ChannelFixture {

    /** With {@link Trait#EDITS} an edit names the message by the id under which that came in. */
    @Test
    default void an_edit_names_the_message_it_changes() throws Exception {
        if (!has(Trait.EDITS)) {
            return;
        }
        try (var rig = new Rig(this)) {
            rig.send("m1", "ann", "Where is my oder?");
            var message = rig.intake().awaitMessages(1).getFirst();
            rig.settle("e1", rig.provider.edit("e1", "m1", "ann", "Where is my order?"));
            var edit = first(rig, Inbound.Edit.class);
            assertThat(edit.messageId()).isEqualTo(message.id());
            assertThat(edit.from().identity()).isEqualTo(message.from().identity());
            assertThat(edit.content().plainText()).isEqualTo("Where is my order?");
            assertThat(edit.id()).isNotEqualTo(message.id());
            rig.settle("e1", rig.provider.edit("e1", "m1", "ann", "Where is my order?"));
            assertThat(rig.intake().stored(Inbound.Edit.class)).hasSize(1);
        }
    }

    /** With {@link Trait#REACTS} a reaction names our message by what {@link Delivery.Sent} called it. */
    @Test
    default void a_reaction_names_the_message_it_is_about() throws Exception {
        if (!has(Trait.REACTS)) {
            return;
        }
        try (var rig = new Rig(this)) {
            var ann = rig.meet("ann");
            var sent = (Delivery.Sent) rig.deliver(Outbounds.to(ann).text("It left us today"));
            rig.settle("r1", rig.provider.react("r1", "ann", "\uD83D\uDC4D"));
            var reaction = first(rig, Inbound.Reaction.class);
            assertThat(reaction.messageId()).isEqualTo(sent.remoteId()).isNotEmpty();
            assertThat(reaction.emoji()).isEqualTo("\uD83D\uDC4D");
            assertThat(reaction.from().identity()).isEqualTo(ann.identity());
            assertThat(rig.intake().messages()).as("it is no message").hasSize(1);
        }
    }

    /** With {@link Trait#REPORTS} a report names our message by our id, or by what {@link Delivery.Sent} called it. */
    @Test
    default void a_report_names_the_message_it_is_about() throws Exception {
        try (var rig = new Rig(this)) {
            assertThat(rig.channel().capabilities().reports()).isEqualTo(has(Trait.REPORTS));
            if (!has(Trait.REPORTS)) {
                return;
            }
            var ann = rig.meet("ann");
            var message = Outbounds.to(ann).text("It left us today");
            var sent = (Delivery.Sent) rig.deliver(message);
            rig.settle("s1", rig.provider.read("s1", "ann"));
            var report = first(rig, Inbound.Report.class);
            assertThat(report.state()).isEqualTo(Inbound.State.READ);
            assertThat(
                            report.outbound().isPresent()
                                    ? report.outbound().get().equals(message.id())
                                    : report.remoteId().orElse("").equals(sent.remoteId()))
                    .as("%s is about %s, sent as %s", report, message.id(), sent)
                    .isTrue();
        }
    }

    /** With {@link Trait#ALIASES} both ids are named as they are in messages, and once is enough. */
    @Test
    default void another_id_of_somebody_is_told_by_the_names_that_their_messages_have() throws Exception {
        if (!has(Trait.ALIASES)) {
            return;
        }
        try (var rig = new Rig(this)) {
            var ann = rig.meet("ann");
            rig.settle("a1", rig.provider.becomes("a1", "ann", "anna"));
            var same = first(rig, Inbound.SamePerson.class);
            assertThat(same.known().identity()).isEqualTo(ann.identity());
            assertThat(same.alias().identity()).isNotEqualTo(ann.identity());
            rig.settle("a1", rig.provider.becomes("a1", "ann", "anna"));
            assertThat(rig.intake().stored(Inbound.SamePerson.class)).hasSize(1);
            rig.send("m2", "anna", "It is still me");
            var message = rig.intake().awaitMessages(2).getLast();
            assertThat(same.alias().identity()).isEqualTo(message.from().identity());
        }
    }

    private static <T extends Inbound> T first(Rig rig, Class<T> kind) {
        Await.until(
                "a " + kind.getSimpleName() + " to be stored",
                Duration.ofSeconds(10),
                () -> !rig.intake().stored(kind).isEmpty());
        return rig.intake().stored(kind).getFirst();
    }
}
