package dev.frontdesk.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class WhatsAppSettingsTest {

    private static WhatsAppSettings of(String number, String token, String appSecret, String verify, String api) {
        return of(number, token, appSecret, verify, api, "v23.0", "Options", 80, 1000, Duration.ofMinutes(10));
    }

    private static WhatsAppSettings of(
            String number,
            String token,
            String appSecret,
            String verify,
            String api,
            String version,
            String button,
            int rate,
            long file,
            Duration every) {
        return new WhatsAppSettings(
                number,
                Optional.of("102290129340398"),
                Some.secret(token),
                Some.secret(appSecret),
                Some.secret(verify),
                URI.create(api),
                version,
                button,
                true,
                true,
                rate,
                file,
                every);
    }

    private static void refused(ThrowingCallable settings, String why) {
        assertThatThrownBy(settings)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("canary");
    }

    @Test
    void without_its_secrets_it_does_not_start() {
        refused(() -> of("1", "", "s", "v", "https://x"), "access-token:");
        refused(() -> of("1", "canary canary", "s", "v", "https://x"), "access-token:");
        refused(() -> of("1", "t", "", "v", "https://x"), "app-secret: is missing");
        refused(() -> of("1", "t", " ", "v", "https://x"), "app-secret: is missing");
        refused(() -> of("1", "t", "s", "", "https://x"), "verify-token: is missing");
    }

    @Test
    void what_could_not_work_is_refused_with_its_key() {
        refused(() -> of("+49 151", "t", "s", "v", "https://x"), "phone-number-id:");
        refused(() -> of("", "t", "s", "v", "https://x"), "phone-number-id:");
        refused(() -> of("1", "t", "s", "v", "https://u:canary@x"), "api-url:");
        refused(() -> of("1", "t", "s", "v", "https://x/path"), "api-url:");
        refused(() -> of("1", "t", "s", "v", "ftp://x"), "api-url:");
        var hour = Duration.ofHours(1);
        refused(() -> of("1", "t", "s", "v", "https://x", "23", "O", 80, 9, hour), "api-version:");
        refused(() -> of("1", "t", "s", "v", "https://x", "v23.0/../x", "O", 80, 9, hour), "api-version:");
        refused(() -> of("1", "t", "s", "v", "https://x", "v23.0", "x".repeat(21), 80, 9, hour), "list-button:");
        refused(() -> of("1", "t", "s", "v", "https://x", "v23.0", "O", 0, 9, hour), "rate:");
        refused(() -> of("1", "t", "s", "v", "https://x", "v23.0", "O", 80, 200_000_000, hour), "file-limit:");
        refused(
                () -> of("1", "t", "s", "v", "https://x", "v23.0", "O", 80, 9, Duration.ofSeconds(59)),
                "templates-every:");
    }

    @Test
    void addresses_are_made_of_base_and_version() {
        assertThat(of("1", "t", "s", "v", "https://graph.example/").at("1/messages"))
                .isEqualTo(URI.create("https://graph.example/v23.0/1/messages"));
    }
}
