package dev.frontdesk.testkit.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.channel.Inbound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a channel receives: nothing lost, nothing twice, nothing acknowledged too early. */
public interface ReceivingContract extends ChannelFixture {

    /** The plainest thing, with its raw bytes beside it. */
    @Test
    default void a_message_is_stored_with_its_raw_bytes() throws Exception {
        try (var rig = new Rig(this)) {
            rig.send("m1", "ann", "Where is my order?");
            var message = rig.intake().awaitMessages(1).getFirst();
            assertThat(message.content().plainText()).isEqualTo("Where is my order?");
            assertThat(message.raw().bytes()).isNotEmpty();
            assertThat(message.id()).isNotEmpty().hasSizeLessThanOrEqualTo(200);
            assertThat(rig.provider.acknowledged("m1")).isTrue();
        }
    }

    /** People are told apart, and one person stays one. */
    @Test
    default void one_person_has_one_identity() throws Exception {
        try (var rig = new Rig(this)) {
            rig.send("m1", "ann", "One");
            rig.send("m2", "bob", "Two");
            rig.send("m3", "ann", "Three");
            var from = rig.intake().awaitMessages(3).stream()
                    .map(message -> message.from().identity())
                    .toList();
            assertThat(from.get(0)).isEqualTo(from.get(2)).isNotEqualTo(from.get(1));
        }
    }

    /** Every provider repeats itself. */
    @Test
    default void the_same_message_twice_is_one_message() throws Exception {
        try (var rig = new Rig(this)) {
            rig.send("m1", "ann", "Once");
            rig.send("m1", "ann", "Once");
            rig.send("m2", "ann", "Next");
            assertThat(texts(rig.intake().awaitMessages(2))).containsExactly("Once", "Next");
        }
    }

    /** The acknowledgement is a promise, so it comes after the commit. */
    @Test
    default void nothing_is_acknowledged_before_it_is_stored() throws Exception {
        try (var rig = new Rig(this)) {
            rig.intake().hold();
            var pushing = pushAside(rig, "m1");
            Await.until(
                    "the batch to reach the intake",
                    Duration.ofSeconds(10),
                    () -> rig.intake().waiting() > 0);
            assertThat(rig.provider.acknowledged("m1")).isFalse();
            rig.intake().recover();
            pushing.join();
            rig.awaitAcknowledged("m1");
            assertThat(texts(rig.intake().messages())).containsExactly("Held");
        }
    }

    /** A full queue or a lost store loses nothing. */
    @Test
    default void what_could_not_be_stored_comes_again() throws Exception {
        try (var rig = new Rig(this)) {
            rig.intake().overload();
            pushAside(rig, "m1").join();
            Await.until(
                    "the intake to be asked",
                    Duration.ofSeconds(10),
                    () -> rig.intake().refused() > 0);
            assertThat(rig.provider.acknowledged("m1")).isFalse();
            assertThat(rig.intake().stored()).isEmpty();
            rig.intake().recover();
            rig.provider.redeliver();
            rig.awaitAcknowledged("m1");
            assertThat(texts(rig.intake().messages())).containsExactly("Held");
        }
    }

    /** Where it stopped is where it goes on. */
    @Test
    default void a_restart_goes_on_where_it_stopped() throws Exception {
        try (var rig = new Rig(this)) {
            rig.send("m1", "ann", "One");
            rig.intake().awaitMessages(1);
            rig.restart();
            rig.send("m2", "ann", "Two");
            assertThat(texts(rig.intake().awaitMessages(2))).containsExactly("One", "Two");
        }
    }

    /** Order within a contact is a promise to every workflow. */
    @Test
    default void messages_of_one_person_keep_their_order() throws Exception {
        try (var rig = new Rig(this)) {
            var expected = new ArrayList<String>();
            for (var number = 1; number <= 20; number++) {
                var person = number % 2 == 0 ? "ann" : "bob";
                rig.send("m" + number, person, person + " " + number);
                if (number % 2 == 0) {
                    expected.add(person + " " + number);
                }
            }
            assertThat(texts(rig.intake().awaitMessages(20)))
                    .filteredOn(text -> text.startsWith("ann"))
                    .containsExactlyElementsOf(expected);
        }
    }

    /** Who cannot prove who they are is refused and leaves no trace. */
    @Test
    default void a_forged_message_is_refused() throws Exception {
        try (var rig = new Rig(this)) {
            if (!has(Trait.PUSHED)) {
                assertThat(rig.channel().endpoints()).isEmpty();
                return;
            }
            assertThat(rig.provider.forge("m1", "ann", "Let me in")).isEqualTo(Answer.UNAUTHORIZED);
            assertThat(rig.intake().batches()).isEmpty();
        }
    }

    /** A channel has a receiver exactly when it polls. */
    @Test
    default void it_polls_only_if_it_says_so() {
        try (var rig = new Rig(this)) {
            assertThat(rig.channel().receiver().isPresent()).isEqualTo(has(Trait.POLLS));
        }
    }

    private static Thread pushAside(Rig rig, String id) {
        return Thread.ofVirtual().start(() -> {
            try {
                rig.provider.push(id, "ann", "Held");
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static List<String> texts(List<Inbound.Message> messages) {
        return messages.stream().map(message -> message.content().plainText()).toList();
    }
}
