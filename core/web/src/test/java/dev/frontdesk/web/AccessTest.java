package dev.frontdesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.web.auth.Access;
import dev.frontdesk.web.auth.Access.Rule;
import dev.frontdesk.web.endpoints.EndpointTable;
import dev.frontdesk.web.http.Route;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Generated from the route table: a new route without a rule, or one that forgets its checks, fails here. */
class AccessTest {
    private final Access access = new Access();

    private static List<Route> routes(Site site) {
        return site.web.routes(EndpointTable.builder().build());
    }

    private List<Route> routes(Site site, Rule rule) {
        return routes(site).stream()
                .filter(route -> access.rule(route).orElseThrow() == rule)
                .toList();
    }

    private static String path(Route route) {
        return route.path().replace("{id}", "101").replace("{name}", "x.js").replace("*", "x");
    }

    private static String method(Route route) {
        return route.method().equals(Route.ANY) ? "POST" : route.method();
    }

    @Test
    void everyRouteHasARuleAndEveryRuleARoute() {
        try (var site = new Site()) {
            assertThat(routes(site))
                    .allSatisfy(route ->
                            assertThat(access.rule(route)).as(route.key()).isPresent());
            assertThat(routes(site).stream().map(Route::key)).containsExactlyInAnyOrderElementsOf(Access.known());
        }
    }

    @Test
    void withoutASessionEveryRouteOfAgentsAnswers401() {
        try (var site = new Site()) {
            assertThat(routes(site, Rule.AGENT)).hasSizeGreaterThan(15).allSatisfy(route -> {
                var answer =
                        site.send(site.request(method(route), path(route), "").header("Origin", site.origin()));
                assertThat(answer.statusCode()).as(route.key()).isEqualTo(401);
            });
        }
    }

    @Test
    void whatChangesSomethingNeedsTheTokenOfTheSession() {
        try (var site = new Site()) {
            var browser = site.signedIn("anna");
            assertThat(changing(site)).hasSizeGreaterThan(8).allSatisfy(route -> {
                var without = site.request(route.method(), path(route), "{}")
                        .header("Cookie", browser.cookie)
                        .header("Origin", site.origin());
                assertThat(site.send(without).statusCode()).as(route.key()).isEqualTo(403);
                var wrong = site.request(route.method(), path(route), "{}")
                        .header("Cookie", browser.cookie)
                        .header("X-CSRF-Token", "guessed")
                        .header("Origin", site.origin());
                assertThat(site.send(wrong).statusCode()).as(route.key()).isEqualTo(403);
            });
        }
    }

    @Test
    void whatChangesSomethingIsRefusedToOtherSites() {
        try (var site = new Site()) {
            var browser = site.signedIn("anna");
            var all = new java.util.ArrayList<>(changing(site));
            all.addAll(routes(site, Rule.FRONT_DOOR));
            assertThat(all).allSatisfy(route -> {
                for (String origin : List.of("https://evil.example", "null", "http://127.0.0.1:1")) {
                    var foreign = site.request(route.method(), path(route), "{}")
                            .header("Cookie", browser.cookie)
                            .header("X-CSRF-Token", browser.csrf)
                            .header("Origin", origin);
                    assertThat(site.send(foreign).statusCode()).as(route.key()).isEqualTo(403);
                }
                var none = site.request(route.method(), path(route), "{}")
                        .header("Cookie", browser.cookie)
                        .header("X-CSRF-Token", browser.csrf);
                assertThat(site.send(none).statusCode()).as(route.key()).isEqualTo(403);
            });
        }
    }

    private List<Route> changing(Site site) {
        return routes(site, Rule.AGENT).stream().filter(route -> !route.reads()).toList();
    }

    @Test
    void anUnknownRouteIsDenied() {
        assertThat(access.rule(new Route("GET", "/api/secrets", _ -> {}))).isEmpty();
    }
}
