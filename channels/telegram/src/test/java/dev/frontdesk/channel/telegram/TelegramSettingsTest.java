package dev.frontdesk.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.Secret;
import dev.frontdesk.channel.telegram.TelegramSettings.Groups;
import dev.frontdesk.channel.telegram.TelegramSettings.Mode;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TelegramSettingsTest {
    private static final String TOKEN = "123456:AAF-canary_x";

    private static TelegramSettings of(String token, String api, Mode mode, Duration poll, Optional<Secret> secret) {
        return new TelegramSettings(
                Some.secret(token),
                URI.create(api),
                mode,
                poll,
                false,
                secret,
                Optional.empty(),
                40,
                Groups.IGNORE,
                60,
                20,
                30,
                false,
                "");
    }

    private static void refused(ThrowingCallable settings, String why) {
        assertThatThrownBy(settings)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("canary");
    }

    @Test
    void webhook_mode_without_a_secret_is_refused() {
        var second = Duration.ofSeconds(1);
        refused(() -> of(TOKEN, "https://x", Mode.WEBHOOK, second, Optional.empty()), "webhook-secret: is missing");
        refused(() -> of(TOKEN, "https://x", Mode.WEBHOOK, second, Optional.of(Some.secret(""))), "webhook-secret");
        refused(() -> of(TOKEN, "https://x", Mode.WEBHOOK, second, Optional.of(Some.secret("ä"))), "webhook-secret");
    }

    @Test
    void what_could_not_work_is_refused_with_its_key() {
        var second = Duration.ofSeconds(1);
        refused(() -> of("canary/../x", "https://x", Mode.POLLING, second, Optional.empty()), "token:");
        refused(() -> of("", "https://x", Mode.POLLING, second, Optional.empty()), "token:");
        refused(() -> of(TOKEN, "https://x/path", Mode.POLLING, second, Optional.empty()), "api-url:");
        refused(() -> of(TOKEN, "https://u:canary@x", Mode.POLLING, second, Optional.empty()), "api-url:");
        refused(() -> of(TOKEN, "ftp://x", Mode.POLLING, second, Optional.empty()), "api-url:");
        refused(() -> of(TOKEN, "https://x", Mode.POLLING, Duration.ofSeconds(51), Optional.empty()), "poll-timeout:");
    }

    @Test
    void the_bots_id_is_the_open_part_of_its_token() {
        assertThat(of(TOKEN, "https://x", Mode.POLLING, Duration.ofSeconds(1), Optional.empty())
                        .bot())
                .isEqualTo("123456");
    }
}
