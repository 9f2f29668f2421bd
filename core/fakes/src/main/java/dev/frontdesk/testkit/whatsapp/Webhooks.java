package dev.frontdesk.testkit.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Webhooks as Meta writes and signs them. */
public final class Webhooks {

    private Webhooks() {}

    /** {@code {"object":"whatsapp_business_account","entry":[{"id":…,"changes":[{"field":…,"value":…}]}]}}. */
    public static ObjectNode of(String account, String field, JsonNode value) {
        var webhook = Json.object().put("object", "whatsapp_business_account");
        var entry = webhook.putArray("entry").addObject().put("id", account);
        entry.putArray("changes").addObject().put("field", field).set("value", value);
        return webhook;
    }

    /** The value of a webhook about a number, without anything in it yet. */
    public static ObjectNode value(String number) {
        var value = Json.object().put("messaging_product", "whatsapp");
        value.putObject("metadata").put("display_phone_number", "15550783881").put("phone_number_id", number);
        return value;
    }

    /** The contents of several webhooks in one. */
    public static ObjectNode together(List<JsonNode> webhooks) {
        var all = Json.object().put("object", "whatsapp_business_account");
        var entries = all.putArray("entry");
        webhooks.forEach(webhook -> webhook.path("entry").forEach(entries::add));
        return all;
    }

    /** What {@code X-Hub-Signature-256} says of these bytes. */
    public static String signature(String appSecret, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(appSecret.getBytes(UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }
}
