package dev.frontdesk.channel.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.testkit.channel.FakeCall;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class VisitorsTest {

    private final Visitors visitors = new Visitors(Some.settings().identitySecret());

    private static String sign(String user, String secret) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(user.getBytes(StandardCharsets.UTF_8)));
    }

    private static FakeCall signed(String person, String user, String hmac) {
        return FakeWidget.posting(person)
                .header(
                        "X-Frontdesk-User",
                        URLEncoder.encode(user, StandardCharsets.UTF_8).replace("+", "%20"))
                .header("X-Frontdesk-Hmac", hmac);
    }

    @Test
    void a_signed_user_is_the_same_on_every_device() throws Exception {
        var hmac = sign("Анна 42", Some.IDENTITY_SECRET);
        assertThat(visitors.identify(signed("phone", "Анна 42", hmac))).contains("user:Анна 42");
        assertThat(visitors.identify(signed("laptop", "Анна 42", hmac.toUpperCase())))
                .contains("user:Анна 42");
    }

    @Test
    void a_user_without_the_right_signature_is_nobody() throws Exception {
        var hmac = sign("42", Some.IDENTITY_SECRET);
        for (var wrong : new String[] {
            "", "x", hmac.substring(2), hmac + "00", sign("42", "guessed"), sign("43", Some.IDENTITY_SECRET)
        }) {
            assertThat(visitors.identify(signed("ann", "42", wrong))).as(wrong).isEmpty();
        }
        assertThat(visitors.identify(FakeWidget.posting("ann").header("X-Frontdesk-User", "%zz")))
                .isEmpty();
    }

    @Test
    void an_odd_user_id_is_nobody_even_if_it_is_signed() throws Exception {
        for (var odd : new String[] {"", " ", "a\nb", "a\0b", "x".repeat(121)}) {
            assertThat(visitors.identify(signed("ann", odd, sign(odd.isEmpty() ? " " : odd, Some.IDENTITY_SECRET))))
                    .isEmpty();
        }
    }

    @Test
    void without_a_secret_nobody_can_be_identified() throws Exception {
        assertThat(new Visitors(Optional.empty()).identify(signed("ann", "42", sign("42", "x"))))
                .isEmpty();
    }

    @Test
    void the_keys_made_of_the_longest_user_id_fit_into_an_id() throws Exception {
        var user = "x".repeat(120);
        var identity = visitors.identify(signed("ann", user, sign(user, Some.IDENTITY_SECRET)))
                .orElseThrow();
        assertThat(identity + ":bad:" + Digests.sha256(new byte[0])).hasSizeLessThanOrEqualTo(200);
    }
}
