package dev.frontdesk.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTokenTest {
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final MessageId MESSAGE = new MessageId(387_420_489_123_456_789L);

    private final ReplyToken tokens = new ReplyToken(PostOffice.secret("0123456789abcdef"), "mail");
    private final String address = tokens.address("support@desk.example", MESSAGE, "ann@x.example", NOW);

    private boolean holds(String told, String contact, Instant now) {
        return ReplyToken.claim(told)
                .filter(claim -> tokens.holds(claim, contact, now))
                .isPresent();
    }

    @Test
    void a_token_holds_for_the_address_it_was_made_for() {
        assertThat(address).startsWith("support+").endsWith("@desk.example");
        assertThat(address.indexOf('@')).isLessThanOrEqualTo(64);
        assertThat(holds(address, "ann@x.example", NOW)).isTrue();
        assertThat(holds(address, "eve@x.example", NOW)).isFalse();
    }

    @Test
    void servers_that_change_the_case_do_no_harm() {
        assertThat(holds(address.toUpperCase(Locale.ROOT), "ann@x.example", NOW))
                .isTrue();
    }

    @Test
    void a_token_runs_out() {
        assertThat(holds(address, "ann@x.example", NOW.plus(Duration.ofDays(364))))
                .isTrue();
        assertThat(holds(address, "ann@x.example", NOW.plus(Duration.ofDays(367))))
                .isFalse();
    }

    @Test
    void a_token_of_another_channel_or_key_is_none() {
        for (var other : new ReplyToken[] {
            new ReplyToken(PostOffice.secret("0123456789abcdef"), "other"),
            new ReplyToken(PostOffice.secret("fedcba9876543210"), "mail")
        }) {
            assertThat(holds(
                            other.address("support@desk.example", MESSAGE, "ann@x.example", NOW), "ann@x.example", NOW))
                    .isFalse();
        }
    }

    @Test
    void nothing_of_a_token_can_be_changed() {
        for (int i = "support+".length(); i < address.indexOf('@'); i++) {
            char c = address.charAt(i);
            String forged = address.substring(0, i) + (c == '0' ? '1' : '0') + address.substring(i + 1);
            assertThat(c == '.' || !holds(forged, "ann@x.example", NOW))
                    .as(forged)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "a@b",
                "a+@b",
                "a+b@c",
                "a+1.2@c",
                "a+1.2.@c",
                "a+..@c",
                "a+-1.2.3@c",
                "a+zz.zz.zz@c",
                "a+1.2.3.4@c",
                "a+99999999999999999999.1.1@c"
            })
    void what_is_no_token_is_none(String address) {
        assertThat(holds(address, "ann@x.example", NOW)).isFalse();
    }

    @Test
    void an_address_too_long_for_a_token_goes_without() {
        String ours = "a-very-long-local-part-of-a-company@desk.example";
        assertThat(tokens.address(ours, MESSAGE, "ann@x.example", NOW)).isEqualTo(ours);
    }
}
