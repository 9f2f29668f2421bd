package dev.frontdesk.channel.telegram;

import dev.frontdesk.api.Secret;
import dev.frontdesk.api.Setting;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The keys of a {@code telegram} channel. */
public record TelegramSettings(
        @Setting(doc = "The bot's token, as @BotFather shows it")
        Secret token,

        @Setting(
                value = "https://api.telegram.org",
                doc = "Where the Bot API is; another address for a Bot API server of your own")
        URI apiUrl,

        @Setting(
                value = "polling",
                doc = "polling asks Telegram for messages and needs no public address; webhook has Telegram bring them")
        Mode mode,

        @Setting(
                value = "25s",
                doc = "How long a poll waits at Telegram for something new, from 1 to 50 seconds; it costs no delay")
        Duration pollTimeout,

        @Setting(
                value = "false",
                doc = "Whether polling may remove a webhook that is set for the bot; otherwise it waits and says so")
        boolean deleteWebhook,

        @Setting(
                doc = "What Telegram sends along to prove itself, 1 to 256 of A-Z a-z 0-9 _ -; webhook mode does not"
                        + " start without it")
        Optional<Secret> webhookSecret,

        @Setting(doc = "Where Telegram brings messages; without it http.public-url and /channels/<id>/updates")
        Optional<URI> webhookUrl,

        @Setting(value = "40", doc = "How many messages Telegram may bring at the same time, from 1 to 100")
        int webhookConnections,

        @Setting(
                value = "ignore",
                doc =
                        "What groups are: ignore keeps a note of what is said there; answer opens a conversation with each person"
                                + " whose message Telegram brings, and answers in the group")
        Groups groups,

        @Setting(
                value = "60",
                doc = "How many messages the bot sends to one person in a minute, evenly; a few may come at once")
        int chatPerMinute,

        @Setting(value = "20", doc = "How many messages the bot sends to one group in a minute")
        int groupPerMinute,

        @Setting(value = "30", doc = "How many messages one node sends for the bot in a second, over all chats")
        int accountPerSecond,

        @Setting(
                value = "false",
                doc =
                        "Whether api-url is a Bot API server of your own that runs with --local: files of up to 2,000 MB, read"
                                + " from its folder")
        boolean localServer,

        @Setting(
                value = "/var/lib/telegram-bot-api",
                doc = "Where the files of the server of your own lie, with the same path for it and for Frontdesk")
        String localFolder) {

    /** How messages come in. */
    public enum Mode {
        /** Frontdesk asks. */
        POLLING,
        /** Telegram calls. */
        WEBHOOK
    }

    /** What is done with groups. */
    public enum Groups {
        /** Nothing but a note. */
        IGNORE,
        /** Each person there is a contact. */
        ANSWER
    }

    /** Refuses what cannot work, or could not be safe. */
    public TelegramSettings {
        require(
                written(token, ":_-"),
                "token: must be like 123456:ABC-DEF, letters, digits, ':', '_' and '-', as @BotFather shows it");
        require(
                isBase(apiUrl),
                "api-url: must be http or https and a host, with nothing behind it, not " + shown(apiUrl));
        require(
                pollTimeout.toSeconds() >= 1 && pollTimeout.toSeconds() <= 50,
                "poll-timeout: must be from 1s to 50s, not " + pollTimeout.toMillis() + "ms");
        require(
                mode == Mode.POLLING || webhookSecret.isPresent(),
                "webhook-secret: is missing; without it anybody could bring messages in Telegram's name");
        webhookSecret.ifPresent(secret -> require(
                written(secret, "_-") && secret.reveal().length() <= 256,
                "webhook-secret: must be 1 to 256 of A-Z a-z 0-9 _ -"));
        webhookUrl.ifPresent(url -> require(
                url.getHost() != null && ("https".equals(url.getScheme()) || "http".equals(url.getScheme())),
                "webhook-url: must be like https://desk.example/channels/telegram/updates, not " + shown(url)));
        require(
                webhookConnections >= 1 && webhookConnections <= 100,
                "webhook-connections: must be from 1 to 100, not " + webhookConnections);
        require(chatPerMinute >= 1, "chat-per-minute: must be 1 or more, not " + chatPerMinute);
        require(groupPerMinute >= 1, "group-per-minute: must be 1 or more, not " + groupPerMinute);
        require(accountPerSecond >= 1, "account-per-second: must be 1 or more, not " + accountPerSecond);
        require(
                !localServer || Path.of(localFolder).isAbsolute(),
                "local-folder: must be a whole path, like /var/lib/telegram-bot-api");
    }

    /** The bot's id, the part of the token that is no secret; empty for a server that has tokens of another kind. */
    String bot() {
        int colon = token.reveal().indexOf(':');
        return colon < 0 ? "" : token.reveal().substring(0, colon);
    }

    private static boolean written(Secret secret, String besides) {
        return !secret.reveal().isEmpty()
                && secret.reveal()
                        .chars()
                        .allMatch(c -> c >= 'a' && c <= 'z'
                                || c >= 'A' && c <= 'Z'
                                || c >= '0' && c <= '9'
                                || besides.indexOf(c) >= 0);
    }

    private static boolean isBase(URI url) {
        boolean http = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        boolean bare = url.getRawPath() == null
                || url.getRawPath().isEmpty()
                || url.getRawPath().equals("/");
        return http && url.getHost() != null && bare && url.getRawQuery() == null && url.getRawUserInfo() == null;
    }

    /** Without what could hold a password. */
    private static String shown(URI url) {
        return url.getScheme() + "://" + url.getHost();
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
