package dev.frontdesk.web;

import dev.frontdesk.engine.Settings;
import dev.frontdesk.web.assets.Assets;
import dev.frontdesk.web.assets.PageRoutes;
import dev.frontdesk.web.auth.Access;
import dev.frontdesk.web.auth.Attempts;
import dev.frontdesk.web.auth.Guard;
import dev.frontdesk.web.auth.Links;
import dev.frontdesk.web.auth.MeRoutes;
import dev.frontdesk.web.auth.Passwords;
import dev.frontdesk.web.auth.SessionCookie;
import dev.frontdesk.web.auth.Sessions;
import dev.frontdesk.web.auth.SignInRoutes;
import dev.frontdesk.web.endpoints.EndpointRoutes;
import dev.frontdesk.web.endpoints.EndpointTable;
import dev.frontdesk.web.file.FileRoutes;
import dev.frontdesk.web.http.Route;
import dev.frontdesk.web.http.RouteTable;
import dev.frontdesk.web.http.Routes;
import dev.frontdesk.web.inbox.BootstrapRoutes;
import dev.frontdesk.web.inbox.CommandRoutes;
import dev.frontdesk.web.inbox.ContactRoutes;
import dev.frontdesk.web.inbox.FormRoutes;
import dev.frontdesk.web.inbox.ConversationRoutes;
import dev.frontdesk.web.inbox.ListRoutes;
import dev.frontdesk.web.letter.LetterRoutes;
import dev.frontdesk.web.live.Live;
import dev.frontdesk.web.live.LiveRoutes;
import dev.frontdesk.web.ops.Health;
import dev.frontdesk.web.ops.Metrics;
import dev.frontdesk.web.ops.OpsRoutes;
import dev.frontdesk.web.staff.AvailabilityRoutes;
import dev.frontdesk.web.staff.Heartbeats;
import dev.frontdesk.web.staff.Staff;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that Frontdesk answers over HTTP, on one port. */
public final class FrontdeskWeb implements AutoCloseable {
    private final WebSettings web;
    private final Settings settings;
    private final WebPorts ports;
    private final Staff staff;
    private final Sessions sessions;
    private final Links links;
    private final Passwords passwords;
    private final Live live;
    private final Assets assets;
    private final Health health;
    private final Metrics metrics;
    private final AdminToken adminToken;
    private @Nullable Server server;

    @Inject
    public FrontdeskWeb(
            WebSettings web,
            Settings settings,
            WebPorts ports,
            Staff staff,
            Sessions sessions,
            Links links,
            Passwords passwords,
            Live live,
            Assets assets,
            Health health,
            Metrics metrics,
            AdminToken adminToken) {
        this.web = web;
        this.settings = settings;
        this.ports = ports;
        this.staff = staff;
        this.sessions = sessions;
        this.links = links;
        this.passwords = passwords;
        this.live = live;
        this.assets = assets;
        this.health = health;
        this.metrics = metrics;
        this.adminToken = adminToken;
    }

    /** Answers from here on. */
    public synchronized void start(EndpointTable endpoints) {
        if (server != null) {
            throw new IllegalStateException("the web server runs already");
        }
        var table = new RouteTable(routes(endpoints));
        var gate = new Guard(new Access(), sessions, staff, new SessionCookie(web.https()), web, adminToken.value());
        live.start();
        server = Server.start(web, table, gate, metrics, longestBody(endpoints));
        Thread.ofVirtual().name("jvm-meters").start(metrics::ready);
    }

    /** An agent's file is the longest there is, unless an endpoint takes more. */
    private long longestBody(EndpointTable endpoints) {
        return Math.max(ports.files().maxSize(), endpoints.maxBody());
    }

    /** The port it listens on. */
    public synchronized int port() {
        if (server == null) {
            throw new IllegalStateException("the web server does not run");
        }
        return server.port();
    }

    /** Ends every stream and stops listening. */
    @Override
    public synchronized void close() {
        live.close();
        if (server != null) {
            server.close();
            server = null;
        }
    }

    /** Everything that is answered, in the order of docs/rest.md. */
    List<Route> routes(EndpointTable endpoints) {
        var cookie = new SessionCookie(web.https());
        var attempts = new Attempts(ports.clock());
        var heartbeats = new Heartbeats(ports.directory(), ports.desk(), staff, ports.clock());
        var all = List.<Routes>of(
                new PageRoutes(assets),
                new SignInRoutes(ports.accounts(), sessions, links, passwords, attempts, staff, cookie),
                new MeRoutes(ports.accounts(), sessions, passwords, attempts, staff),
                new AvailabilityRoutes(heartbeats, staff, ports.accounts()),
                new BootstrapRoutes(settings, web, staff, ports),
                new FormRoutes(ports.desk()),
                new ListRoutes(ports.inbox(), ports.events()),
                new ConversationRoutes(ports.inbox(), ports.events()),
                new CommandRoutes(ports.inbox(), ports.desk(), staff, settings),
                new ContactRoutes(ports.inbox(), ports.desk()),
                new FileRoutes(ports.inbox(), ports.files(), ports.desk()),
                new LetterRoutes(ports.inbox(), ports.files()),
                new LiveRoutes(live, ports.events(), sessions, staff),
                new EndpointRoutes(endpoints),
                new OpsRoutes(health, metrics));
        return all.stream().flatMap(routes -> routes.routes().stream()).toList();
    }
}
