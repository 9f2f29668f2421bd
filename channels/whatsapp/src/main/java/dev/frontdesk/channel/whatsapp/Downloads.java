package dev.frontdesk.channel.whatsapp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Fetched;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches what people sent. Meta names an address that is good for five minutes, so it is asked for at each attempt. Safe for use
 * by many threads.
 */
final class Downloads {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofSeconds(60);
    private static final Duration REFUSED = Duration.ofMinutes(5);

    /** The id is not known, or no longer. */
    private static final Set<Integer> GONE = Set.of(100, 131009, 131052);

    private final WhatsAppSettings settings;
    private final Graph graph;
    private final Health health;

    Downloads(WhatsAppSettings settings, Graph graph, Health health) {
        this.settings = settings;
        this.graph = graph;
        this.health = health;
    }

    Fetched fetch(Content.Remote file, OutputStream into) throws IOException, InterruptedException {
        if (!isPlain(file.handle())) {
            return new Fetched.Gone("'" + file.handle() + "' is no id of WhatsApp's");
        }
        return switch (graph.get(file.handle() + "?phone_number_id=" + settings.phoneNumberId())) {
            case Answer.Done(var about) -> bytes(about, into);
            case Answer.Refused(var refusal) -> refused(refusal);
            case Answer.Strange(var status) when status == 404 -> new Fetched.Gone("WhatsApp has no such file");
            case Answer.Strange(var status) -> new Fetched.Later(LATER, "answered with " + status);
            case Answer.NotSent(var why) -> new Fetched.Later(SOON, why);
            case Answer.Unsure(var why) -> new Fetched.Later(SOON, why);
        };
    }

    /** It becomes part of an address. */
    private static boolean isPlain(String handle) {
        return !handle.isEmpty()
                && handle.length() <= 200
                && handle.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '-'));
    }

    private Fetched refused(Refusal refusal) {
        if (refusal.code() == 190) {
            health.trouble("token", "Meta refuses the token (" + refusal.why() + ")");
            return new Fetched.Later(REFUSED, refusal.why());
        }
        return GONE.contains(refusal.code())
                ? new Fetched.Gone("WhatsApp no longer has the file (" + refusal.why() + ")")
                : new Fetched.Later(LATER, refusal.why());
    }

    private Fetched bytes(JsonNode about, OutputStream into) throws IOException, InterruptedException {
        health.well("token");
        long size = Json.number(about.path("file_size")).orElse(-1);
        if (size > settings.fileLimit()) {
            return new Fetched.Gone("the file has " + size + " bytes, more than file-limit");
        }
        var url = url(about.path("url").asText());
        if (url.isEmpty()) {
            return new Fetched.Later(LATER, "WhatsApp names no address for the file that may be called");
        }
        HttpResponse<byte[]> answer;
        try {
            answer = graph.bytes(url.get(), (int) settings.fileLimit());
        } catch (IOException broken) {
            return new Fetched.Later(
                    SOON, "the file broke off (" + broken.getClass().getSimpleName() + ")");
        }
        if (answer.statusCode() != 200) {
            return new Fetched.Later(SOON, "the file was answered with " + answer.statusCode());
        }
        if (!isWhole(answer.body(), about.path("sha256").asText())) {
            return new Fetched.Later(LATER, "the bytes are not the ones that WhatsApp has announced");
        }
        into.write(answer.body());
        return new Fetched.Done(answer.headers()
                .firstValue("Content-Type")
                .orElse(about.path("mime_type").asText()));
    }

    private Optional<URI> url(String text) {
        try {
            return Optional.of(new URI(text)).filter(graph::isTrusted);
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** Meta writes the hash in hexadecimal digits here and in Base64 there; one it writes otherwise proves nothing. */
    private static boolean isWhole(byte[] bytes, String sha256) {
        byte[] ours = Keys.sha256().digest(bytes);
        if (sha256.length() == 64) {
            return HexFormat.of().formatHex(ours).equals(sha256.toLowerCase(Locale.ROOT));
        }
        if (sha256.length() == 44) {
            return MessageDigest.isEqual(
                    Base64.getEncoder().encodeToString(ours).getBytes(US_ASCII), sha256.getBytes(US_ASCII));
        }
        return true;
    }
}
