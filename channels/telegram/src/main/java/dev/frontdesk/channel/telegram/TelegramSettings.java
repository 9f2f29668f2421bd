package dev.frontdesk.channel.telegram;

import dev.frontdesk.api.Secret;
import dev.frontdesk.api.Setting;
import java.net.URI;
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
        int webhookConnections) {

    /** How messages come in. */
    public enum Mode {
        /** Frontdesk asks. */
        POLLING,
        /** Telegram calls. */
        WEBHOOK
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
