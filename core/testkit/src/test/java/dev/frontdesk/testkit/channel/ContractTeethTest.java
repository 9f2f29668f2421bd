package dev.frontdesk.testkit.channel;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.testkit.channel.CarelessChannel.Fault;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The contract passes what is right and fails what is wrong. */
class ContractTeethTest {

    private static ChannelContractTest with(Fault fault) {
        return new ChannelContractTest() {
            @Override
            public FakeProvider provider() {
                return new CarelessChannel(fault);
            }

            @Override
            public Set<Trait> traits() {
                return Set.of(Trait.PUSHED);
            }
        };
    }

    private static void assertNoticed(ThrowingCallable test) {
        assertThatThrownBy(test).isInstanceOf(Throwable.class);
    }

    @Test
    void a_careful_channel_passes() {
        var right = with(Fault.NONE);
        assertThatCode(right::a_text_reaches_the_person).doesNotThrowAnyException();
        assertThatCode(right::nothing_is_acknowledged_before_it_is_stored).doesNotThrowAnyException();
        assertThatCode(right::what_could_not_be_stored_comes_again).doesNotThrowAnyException();
        assertThatCode(right::the_same_message_twice_is_one_message).doesNotThrowAnyException();
        assertThatCode(right::a_forged_message_is_refused).doesNotThrowAnyException();
        assertThatCode(right::bad_texts_are_stored_kept_or_refused).doesNotThrowAnyException();
        assertThatCode(right::hostile_bodies_are_stored_kept_or_refused).doesNotThrowAnyException();
        assertThatCode(right::content_it_cannot_carry_is_rejected).doesNotThrowAnyException();
        assertThatCode(right::secrets_stay_out_of_logs).doesNotThrowAnyException();
    }

    @Test
    void each_fault_is_noticed() {
        assertNoticed(with(Fault.ACKNOWLEDGES_FIRST)::nothing_is_acknowledged_before_it_is_stored);
        assertNoticed(with(Fault.ACKNOWLEDGES_FIRST)::what_could_not_be_stored_comes_again);
        assertNoticed(with(Fault.NEW_ID_EACH_TIME)::the_same_message_twice_is_one_message);
        assertNoticed(with(Fault.TRUSTS_EVERYBODY)::a_forged_message_is_refused);
        assertNoticed(with(Fault.FORGETS_THE_UNREADABLE)::hostile_bodies_are_stored_kept_or_refused);
        assertNoticed(with(Fault.THROWS_AT_WHAT_IT_CANNOT_SEND)::content_it_cannot_carry_is_rejected);
        assertNoticed(with(Fault.CUTS_LONG_TEXTS)::a_long_text_with_emoji_arrives_whole);
        assertNoticed(with(Fault.TELLS_SECRETS)::secrets_stay_out_of_logs);
    }
}
