package dev.frontdesk.app.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.frontdesk.api.channel.HttpCall;
import dev.frontdesk.api.channel.HttpEndpoint;
import dev.frontdesk.api.channel.HttpReply;
import dev.frontdesk.app.http.Allowed;
import dev.frontdesk.app.http.GuardedHttp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminTest {
    @TempDir
    Path data;

    private final Remembering api = new Remembering();
    private final GuardedHttp http = new GuardedHttp(Allowed.of(List.of("127.0.0.1")));
    private HttpServer server;
    private AdminClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        var token = AdminFiles.newToken();
        new AdminFiles(data).announce(server.getAddress().getPort(), token);
        for (var endpoint : new AdminEndpoints(api, token).all()) {
            server.createContext("/admin/" + endpoint.path(), exchange -> serve(endpoint, exchange));
        }
        client = new AdminClient(http, new AdminFiles(data).process().orElseThrow());
    }

    @AfterEach
    void stop() {
        server.stop(0);
        http.close();
    }

    private static void serve(HttpEndpoint endpoint, HttpExchange exchange) throws IOException {
        try (exchange) {
            var reply = (HttpReply.Full)
                    endpoint.handle(new Call(exchange, exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(reply.status(), reply.body().length);
            exchange.getResponseBody().write(reply.body());
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private record Call(HttpExchange exchange, byte[] body) implements HttpCall {
        @Override
        public String method() {
            return exchange.getRequestMethod();
        }

        @Override
        public String rest() {
            return "";
        }

        @Override
        public Optional<String> query(String name) {
            var query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
            return Stream.of(query.split("&"))
                    .filter(one -> one.startsWith(name + "="))
                    .map(one -> one.substring(name.length() + 1))
                    .findFirst();
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
        }

        @Override
        public int headerCount(String name) {
            return exchange.getRequestHeaders().getOrDefault(name, List.of()).size();
        }

        @Override
        public String remoteAddress() {
            return exchange.getRemoteAddress().getAddress().getHostAddress();
        }
    }

    @Test
    void whatTheCommandLineAsksArrivesAndComesBack() {
        var agent = new AdminApi.NewAgent("anna", "Anna \"A\"", "admin", List.of("sales"), List.of("ru"), 3);

        assertThat(client.addAgent(agent)).isEqualTo("http://desk/welcome#token");
        assertThat(api.added).containsExactly(agent);
        assertThat(client.agents()).isEqualTo(api.agents());
        assertThat(client.deadLetters(5)).isEqualTo(api.deadLetters(5));
        assertThat(client.deadLetter(9007199254740993L)).contains(Remembering.LETTER);
        assertThat(client.deadLetter(1)).isEmpty();
        assertThat(client.redrive(9007199254740993L)).isTrue();
        assertThat(client.notices(5)).isEqualTo(api.notices(5));
        assertThat(client.heard(17, 5)).isEqualTo(api.heard(17, 5));
        assertThat(client.disableAgent("anna")).isTrue();
        assertThat(client.disableAgent("nobody")).isFalse();
        assertThat(client.reachable()).isTrue();
    }

    @Test
    void aRefusalComesBackInItsOwnWords() {
        var agent = new AdminApi.NewAgent("anna", "Anna", "agent", List.of("nowhere"), List.of(), 0);

        assertThatThrownBy(() -> client.addAgent(agent)).hasMessage("there is no team 'nowhere'");
    }

    @Test
    void nobodyWithoutTheTokenIsAnswered() {
        var stranger =
                new AdminClient(http, new AdminFiles.Process(server.getAddress().getPort(), "guess"));

        assertThatThrownBy(stranger::agents).hasMessage("only for the command line on this machine");
    }

    @Test
    void onlyThisUserCanReadTheTokenAndItGoesWithTheProcess() throws IOException {
        var token = data.resolve("admin.token");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(token)).hasSize(64);
        new AdminFiles(data).withdraw();
        assertThat(new AdminFiles(data).process()).isEmpty();
    }

    @Test
    void aProcessThatIsGoneIsNotReachable() {
        server.stop(0);

        assertThat(client.reachable()).isFalse();
    }

    private static final class Remembering implements AdminApi {
        private static final DeadLine LETTER =
                new DeadLine(9007199254740993L, "site", "unreadable", "no \"text\"", 1700000000000L, "{\n\u0001}");
        private final List<NewAgent> added = new ArrayList<>();

        @Override
        public String addAgent(NewAgent agent) {
            if (agent.teams().contains("nowhere")) {
                throw new IllegalArgumentException("there is no team 'nowhere'");
            }
            added.add(agent);
            return "http://desk/welcome#token";
        }

        @Override
        public List<AgentLine> agents() {
            return List.of(new AgentLine("anna", "Anna", "admin", true, "online", 2));
        }

        @Override
        public boolean disableAgent(String id) {
            return id.equals("anna");
        }

        @Override
        public List<DeadLine> deadLetters(int limit) {
            return List.of(LETTER);
        }

        @Override
        public Optional<DeadLine> deadLetter(long id) {
            return Optional.of(LETTER).filter(letter -> letter.id() == id);
        }

        @Override
        public List<NoticeLine> notices(int limit) {
            return List.of(
                    new NoticeLine(9007199254740993L, "phone", "account_update", "{\"event\":\"x\"}", 1700000000000L));
        }

        @Override
        public List<HeardLine> heard(long since, int most) {
            return List.of(new HeardLine(since, "where \"is\" it?\n", "", 0.25, "support", "sales"));
        }

        @Override
        public boolean redrive(long id) {
            return id == LETTER.id();
        }
    }
}
