package dev.frontdesk.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** A visitor of the web chat {@code site}. */
public record Chatter(String bearer) {
    public static final String PATH = "/channels/site/messages";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Chatter somebody() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Chatter(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Answers the status; 200 means it is stored for good. */
    int says(Http http, String name, String text) throws IOException {
        var message = Map.of("id", UUID.randomUUID().toString(), "name", name, "text", text);
        return posts(http, MAPPER.writeValueAsBytes(message));
    }

    public int posts(Http http, byte[] body) throws IOException {
        return http.post(PATH, authorization(), body);
    }

    /** True when an agent has written. */
    boolean wasAnswered(Http http) throws IOException {
        var reply = http.exchange("GET", PATH, authorization(), new byte[0]);
        for (JsonNode line : MAPPER.readTree(reply.body()).path("lines")) {
            if (line.path("author").asText().equals("agent")) {
                return true;
            }
        }
        return false;
    }

    public Map<String, String> authorization() {
        return Map.of("Authorization", "Bearer " + bearer);
    }
}
