package dev.frontdesk.channel.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.frontdesk.testkit.channel.Endpoints;
import dev.frontdesk.testkit.channel.FakeCall;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import dev.frontdesk.testkit.whatsapp.FakeWhatsApp;
import dev.frontdesk.testkit.whatsapp.Webhooks;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** W1 to W8: who may bring something, and what Meta hears. */
class HookTest {
    private static final String TEXT = """
            {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"field":"messages","value":\
            {"messaging_product":"whatsapp","metadata":{"phone_number_id":"106540352242922"},"messages":[{"from":"4915112345678",\
            "id":"wamid.A=","timestamp":"1749416383","type":"text","text":{"body":"caf\\u00e9 🙂 é"}}]}}]}]}""";

    private final FakeWhatsApp whatsapp = new FakeWhatsApp().start(0);
    private final FakeChannelContext context = new FakeChannelContext("wa");
    private final WhatsApp channel = new WhatsApp(Some.settings(whatsapp.url()), context);

    @AfterEach
    void close() {
        channel.close();
        whatsapp.close();
    }

    private int call(FakeCall call) throws InterruptedException {
        return Endpoints.status(Endpoints.call(channel, call));
    }

    private void refused(FakeCall call) throws InterruptedException {
        assertThat(call(call)).isEqualTo(401);
        assertThat(context.intake().batches()).isEmpty();
    }

    private static FakeCall signedAs(String signature, String body) {
        return FakeCall.post("webhook").header(Some.SIGNATURE, signature).body(body);
    }

    private static String right(String body) {
        return Webhooks.signature(FakeWhatsApp.APP_SECRET, body.getBytes(UTF_8));
    }

    @Test
    void w1_without_a_signature_nothing_is_believed() throws Exception {
        refused(FakeCall.post("webhook").body(TEXT));
        refused(signedAs("", TEXT));
        refused(signedAs("sha256=", TEXT));
        refused(Some.signed(TEXT).header(Some.SIGNATURE, right(TEXT)));
    }

    @Test
    void w2_the_old_signature_is_none() throws Exception {
        refused(FakeCall.post("webhook")
                .header("X-Hub-Signature", "sha1=" + "a".repeat(40))
                .body(TEXT));
        refused(signedAs("sha1=" + "a".repeat(40), TEXT));
    }

    @Test
    void w3_a_signature_in_capitals_is_not_metas() throws Exception {
        refused(signedAs("sha256=" + right(TEXT).substring(7).toUpperCase(Locale.ROOT), TEXT));
    }

    @Test
    void w4_the_very_bytes_are_signed_and_not_what_they_mean() throws Exception {
        var written = new JsonMapper().readTree(TEXT).toString();
        assertThat(written).isNotEqualTo(TEXT);
        refused(signedAs(right(written), TEXT));
        assertThat(call(Some.signed(TEXT))).isEqualTo(200);
        assertThat(context.intake().messages())
                .singleElement()
                .satisfies(message -> assertThat(message.content().plainText()).isEqualTo("café 🙂 é"));
    }

    @Test
    void w5_another_app_is_not_believed() throws Exception {
        refused(signedAs(Webhooks.signature("another-secret", TEXT.getBytes(UTF_8)), TEXT));
    }

    @Test
    void w6_a_compressed_body_is_refused() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(TEXT.getBytes(UTF_8));
        }
        assertThat(call(Some.signed(bytes.toByteArray()).header("Content-Encoding", "gzip")))
                .isEqualTo(415);
        assertThat(context.intake().batches()).isEmpty();
    }

    @Test
    void w7_three_megabytes_are_read_and_more_than_four_are_not() throws Exception {
        var three =
                TEXT.replace("café", "x".repeat(3 * 1024 * 1024)).replace("caf\\u00e9", "x".repeat(3 * 1024 * 1024));
        assertThat(call(Some.signed(three))).isEqualTo(200);
        assertThat(context.intake().messages()).hasSize(1);
        assertThat(call(Some.signed(TEXT + " ".repeat(4 * 1024 * 1024)))).isEqualTo(413);
    }

    private static FakeCall verifying(String mode, String token, String challenge) {
        return FakeCall.get("webhook")
                .query("hub.mode", mode)
                .query("hub.verify_token", token)
                .query("hub.challenge", challenge);
    }

    @Test
    void w8_only_digits_are_repeated_and_only_to_who_knows_the_token() throws Exception {
        var good = Endpoints.call(channel, verifying("subscribe", FakeWhatsApp.VERIFY_TOKEN, "1158201444"));
        assertThat(Endpoints.status(good)).isEqualTo(200);
        assertThat(Endpoints.body(good)).isEqualTo("1158201444");
        for (var bad : new FakeCall[] {
            verifying("subscribe", "guessed", "1158201444"),
            verifying("subscribe", "", "1158201444"),
            verifying("unsubscribe", FakeWhatsApp.VERIFY_TOKEN, "1158201444"),
            verifying("subscribe", FakeWhatsApp.VERIFY_TOKEN, ""),
            verifying("subscribe", FakeWhatsApp.VERIFY_TOKEN, "<script>alert(1)</script>"),
            verifying("subscribe", FakeWhatsApp.VERIFY_TOKEN, "1".repeat(65)),
            FakeCall.get("webhook")
        }) {
            var reply = Endpoints.call(channel, bad);
            assertThat(Endpoints.status(reply)).isEqualTo(403);
            assertThat(Endpoints.body(reply)).isEqualTo("forbidden");
            assertThat(reply.headers().get("Content-Type")).startsWith("text/plain");
        }
    }

    @Test
    void without_a_commit_there_is_no_yes() throws Exception {
        context.intake().overload();
        assertThat(call(Some.signed(TEXT))).isEqualTo(503);
        context.intake().recover();
        assertThat(call(Some.signed(TEXT))).isEqualTo(200);
    }
}
