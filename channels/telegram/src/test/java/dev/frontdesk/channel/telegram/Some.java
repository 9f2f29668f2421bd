package dev.frontdesk.channel.telegram;

import dev.frontdesk.api.Secret;
import dev.frontdesk.channel.telegram.TelegramSettings.Mode;
import dev.frontdesk.testkit.telegram.FakeTelegram;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings for tests. */
final class Some {

    static final String WEBHOOK_SECRET = "webhook-secret-canary";

    private Some() {}

    static TelegramSettings polling(URI api) {
        return new TelegramSettings(
                secret(FakeTelegram.TOKEN),
                api,
                Mode.POLLING,
                Duration.ofSeconds(1),
                false,
                Optional.empty(),
                Optional.empty(),
                40);
    }

    static TelegramSettings pollingThatMayUnhook(URI api) {
        return new TelegramSettings(
                secret(FakeTelegram.TOKEN),
                api,
                Mode.POLLING,
                Duration.ofSeconds(1),
                true,
                Optional.empty(),
                Optional.empty(),
                40);
    }

    static TelegramSettings webhook(URI api, Optional<URI> url) {
        return new TelegramSettings(
                secret(FakeTelegram.TOKEN),
                api,
                Mode.WEBHOOK,
                Duration.ofSeconds(1),
                false,
                Optional.of(secret(WEBHOOK_SECRET)),
                url,
                40);
    }

    static Secret secret(String value) {
        return new Secret() {
            @Override
            public String reveal() {
                return value;
            }

            @Override
            public String toString() {
                return "***";
            }
        };
    }
}
