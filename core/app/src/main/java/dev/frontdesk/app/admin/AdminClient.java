package dev.frontdesk.app.admin;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import dev.frontdesk.api.service.HttpGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The admin API of the process that runs on this machine. */
public final class AdminClient implements AdminApi {
    private static final int MOST = 16 * 1024 * 1024;

    private final HttpGateway http;
    private final AdminFiles.Process process;

    /** @param http must be allowed to call 127.0.0.1 */
    public AdminClient(HttpGateway http, AdminFiles.Process process) {
        this.http = http;
        this.process = process;
    }

    /** False when the process that announced itself is gone. */
    public boolean reachable() {
        try {
            agents();
            return true;
        } catch (UncheckedIOException e) {
            return !(e.getCause() instanceof HttpGateway.NotSent);
        }
    }

    @Override
    public String addAgent(NewAgent agent) {
        return post("agents", Json.of(agent)).getString("link");
    }

    @Override
    public List<AgentLine> agents() {
        return Json.list(get("agents"), "agents").stream().map(Json::agentLine).toList();
    }

    @Override
    public boolean disableAgent(String id) {
        return post("agents/disable", Map.of("id", id)).getBoolean("done");
    }

    @Override
    public List<DeadLine> deadLetters(int limit) {
        return Json.list(get("dead?limit=" + limit), "letters").stream()
                .map(Json::deadLine)
                .toList();
    }

    @Override
    public Optional<DeadLine> deadLetter(long id) {
        return Json.list(get("dead?id=" + id), "letters").stream().findFirst().map(Json::deadLine);
    }

    @Override
    public boolean redrive(long id) {
        return post("dead/redrive", Map.of("id", Long.toString(id))).getBoolean("done");
    }

    @Override
    public List<NoticeLine> notices(int limit) {
        return Json.list(get("notices?limit=" + limit), "notices").stream()
                .map(Json::noticeLine)
                .toList();
    }

    @Override
    public List<HeardLine> heard(long since, int most) {
        return Json.list(get("heard?since=" + since + "&limit=" + most), "heard").stream()
                .map(Json::heardLine)
                .toList();
    }

    private Config get(String path) {
        return send(request(path).GET().build());
    }

    private Config post(String path, Map<String, ?> body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.write(body)))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + process.port() + "/admin/" + path))
                .header("Authorization", "Bearer " + process.token());
    }

    private Config send(HttpRequest request) {
        try {
            var response = http.send(request, MOST, Duration.ofSeconds(30));
            var text = new String(response.body(), StandardCharsets.UTF_8);
            if (response.statusCode() != 200) {
                throw new IllegalArgumentException(message(response.statusCode(), text));
            }
            return Json.read(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", e);
        }
    }

    private static String message(int status, String text) {
        try {
            return Json.read(text).getString("message");
        } catch (ConfigException e) {
            return "the running process answered " + status;
        }
    }
}
