package dev.frontdesk.bench.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** The text in an update of Telegram's. */
final class Texts {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Texts() {}

    static String of(String update) {
        try {
            return MAPPER.readTree(update).path("message").path("text").asText();
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON: " + update, e);
        }
    }
}
