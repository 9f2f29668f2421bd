package dev.frontdesk.app.admin;

import com.typesafe.config.ConfigException;
import dev.frontdesk.api.channel.HttpCall;
import dev.frontdesk.api.channel.HttpEndpoint;
import dev.frontdesk.api.channel.HttpReply;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The admin API over HTTP, for callers on this machine who can read the token. To be served below {@code /admin/}. */
public final class AdminEndpoints {
    private static final int MOST = 64 * 1024;

    private final AdminApi api;
    private final byte[] token;

    public AdminEndpoints(AdminApi api, String token) {
        this.api = api;
        this.token = bytes("Bearer " + token);
    }

    public List<HttpEndpoint> all() {
        return List.of(
                endpoint("agents", Set.of("GET", "POST"), this::agents),
                endpoint("agents/disable", Set.of("POST"), this::disable),
                endpoint("dead", Set.of("GET"), this::dead),
                endpoint("dead/redrive", Set.of("POST"), this::redrive),
                endpoint("notices", Set.of("GET"), this::notices),
                endpoint("heard", Set.of("GET"), this::heard));
    }

    private HttpReply agents(HttpCall call) {
        if (call.method().equals("POST")) {
            return reply(Map.of("link", api.addAgent(Json.newAgent(Json.read(text(call))))));
        }
        return reply(Map.of("agents", api.agents().stream().map(Json::of).toList()));
    }

    private HttpReply disable(HttpCall call) {
        return reply(Map.of("done", api.disableAgent(Json.read(text(call)).getString("id"))));
    }

    private HttpReply dead(HttpCall call) {
        var letters = call.query("id")
                .map(id -> api.deadLetter(Long.parseLong(id)).stream().toList())
                .orElseGet(() ->
                        api.deadLetters(Integer.parseInt(call.query("limit").orElse("100"))));
        return reply(Map.of("letters", letters.stream().map(Json::of).toList()));
    }

    private HttpReply notices(HttpCall call) {
        var notices = api.notices(Integer.parseInt(call.query("limit").orElse("100")));
        return reply(Map.of("notices", notices.stream().map(Json::of).toList()));
    }

    private HttpReply heard(HttpCall call) {
        long since = Long.parseLong(call.query("since").orElse("0"));
        var heard = api.heard(since, Integer.parseInt(call.query("limit").orElse("1000")));
        return reply(Map.of("heard", heard.stream().map(Json::of).toList()));
    }

    private HttpReply redrive(HttpCall call) {
        return reply(
                Map.of("done", api.redrive(Long.parseLong(Json.read(text(call)).getString("id")))));
    }

    private static HttpReply reply(Map<String, ?> fields) {
        return HttpReply.json(200, Json.write(fields));
    }

    private static HttpReply error(int status, String error, String message) {
        return HttpReply.json(status, Json.write(Map.of("error", error, "message", message)));
    }

    private static String text(HttpCall call) {
        return new String(call.body(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private boolean allowed(HttpCall call) {
        return call.headerCount("Authorization") == 1
                && MessageDigest.isEqual(
                        token, bytes(call.header("Authorization").orElse("")))
                && fromHere(call.remoteAddress());
    }

    private static boolean fromHere(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private HttpEndpoint endpoint(String path, Set<String> methods, HttpEndpoint.Handler handler) {
        return HttpEndpoint.of(path, methods, MOST, call -> {
            if (!allowed(call)) {
                return error(403, "forbidden", "only for the command line on this machine");
            }
            try {
                return handler.handle(call);
            } catch (ConfigException | IllegalArgumentException e) {
                return error(400, "bad-request", String.valueOf(e.getMessage()));
            }
        });
    }
}
