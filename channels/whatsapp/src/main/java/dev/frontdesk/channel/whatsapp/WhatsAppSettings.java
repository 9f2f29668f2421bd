package dev.frontdesk.channel.whatsapp;

import dev.frontdesk.api.Secret;
import dev.frontdesk.api.Setting;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The keys of a {@code whatsapp} channel. */
public record WhatsAppSettings(
        @Setting(doc = "The id of the number, as Meta's console shows it below the number; not the number itself")
        String phoneNumberId,

        @Setting(doc = "The id of the WhatsApp Business account; needed for templates")
        Optional<String> businessAccountId,

        @Setting(doc = "The access token of a system user; one that does not expire")
        Secret accessToken,

        @Setting(doc = "The secret of Meta's app, with which it signs what it brings")
        Secret appSecret,

        @Setting(
                doc = "A word of your own that you also enter in Meta's console; with it Meta asks whether you are you")
        Secret verifyToken,

        @Setting(value = "https://graph.facebook.com", doc = "Where the Cloud API is")
        URI apiUrl,

        @Setting(value = "v23.0", doc = "The version of the Graph API")
        String apiVersion,

        @Setting(value = "Options", doc = "What is written on the button that opens a list, at most 20 characters")
        String listButton,

        @Setting(
                value = "true",
                doc =
                        "Whether people see that what they wrote was read, as soon as it is stored; WhatsApp shows typing only"
                                + " along with that")
        boolean markRead,

        @Setting(
                value = "true",
                doc =
                        "Whether each message carries its id, which Meta repeats in its reports: a send whose answer was lost is"
                                + " settled by it")
        boolean callbackData,

        @Setting(
                value = "80",
                doc = "How many messages a second the number may send; Meta allows 80, or 1000 after an upgrade")
        int rate,

        @Setting(value = "20000000", doc = "The largest file in bytes that is fetched or sent, at most 100000000")
        long fileLimit,

        @Setting(value = "10m", doc = "How often the templates are read anew")
        Duration templatesEvery) {

    private static final int LONGEST_BUTTON = 20;
    private static final long LARGEST_FILE = 100_000_000;

    /** Refuses what cannot work, or could not be safe. */
    public WhatsAppSettings {
        require(isId(phoneNumberId), "phone-number-id: must be like 106540352242922, digits only");
        businessAccountId.ifPresent(
                id -> require(isId(id), "business-account-id: must be like 102290129340398, digits only"));
        require(isToken(accessToken), "access-token: must be letters, digits and signs without spaces");
        require(!appSecret.reveal().isBlank(), "app-secret: is missing; without it anybody could write in Meta's name");
        require(
                !verifyToken.reveal().isBlank(),
                "verify-token: is missing; Meta asks for it when you enter the address");
        require(
                isBase(apiUrl),
                "api-url: must be http or https and a host, with nothing behind it, not " + shown(apiUrl));
        require(isVersion(apiVersion), "api-version: must be like v23.0, not '" + apiVersion + "'");
        require(
                !listButton.isBlank() && listButton.length() <= LONGEST_BUTTON,
                "list-button: must have 1 to " + LONGEST_BUTTON + " characters");
        require(rate >= 1 && rate <= 10_000, "rate: must be from 1 to 10000, not " + rate);
        require(
                fileLimit >= 1 && fileLimit <= LARGEST_FILE,
                "file-limit: must be from 1 to " + LARGEST_FILE + ", not " + fileLimit);
        require(
                templatesEvery.compareTo(Duration.ofMinutes(1)) >= 0,
                "templates-every: must be at least 1m, not " + templatesEvery.toSeconds() + "s");
    }

    /** An address below the API's version. */
    URI at(String path) {
        return URI.create(apiUrl.toString().replaceFirst("/$", "") + "/" + apiVersion + "/" + path);
    }

    private static boolean isId(String id) {
        return !id.isEmpty() && id.length() <= 40 && id.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isToken(Secret token) {
        return !token.reveal().isEmpty() && token.reveal().chars().allMatch(c -> c > ' ' && c < 127);
    }

    private static boolean isVersion(String version) {
        int dot = version.indexOf('.');
        return version.startsWith("v")
                && dot > 1
                && dot < version.length() - 1
                && version.length() < 10
                && version.chars().skip(1).allMatch(c -> c >= '0' && c <= '9' || c == '.');
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
