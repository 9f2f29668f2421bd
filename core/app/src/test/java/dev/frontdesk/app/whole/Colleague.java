package dev.frontdesk.app.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An agent at the inbox, through the calls its pages make. */
record Colleague(String agent, String cookie, String csrf) {

    /** Signs in with a one-time link, as the page behind it does. */
    static Colleague welcomed(Wire at, String link) {
        var answer = welcome(at, link, "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return of(answer);
    }

    static Wire.Answer welcome(Wire at, String link, String password) {
        var body = new HashMap<>(Map.of("token", link.substring(link.indexOf('#') + 1)));
        if (!password.isEmpty()) {
            body.put("password", password);
        }
        return at.post("/api/welcome", Wire.json(body).getBytes(UTF_8), "Origin", at.site());
    }

    static Wire.Answer login(Wire at, String agent, String password) {
        return at.post(
                "/api/login",
                Wire.json(Map.of("agent", agent, "password", password)).getBytes(UTF_8),
                "Origin",
                at.site());
    }

    private static Colleague of(Wire.Answer answer) {
        var cookie = answer.headers().get("set-cookie").getFirst().replaceFirst(";.*", "");
        return new Colleague(
                answer.json().getString("agent"), cookie, answer.json().getString("csrf"));
    }

    List<? extends Config> rows(Wire at, String view) {
        return get(at, "/api/conversations?view=" + view).getConfigList("rows");
    }

    Config get(Wire at, String path) {
        var answer = at.get(path, "Cookie", cookie);
        assertThat(answer.status()).as(path + ": " + answer.text()).isEqualTo(200);
        return answer.json();
    }

    /** Orders something about a conversation; what comes of it is seen later. */
    void orders(Wire at, String conversation, String verb, Map<String, String> what) {
        var body = new HashMap<>(what);
        body.put("id", UUID.randomUUID().toString());
        var answer = at.post(
                "/api/conversations/" + conversation + "/" + verb,
                Wire.json(body).getBytes(UTF_8),
                "Cookie",
                cookie,
                "X-CSRF-Token",
                csrf,
                "Origin",
                at.site());
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    }
}
