package dev.frontdesk.web.assets;

import dev.frontdesk.web.http.Exchange;
import dev.frontdesk.web.http.Refusal;
import dev.frontdesk.web.http.Route;
import dev.frontdesk.web.http.Routes;
import dev.frontdesk.web.http.SecurityHeaders;
import java.util.ArrayList;
import java.util.List;

/** Serves the page at each of its addresses, and its assets. */
public final class PageRoutes implements Routes {
    private static final List<String> PAGES = List.of("/", "/login", "/welcome", "/inbox", "/inbox/*");

    private final Assets assets;

    public PageRoutes(Assets assets) {
        this.assets = assets;
    }

    @Override
    public List<Route> routes() {
        var routes = new ArrayList<Route>();
        PAGES.forEach(path -> routes.add(new Route("GET", path, this::page)));
        routes.add(new Route("GET", "/assets/{name}", this::asset));
        return routes;
    }

    private void page(Exchange exchange) {
        exchange.set("Content-Security-Policy", SecurityHeaders.PAGE);
        send(exchange, assets.page());
    }

    private void asset(Exchange exchange) {
        var asset = assets.find(exchange.param("name")).orElseThrow(Refusal::notFound);
        exchange.set("Cache-Control", "public, max-age=31536000, immutable");
        send(exchange, asset);
    }

    private static void send(Exchange exchange, Assets.Asset asset) {
        exchange.set("Vary", "Accept-Encoding");
        boolean gzip = asset.gzip().length > 0
                && exchange.header("Accept-Encoding").orElse("").contains("gzip");
        if (gzip) {
            exchange.set("Content-Encoding", "gzip");
        }
        exchange.send(200, asset.type(), gzip ? asset.gzip() : asset.plain());
    }
}
