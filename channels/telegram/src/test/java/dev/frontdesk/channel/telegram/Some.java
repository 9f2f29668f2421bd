package dev.frontdesk.channel.telegram;

import dev.frontdesk.api.Secret;
import dev.frontdesk.channel.telegram.TelegramSettings.Groups;
import dev.frontdesk.channel.telegram.TelegramSettings.Mode;
import dev.frontdesk.testkit.telegram.FakeTelegram;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings for tests: they poll quickly, and nothing is too fast, unless a test says so. */
final class Some {

    static final String WEBHOOK_SECRET = "webhook-secret-canary";

    private static final int NO_LIMIT = Integer.MAX_VALUE;

    private URI api = URI.create("https://api.telegram.org");
    private Mode mode = Mode.POLLING;
    private boolean deleteWebhook;
    private Optional<URI> webhookUrl = Optional.empty();
    private Groups groups = Groups.IGNORE;
    private int chatPerMinute = NO_LIMIT;
    private int groupPerMinute = NO_LIMIT;
    private int accountPerSecond = NO_LIMIT;
    private Optional<Path> localFolder = Optional.empty();

    private Some() {}

    static TelegramSettings polling(URI api) {
        return at(api).build();
    }

    static TelegramSettings pollingThatMayUnhook(URI api) {
        var some = at(api);
        some.deleteWebhook = true;
        return some.build();
    }

    static TelegramSettings webhook(URI api, Optional<URI> url) {
        var some = at(api);
        some.mode = Mode.WEBHOOK;
        some.webhookUrl = url;
        return some.build();
    }

    static Some at(URI api) {
        var some = new Some();
        some.api = api;
        return some;
    }

    Some groups(Groups what) {
        groups = what;
        return this;
    }

    Some limits(int chat, int group, int account) {
        chatPerMinute = chat;
        groupPerMinute = group;
        accountPerSecond = account;
        return this;
    }

    Some local(Path folder) {
        localFolder = Optional.of(folder);
        return this;
    }

    TelegramSettings build() {
        return new TelegramSettings(
                secret(FakeTelegram.TOKEN),
                api,
                mode,
                Duration.ofSeconds(1),
                deleteWebhook,
                mode == Mode.WEBHOOK ? Optional.of(secret(WEBHOOK_SECRET)) : Optional.empty(),
                webhookUrl,
                40,
                groups,
                chatPerMinute,
                groupPerMinute,
                accountPerSecond,
                localFolder.isPresent(),
                localFolder.map(Path::toString).orElse("/var/lib/telegram-bot-api"));
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
