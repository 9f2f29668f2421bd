package dev.frontdesk.channel.whatsapp;

import dev.frontdesk.api.Secret;
import dev.frontdesk.testkit.channel.FakeCall;
import dev.frontdesk.testkit.whatsapp.FakeWhatsApp;
import dev.frontdesk.testkit.whatsapp.Webhooks;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Settings and calls for tests. */
final class Some {

    static final String SIGNATURE = "X-Hub-Signature-256";

    private Some() {}

    /** Without templates. */
    static WhatsAppSettings settings(URI api) {
        return settings(api, FakeWhatsApp.NUMBER, Optional.empty(), true);
    }

    /** With templates. */
    static WhatsAppSettings account(URI api) {
        return settings(api, FakeWhatsApp.NUMBER, Optional.of(FakeWhatsApp.ACCOUNT), true);
    }

    static WhatsAppSettings settings(URI api, String number, Optional<String> account, boolean callbackData) {
        return new WhatsAppSettings(
                number,
                account,
                secret(FakeWhatsApp.TOKEN),
                secret(FakeWhatsApp.APP_SECRET),
                secret(FakeWhatsApp.VERIFY_TOKEN),
                api,
                "v23.0",
                "Options",
                true,
                callbackData,
                80,
                20_000_000,
                Duration.ofHours(1));
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

    /** A webhook as Meta would sign it. */
    static FakeCall signed(byte[] body) {
        return FakeCall.post("webhook")
                .header(SIGNATURE, Webhooks.signature(FakeWhatsApp.APP_SECRET, body))
                .body(body);
    }

    static FakeCall signed(String body) {
        return signed(body.getBytes(StandardCharsets.UTF_8));
    }
}
