package dev.frontdesk.testkit.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Delivery;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** How a channel sends. */
public interface SendingContract extends ChannelFixture {

    /** The plainest thing. */
    @Test
    default void a_text_reaches_the_person() throws Exception {
        try (var rig = new Rig(this)) {
            var ann = rig.meet("ann");
            assertThat(rig.deliver(Outbounds.to(ann).text("Good morning"))).isInstanceOf(Delivery.Sent.class);
            assertThat(rig.provider.received("ann")).containsExactly("Good morning");
        }
    }

    /** Nobody reads what was written to somebody else. */
    @Test
    default void a_text_reaches_nobody_else() throws Exception {
        try (var rig = new Rig(this)) {
            var ann = rig.meet("ann");
            rig.meet("bob");
            rig.deliver(Outbounds.to(ann).text("For Ann only"));
            assertThat(rig.provider.received("bob")).isEmpty();
        }
    }

    /** The core sends one after the other, and they must arrive so. */
    @Test
    default void texts_arrive_in_the_order_they_were_sent() throws Exception {
        try (var rig = new Rig(this)) {
            var ann = rig.meet("ann");
            var sent = new ArrayList<String>();
            for (var number = 1; number <= 10; number++) {
                rig.deliver(Outbounds.to(ann).text("Line " + number));
                sent.add("Line " + number);
            }
            assertThat(rig.provider.received("ann")).containsExactlyElementsOf(sent);
        }
    }

    /** The core splits at the limit the channel names, so that much must fit, whatever the characters. */
    @Test
    default void a_text_as_long_as_the_limit_arrives_whole() throws Exception {
        try (var rig = new Rig(this)) {
            var ann = rig.meet("ann");
            var family = "👩‍👩‍👧‍👦";
            var length = Math.min(rig.channel().capabilities().textLimit(), 10_000);
            var text = "é".repeat(length - family.length()) + family;
            assertThat(rig.deliver(Outbounds.to(ann).text(text))).isInstanceOf(Delivery.Sent.class);
            assertThat(rig.provider.received("ann")).containsExactly(text);
        }
    }

    /** What the channel does not know is refused as a value, not as an exception. */
    @Test
    default void content_it_cannot_carry_is_rejected() throws Exception {
        try (var rig = new Rig(this)) {
            var ann = rig.meet("ann");
            assertThat(rig.channel().capabilities().contentKinds())
                    .contains(Content.TEXT)
                    .doesNotContain("hologram");
            assertThat(rig.deliver(Outbounds.to(ann).unheardOf()))
                    .isInstanceOfSatisfying(
                            Delivery.Rejected.class,
                            rejected -> assertThat(rejected.cause()).isEqualTo(Delivery.Cause.CONTENT));
        }
    }

    /** With {@link Trait#BUTTONS} a press comes back as the option's token; without, a choice is rejected. */
    @Test
    default void a_pressed_button_comes_back() throws Exception {
        try (var rig = new Rig(this)) {
            var ann = rig.meet("ann");
            var delivery = rig.deliver(Outbounds.to(ann).choice("How can we help?", "Order", "Refund"));
            if (!has(Trait.BUTTONS)) {
                assertThat(delivery).isInstanceOf(Delivery.Rejected.class);
                assertThat(rig.channel().capabilities().contentKinds()).doesNotContain(Content.CHOICE);
                return;
            }
            assertThat(delivery).isInstanceOf(Delivery.Sent.class);
            assertThat(rig.channel().capabilities().buttons()).isPositive();
            rig.settle("press", rig.provider.press("press", "ann", new Content.Option("t1", "Refund")));
            assertThat(rig.intake().awaitMessages(2).getLast().content()).isEqualTo(new Content.Picked("t1", "Refund"));
        }
    }

    /** With {@link Trait#LIMITED} the wish to slow down is a value; without, fifty in a row are taken. */
    @Test
    default void a_rate_limit_means_later() throws Exception {
        try (var rig = new Rig(this)) {
            var ann = rig.meet("ann");
            if (!has(Trait.LIMITED)) {
                for (var number = 0; number < 50; number++) {
                    assertThat(rig.deliver(Outbounds.to(ann).text("Line " + number)))
                            .isInstanceOf(Delivery.Sent.class);
                }
                return;
            }
            var text = Outbounds.to(ann).text("Patience");
            rig.provider.limit(true);
            assertThat(rig.deliver(text))
                    .isInstanceOfSatisfying(
                            Delivery.Later.class,
                            later -> assertThat(later.after()).isPositive());
            assertThat(rig.provider.received("ann")).isEmpty();
            rig.provider.limit(false);
            assertThat(rig.channel().deliver(text)).isInstanceOf(Delivery.Sent.class);
            assertThat(rig.provider.received("ann")).containsExactly("Patience");
        }
    }
}
