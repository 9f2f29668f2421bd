package dev.frontdesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.web.auth.Passwords;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInTest {

    @Test
    void aSessionIsKeptAsADigestAndItsCookieIsOutOfReachOfScripts() {
        try (var site = new Site()) {
            var answer = signIn(site);
            String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
            assertThat(cookie)
                    .startsWith("fd=")
                    .contains("HttpOnly")
                    .contains("SameSite=Lax")
                    .contains("Path=/");
            String token = cookie.substring(3, cookie.indexOf(';'));
            assertThat(token).hasSizeGreaterThanOrEqualTo(43);
            assertThat(site.accounts.sessions.keySet()).hasSize(1).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
            assertThat(site.accounts.sessions).doesNotContainKey(token);
        }
    }

    @Test
    void underAnHttpsAddressTheCookieIsBoundToTheHostAndToTls() {
        var options = new Site.Options();
        options.publicUrl = Optional.of(URI.create("https://chat.example.com"));
        try (var site = new Site(options)) {
            var answer = signIn(site);
            assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("__Host-fd=")
                    .contains("; Secure");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(new Browser(site, answer).get("/api/me").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void everySignInMakesANewSessionAndEndsTheOneThatCame() {
        try (var site = new Site()) {
            var first = site.signedIn("anna");
            var again = site.send(site.request("POST", "/api/login", body("anna", Site.PASSWORD))
                    .header("Origin", site.origin())
                    .header("Cookie", first.cookie));
            assertThat(again.headers().firstValue("Set-Cookie").orElseThrow()).doesNotStartWith(first.cookie);
            assertThat(first.get("/api/me").statusCode()).isEqualTo(401);
            var planted = site.send(site.request("POST", "/api/login", body("anna", Site.PASSWORD))
                    .header("Origin", site.origin())
                    .header("Cookie", "fd=chosen-by-an-attacker"));
            assertThat(planted.headers().firstValue("Set-Cookie").orElseThrow())
                    .doesNotContain("chosen-by-an-attacker");
        }
    }

    @Test
    void signingOutEndsTheSession() {
        try (var site = new Site()) {
            var browser = site.signedIn("anna");
            assertThat(browser.post("/api/logout", "").statusCode()).isEqualTo(204);
            assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void aSessionEndsAfterTwelveIdleHoursAndAfterThirtyDays() {
        try (var site = new Site()) {
            var browser = site.signedIn("anna");
            site.now.addAndGet(Duration.ofHours(11).toMillis());
            assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
            site.now.addAndGet(Duration.ofHours(13).toMillis());
            assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);

            var busy = site.signedIn("anna");
            for (int i = 0; i < 65; i++) {
                site.now.addAndGet(Duration.ofHours(11).toMillis());
                assertThat(busy.get("/api/me").statusCode()).isEqualTo(200);
            }
            site.now.addAndGet(Duration.ofHours(11).toMillis());
            assertThat(busy.get("/api/me").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void unknownAndDisabledAgentsAndWrongPasswordsAreAnsweredAlike() {
        try (var site = new Site()) {
            signIn(site);
            var unknown = site.login("nobody", "some long password");
            var wrong = site.login("anna", "some long password");
            site.directory.disable("anna");
            site.now.addAndGet(2_000);
            var disabled = site.login("anna", Site.PASSWORD);
            assertThat(unknown.statusCode()).isEqualTo(401);
            assertThat(unknown.body())
                    .contains("bad-credentials")
                    .isEqualTo(wrong.body())
                    .isEqualTo(disabled.body());
        }
    }

    @Test
    void guessesAreSlowedDownByAccountAndByAddress() {
        try (var site = new Site()) {
            int answered = 0;
            for (int i = 0; i < 200; i++) {
                answered += site.login("anna", "guess number " + i).statusCode() == 401 ? 1 : 0;
            }
            assertThat(answered).isEqualTo(5);
            var refused = site.login("anna", Site.PASSWORD);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0))
                    .isPositive();

            site.now.addAndGet(Duration.ofHours(1).toMillis());
            int spread = 0;
            for (int i = 0; i < 200; i++) {
                spread += site.login("agent" + i, "the same guess").statusCode() == 401 ? 1 : 0;
            }
            assertThat(spread).isEqualTo(20);
            site.now.addAndGet(Duration.ofHours(1).toMillis());
            assertThat(signIn(site).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void passwordsAreArgon2idAndAreHashedAgainWhenTheCostRises() throws Exception {
        var options = new Site.Options();
        options.cost = new Passwords.Cost(128, 2, 1);
        try (var site = new Site(options)) {
            signIn(site);
            assertThat(site.accounts.passwords.get("anna")).startsWith("$argon2id$v=19$m=128,t=2,p=1$");
            site.now.addAndGet(60_000);
            assertThat(site.login("anna", Site.PASSWORD).statusCode()).isEqualTo(200);
        }
        assertThat(new Passwords().hash("x")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(new Passwords(Site.CHEAP).verify("x", "x")).isFalse();
        assertThat(new Passwords(Site.CHEAP).verify("", "")).isFalse();
    }

    @Test
    void aLinkWorksOnceWithinAnHourAndAWeakPasswordDoesNotUseItUp() {
        try (var site = new Site()) {
            String token = site.links.issue("anna").substring("/welcome#".length());
            assertThat(welcome(site, token, "short").statusCode()).isEqualTo(422);
            var in = welcome(site, token, "a password long enough");
            assertThat(in.statusCode()).isEqualTo(200);
            assertThat(in.body()).contains("\"hasPassword\":true");
            assertThat(welcome(site, token, "another long password").statusCode())
                    .isEqualTo(401);
            assertThat(site.login("anna", "a password long enough").statusCode())
                    .isEqualTo(200);

            String late = site.links.issue("anna").substring("/welcome#".length());
            site.now.addAndGet(Duration.ofMinutes(61).toMillis());
            assertThat(welcome(site, late, "a password long enough").body()).contains("bad-token");
        }
    }

    @Test
    void aNewPasswordNeedsTheOldOneAndEndsTheOtherSessions() {
        try (var site = new Site()) {
            var here = site.signedIn("anna");
            var there = site.signedIn("anna");
            var wrong =
                    here.send("PATCH", "/api/me", "{\"password\":\"a new long password\",\"oldPassword\":\"guess\"}");
            assertThat(wrong.statusCode()).isEqualTo(403);
            var right = here.send(
                    "PATCH",
                    "/api/me",
                    "{\"password\":\"a new long password\",\"oldPassword\":\"" + Site.PASSWORD + "\"}");
            assertThat(right.statusCode()).isEqualTo(200);
            assertThat(here.get("/api/me").statusCode()).isEqualTo(200);
            assertThat(there.get("/api/me").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void aDisabledAgentIsSignedOut() {
        try (var site = new Site()) {
            var browser = site.signedIn("anna");
            site.directory.disable("anna");
            site.now.addAndGet(2_000);
            assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void availabilityIsDeclaredAndWakesTheMatcher() {
        try (var site = new Site()) {
            var browser = site.signedIn("anna");
            var answer = browser.send("PUT", "/api/me/availability", "{\"availability\":\"online\"}");
            assertThat(answer.body()).contains("\"availability\":\"online\"");
            assertThat(site.desk.looks).hasValue(1);
            assertThat(browser.get("/api/bootstrap").body())
                    .contains("\"id\":\"anna\",\"name\":\"ANNA\",\"availability\":\"online\"");
            site.now.addAndGet(61_000);
            assertThat(browser.get("/api/bootstrap").body())
                    .contains("\"id\":\"anna\",\"name\":\"ANNA\",\"availability\":\"offline\"");
            assertThat(browser.post("/api/me/heartbeat", "").statusCode()).isEqualTo(204);
            assertThat(site.desk.looks).hasValue(2);
            assertThat(browser.get("/api/bootstrap").body())
                    .contains("\"id\":\"anna\",\"name\":\"ANNA\",\"availability\":\"online\"");
            assertThat(browser.send("PUT", "/api/me/availability", "{\"availability\":\"asleep\"}")
                            .statusCode())
                    .isEqualTo(422);
        }
    }

    private static java.net.http.HttpResponse<String> signIn(Site site) {
        site.signedIn("anna");
        site.accounts.sessions.clear();
        return site.login("anna", Site.PASSWORD);
    }

    private static String body(String agent, String password) {
        return "{\"agent\":\"" + agent + "\",\"password\":\"" + password + "\"}";
    }

    private static java.net.http.HttpResponse<String> welcome(Site site, String token, String password) {
        return site.post("/api/welcome", "{\"token\":\"" + token + "\",\"password\":\"" + password + "\"}");
    }
}
