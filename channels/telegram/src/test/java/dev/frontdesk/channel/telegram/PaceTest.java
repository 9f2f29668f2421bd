package dev.frontdesk.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import dev.frontdesk.testkit.channel.Outbounds;
import dev.frontdesk.testkit.channel.SettableClock;
import dev.frontdesk.testkit.telegram.FakeTelegram;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final SettableClock clock = new SettableClock();
    private final Pace pace = new Pace(clock, 60, 20, 30);

    private static Place chat(long id) {
        return new Place(id, OptionalLong.empty(), Optional.empty());
    }

    private Duration send(long chat) {
        return pace.send(chat(chat), 1).time();
    }

    @Test
    void a_few_messages_go_at_once_and_then_one_a_second() {
        for (int i = 0; i < 5; i++) {
            assertThat(send(1)).isZero();
        }
        assertThat(send(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(send(2)).as("another chat").isZero();
        clock.advance(Duration.ofMillis(400));
        assertThat(send(1)).isEqualTo(Duration.ofMillis(600));
        clock.advance(Duration.ofMillis(600));
        assertThat(send(1)).isZero();
        assertThat(send(1)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whoever_waits_exactly_so_long_may_go_and_a_minute_holds_no_more_than_it_should() {
        int sent = 0;
        for (int millis = 0; millis < 60_000; millis += 100) {
            sent += send(1).isZero() ? 1 : 0;
            clock.advance(Duration.ofMillis(100));
        }
        assertThat(sent).isBetween(60, 65);
    }

    @Test
    void a_group_gets_twenty_a_minute() {
        for (int i = 0; i < 3; i++) {
            assertThat(send(-7)).isZero();
        }
        assertThat(send(-7)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void all_chats_together_get_thirty_a_second_and_that_is_said_to_be_the_accounts() {
        for (int i = 1; i <= 30; i++) {
            assertThat(send(i)).as("chat " + i).isZero();
        }
        var wait = pace.send(chat(31), 1);
        assertThat(wait.account()).isTrue();
        assertThat(wait.time()).isEqualTo(Duration.ofMillis(34));
        clock.advance(wait.time());
        assertThat(send(31)).isZero();
    }

    @Test
    void what_was_not_sent_is_not_counted() {
        for (int i = 0; i < 50; i++) {
            send(1);
        }
        clock.advance(Duration.ofSeconds(1));
        assertThat(send(1)).isZero();
    }

    @Test
    void the_channel_says_later_and_nobody_waits() throws Exception {
        try (var telegram = new FakeTelegram().start(0)) {
            telegram.customer(7, "Ann");
            var context = new FakeChannelContext("tg");
            var settings = Some.at(telegram.url()).limits(60, 20, 30).build();
            try (var channel = new Telegram(settings, context, Duration.ofSeconds(1), new Patience())) {
                var to = Outbounds.to(Address.of("7"));
                for (int i = 0; i < 5; i++) {
                    assertThat(channel.deliver(to.text("Line " + i))).isInstanceOf(Delivery.Sent.class);
                }
                assertThat(channel.deliver(to.text("Line 5")))
                        .isEqualTo(new Delivery.Later(Duration.ofSeconds(1), false, "as fast as Telegram allows"));
                context.clock().advance(Duration.ofSeconds(1));
                assertThat(channel.deliver(to.text("Line 5"))).isInstanceOf(Delivery.Sent.class);
            }
        }
    }
}
