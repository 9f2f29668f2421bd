package dev.frontdesk.web;

import dev.frontdesk.api.channel.HttpEndpoint;
import dev.frontdesk.engine.Settings;
import dev.frontdesk.web.assets.Assets;
import dev.frontdesk.web.auth.Links;
import dev.frontdesk.web.auth.Passwords;
import dev.frontdesk.web.auth.Sessions;
import dev.frontdesk.web.endpoints.EndpointTable;
import dev.frontdesk.web.live.Live;
import dev.frontdesk.web.ops.Health;
import dev.frontdesk.web.ops.HealthPart;
import dev.frontdesk.web.ops.Metrics;
import dev.frontdesk.web.staff.Staff;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** A real server on a free port over ports in memory, and a browser to call it. */
final class Site implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";
    static final Passwords.Cost CHEAP = new Passwords.Cost(64, 1, 1);

    final AtomicLong now = new AtomicLong(Instant.parse("2026-03-01T10:00:00Z").toEpochMilli());
    final InstantSource clock = () -> Instant.ofEpochMilli(now.get());
    final FakeAccounts accounts = new FakeAccounts();
    final FakeDirectory directory = new FakeDirectory();
    final FakeInbox inbox = new FakeInbox();
    final FakeLog log = new FakeLog();
    final FakeFiles files = new FakeFiles();
    final FakeDesk desk = new FakeDesk(files);
    final Links links = new Links(accounts, clock);
    final Live live;
    final FrontdeskWeb web;
    final WebSettings settings;
    volatile Optional<String> trouble = Optional.empty();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Site(Options options) {
        directory.add("anna", "agent");
        directory.add("boris", "admin");
        settings = new WebSettings(
                0,
                "127.0.0.1",
                options.publicUrl,
                options.trusted,
                options.metricsToken.map(token -> () -> token),
                List.of(new WebSettings.ChannelInfo("site", "webchat", "Acme")));
        var engine = new Settings(
                "Acme",
                ZoneOffset.UTC,
                List.of(Locale.ENGLISH),
                "sales",
                Map.of(),
                Map.of(),
                List.of("Solved", "Spam"),
                Settings.ClosePolicy.CATEGORY,
                Duration.ZERO,
                false,
                3,
                Duration.ofSeconds(60),
                Duration.ofSeconds(1));
        var staff = new Staff(directory, engine, clock);
        var sessions = new Sessions(accounts, clock);
        live = new Live(log, inbox, staff, sessions, new Live.Pace(Duration.ofMillis(50), options.ping));
        web = new FrontdeskWeb(
                settings,
                engine,
                new WebPorts(accounts, directory, inbox, log, desk, files, clock),
                staff,
                sessions,
                links,
                new Passwords(options.cost),
                live,
                new Assets("/pages/"),
                new Health(HealthPart.check("store", () -> {}), List.of(new HealthPart("telegram", () -> trouble))),
                new Metrics(),
                new AdminToken("the-admin-token"));
        web.start(EndpointTable.builder()
                .channel("site", options.endpoints)
                .admin(options.admin)
                .build());
    }

    Site() {
        this(new Options());
    }

    /** What differs between tests. */
    static final class Options {
        Optional<URI> publicUrl = Optional.empty();
        Set<String> trusted = Set.of();
        Optional<String> metricsToken = Optional.empty();
        Duration ping = Duration.ofSeconds(15);
        Passwords.Cost cost = CHEAP;
        List<HttpEndpoint> endpoints = List.of();
        List<HttpEndpoint> admin = List.of();
    }

    String origin() {
        return settings.publicUrl().map(URI::toString).orElse("http://127.0.0.1:" + web.port());
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + web.port() + path);
    }

    HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(20))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpClient http() {
        return http;
    }

    HttpResponse<String> get(String path) {
        return send(request("GET", path, ""));
    }

    /** From a page of this site, without a session. */
    HttpResponse<String> post(String path, String body) {
        return send(request("POST", path, body).header("Origin", origin()));
    }

    HttpResponse<String> login(String agent, String password) {
        return post("/api/login", "{\"agent\":\"" + agent + "\",\"password\":\"" + password + "\"}");
    }

    /** Signs in with a password that is made for it. */
    Browser signedIn(String agent) {
        try {
            accounts.passwords.putIfAbsent(agent, new Passwords(CHEAP).hash(PASSWORD));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new Browser(this, login(agent, PASSWORD));
    }

    @Override
    public void close() {
        web.close();
        http.shutdownNow();
    }
}
