package dev.frontdesk.channel.webchat;

import dev.frontdesk.api.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings for tests. */
final class Some {

    static final String IDENTITY_SECRET = "identity-secret-canary";

    private Some() {}

    /** Everything at its default, but with limits no test runs into. */
    static WebChatSettings settings() {
        return settings(100_000, 100_000, 100);
    }

    static WebChatSettings settings(int perVisitor, int perAddress, int streams) {
        return new WebChatSettings(
                "Acme support",
                Map.of("en", "Hi! How can we help?"),
                List.of(),
                "#3157d5",
                WebChatSettings.Theme.AUTO,
                List.of("https://shop.example"),
                Optional.of(secret()),
                perVisitor,
                perAddress,
                3,
                streams,
                true);
    }

    /** For sites that are not ours. */
    static WebChatSettings allowing(String... origins) {
        return new WebChatSettings(
                "Acme </title>\"&",
                Map.of(),
                List.of("ru"),
                "ffcc00",
                WebChatSettings.Theme.DARK,
                List.of(origins),
                Optional.empty(),
                1,
                1,
                0,
                1,
                false);
    }

    private static Secret secret() {
        return new Secret() {
            @Override
            public String reveal() {
                return IDENTITY_SECRET;
            }

            @Override
            public String toString() {
                return "***";
            }
        };
    }
}
