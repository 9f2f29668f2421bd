package dev.frontdesk.channel.webchat;

import dev.frontdesk.api.Secret;
import dev.frontdesk.api.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys of a {@code webchat} channel. */
public record WebChatSettings(
        @Setting(value = "Chat", doc = "The name at the top of the chat, usually the business's")
        String title,

        @Setting(
                doc = "The line under the title by language, as in { en = \"Hi!\", ru = \"Привет!\" }; a built-in"
                        + " one where absent")
        Map<String, String> greeting,

        @Setting(
                doc = "The languages to choose from by the visitor's browser, the first for everybody else; en and"
                        + " ru, both by default")
        List<String> languages,

        @Setting(
                value = "3157d5",
                doc = "The colour of buttons and of the visitor's own messages, six hex digits; text on it is made"
                        + " readable")
        String colour,

        @Setting(value = "auto", doc = "auto follows the visitor's device, light and dark do not")
        Theme theme,

        @Setting(
                doc = "The sites that may show the chat, as in https://shop.example; * for all. Frontdesk's own"
                        + " address always may")
        List<String> allowedOrigins,

        @Setting(doc = "Signs the ids of visitors who are signed in to the site; without it they cannot be identified")
        Optional<Secret> identitySecret,

        @Setting(value = "60", doc = "How many messages one visitor may send in a minute")
        int visitorPerMinute,

        @Setting(
                value = "600",
                doc = "How many messages may come from one network address in a minute; an office shares one")
        int addressPerMinute,

        @Setting(
                value = "20",
                doc =
                        "How many files one visitor may send in an hour, and five times that one network address; 0: none")
        int filesPerHour,

        @Setting(value = "10000", doc = "How many live connections one node keeps; further visitors poll")
        int maxStreams,

        @Setting(value = "false", doc = "Serves a small made-up shop with the chat on it at /channels/<id>/demo")
        boolean demoPage) {

    /** Whose colours the chat wears. */
    public enum Theme {
        /** Those of the visitor's device. */
        AUTO,
        /** Always light. */
        LIGHT,
        /** Always dark. */
        DARK
    }

    static final List<String> KNOWN_LANGUAGES = List.of("en", "ru");

    /** Refuses what cannot work. */
    public WebChatSettings {
        greeting = Map.copyOf(greeting);
        languages = languages.isEmpty() ? KNOWN_LANGUAGES : List.copyOf(languages);
        allowedOrigins = List.copyOf(allowedOrigins);
        colour = colour.startsWith("#") ? colour.substring(1) : colour;
        require(
                KNOWN_LANGUAGES.containsAll(languages),
                "languages: the chat speaks " + KNOWN_LANGUAGES + ", not all of " + languages);
        require(
                Set.copyOf(languages).containsAll(greeting.keySet()),
                "greeting: has a language that is not in " + languages);
        require(Palette.isColour(colour), "colour: '" + colour + "' is not six hex digits");
        identitySecret.ifPresent(secret -> require(!secret.reveal().isEmpty(), "identity-secret: must not be empty"));
        require(visitorPerMinute > 0, "visitor-per-minute: must be above 0");
        require(addressPerMinute > 0, "address-per-minute: must be above 0");
        require(filesPerHour >= 0, "files-per-hour: must not be below 0");
        require(maxStreams >= 0, "max-streams: must not be below 0");
        allowedOrigins.forEach(origin -> require(
                Origins.isAllowable(origin), "allowed-origins: '" + origin + "' is not like https://shop.example"));
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
