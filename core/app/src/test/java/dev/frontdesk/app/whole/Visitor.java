package dev.frontdesk.app.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody who writes in the chat {@code site}. The same visitor may write at any node. */
record Visitor(String bearer) {
    private static final String PATH = "/channels/site/messages";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** One line of the thread as the visitor sees it. */
    record Line(long position, String key, String author, String text) {}

    static Visitor somebody() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Visitor(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Writes, and answers the id of the message once it is stored. */
    String says(Wire at, String text) {
        var id = UUID.randomUUID().toString();
        var answer = posts(at, id, text);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().getString("result")).isEqualTo("stored");
        return id;
    }

    Wire.Answer posts(Wire at, String id, String text) {
        return posts(at, Wire.json(Map.of("id", id, "text", text)).getBytes(UTF_8));
    }

    Wire.Answer posts(Wire at, byte[] body) {
        return at.post(PATH, body, authorization());
    }

    List<Line> lines(Wire at) {
        var all = new ArrayList<Line>();
        boolean more = true;
        while (more) {
            long after = all.isEmpty() ? 0 : all.getLast().position();
            var page = at.get(PATH + "?after=" + after, authorization()).json();
            page.getConfigList("lines").forEach(line -> all.add(line(line)));
            more = page.getBoolean("more");
        }
        return all;
    }

    /** What was said to the visitor. */
    List<String> hears(Wire at) {
        return lines(at).stream()
                .filter(line -> !line.author().equals("contact"))
                .map(Line::text)
                .toList();
    }

    static Line line(Config json) {
        return new Line(
                Long.parseLong(json.getString("position")),
                json.hasPath("key") ? json.getString("key") : "",
                json.getString("author"),
                json.hasPath("text") ? json.getString("text") : "");
    }

    String[] authorization() {
        return new String[] {"Authorization", "Bearer " + bearer};
    }
}
