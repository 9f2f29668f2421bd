package dev.frontdesk.web;

import dev.frontdesk.web.http.BodyRoom;
import dev.frontdesk.web.http.Deadlines;
import dev.frontdesk.web.http.Dispatcher;
import dev.frontdesk.web.http.ErrorAnswers;
import dev.frontdesk.web.http.Gate;
import dev.frontdesk.web.http.HeaderTime;
import dev.frontdesk.web.http.Peers;
import dev.frontdesk.web.http.RequestCounts;
import dev.frontdesk.web.http.RouteTable;
import dev.frontdesk.web.http.SecurityHeaders;
import dev.frontdesk.web.ops.Metrics;
import io.helidon.common.socket.SocketOptions;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import java.time.Duration;

/** The listening socket with its limits. */
final class Server implements AutoCloseable {
    private static final int MAX_CONNECTIONS = 8192;
    private static final int MAX_HEADERS = 32 * 1024;
    private static final int MAX_REQUEST_LINE = 8 * 1024;
    private static final int MAX_JSON = 128 * 1024;
    /** A body that is longer than an address takes by no more than this is refused by us, who read it to its end: its sender sees why. */
    private static final int SLACK = 1 << 20;

    /** Of 192 MB. */
    private static final int BODIES = 48_000_000;

    private final WebServer listening;
    private final Deadlines deadlines;

    private Server(WebServer listening, Deadlines deadlines) {
        this.listening = listening;
        this.deadlines = deadlines;
    }

    /** @param maxBody the longest body any endpoint takes: what is much longer is cut off before anybody looks at it */
    static Server start(WebSettings settings, RouteTable table, Gate gate, Metrics metrics, long maxBody) {
        var deadlines = new Deadlines();
        var headers = new SecurityHeaders(settings.https());
        var counts = new RequestCounts();
        metrics.count(counts);
        var dispatcher = new Dispatcher(
                table, gate, headers, new Peers(settings.trustedProxies()), deadlines, counts, new BodyRoom(BODIES));
        var listening = WebServer.builder()
                .host(settings.bind())
                .port(settings.port())
                .shutdownHook(false)
                .featuresDiscoverServices(false)
                .protocolsDiscoverServices(false)
                .maxTcpConnections(MAX_CONNECTIONS)
                .maxPayloadSize(Math.max(maxBody, MAX_JSON) + SLACK)
                .idleConnectionTimeout(Duration.ofSeconds(75))
                .idleConnectionPeriod(Duration.ofSeconds(5))
                .shutdownGracePeriod(Duration.ofSeconds(1))
                .connectionOptions(SocketOptions.builder().tcpNoDelay(true).build())
                .directHandlers(ErrorAnswers.handlers(headers))
                .addProtocol(Http1Config.builder()
                        .maxHeadersSize(MAX_HEADERS)
                        .maxPrologueLength(MAX_REQUEST_LINE)
                        .addReceiveListener(new HeaderTime(deadlines))
                        .build())
                .addRouting(HttpRouting.builder().any(dispatcher))
                .build();
        deadlines.start();
        listening.start();
        return new Server(listening, deadlines);
    }

    int port() {
        return listening.port();
    }

    @Override
    public void close() {
        deadlines.close();
        listening.stop();
    }
}
