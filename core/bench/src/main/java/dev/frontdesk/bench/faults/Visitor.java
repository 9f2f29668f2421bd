package dev.frontdesk.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.frontdesk.bench.Chatter;
import dev.frontdesk.bench.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A visitor of the web chat: as the widget does, repeats a message under its id until it is stored, on whichever node answers. */
final class Visitor implements Customer {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int STORED = 200;
    private static final Duration MOST = Duration.ofSeconds(10);

    private final Doors doors;
    private final Acknowledged acknowledged;
    private final Chatter chatter = Chatter.somebody();
    private final Set<String> heard = new HashSet<>();
    private @Nullable Http http;
    private String position = "";

    Visitor(Doors doors, Acknowledged acknowledged) {
        this.doors = doors;
        this.acknowledged = acknowledged;
    }

    @Override
    public boolean says(String text, Patience patience) throws InterruptedException {
        byte[] body;
        try {
            body = MAPPER.writeValueAsBytes(Map.of("id", UUID.randomUUID().toString(), "text", text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int attempt = 0; !stored(body); attempt++) {
            if (!patience.left()) {
                return false;
            }
            Thread.sleep(Math.min(2000, 100L << Math.min(attempt, 5)));
        }
        acknowledged.add(text);
        return true;
    }

    private boolean stored(byte[] body) {
        try {
            int status = chatter.posts(line(), body);
            doors.answered(status);
            return status == STORED;
        } catch (IOException | RuntimeException broken) {
            hangUp();
            return false;
        }
    }

    @Override
    public boolean hears(String part, Patience patience) throws InterruptedException {
        for (int attempt = 0; !knows(part); attempt++) {
            if (!patience.left()) {
                return false;
            }
            look();
            if (!knows(part)) {
                Thread.sleep(Math.min(1500, 100L + attempt * 50L));
            }
        }
        return true;
    }

    private boolean knows(String part) {
        return heard.stream().anyMatch(text -> text.contains(part));
    }

    private void look() {
        try {
            var reply =
                    line().exchange("GET", Chatter.PATH + "?after=" + position, chatter.authorization(), new byte[0]);
            if (reply.status() == STORED) {
                for (JsonNode shown : MAPPER.readTree(new String(reply.body(), StandardCharsets.UTF_8))
                        .path("lines")) {
                    position = shown.path("position").asText();
                    if (!shown.path("author").asText().equals("contact")) {
                        heard.add(shown.path("text").asText());
                    }
                }
            } else {
                hangUp();
            }
        } catch (IOException | RuntimeException broken) {
            hangUp();
        }
    }

    private Http line() throws IOException {
        Http open = http;
        if (open == null) {
            open = new Http(doors.any()).within(MOST);
            http = open;
        }
        return open;
    }

    private void hangUp() {
        try {
            if (http != null) {
                http.close();
            }
        } catch (IOException gone) {
            // It was broken before.
        }
        http = null;
    }

    @Override
    public void close() {
        hangUp();
    }
}
