package dev.frontdesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;

/** A signed-in page: its cookie and its token. */
final class Browser {
    private static final Pattern CSRF = Pattern.compile("\"csrf\":\"([^\"]+)\"");

    final Site site;
    final String cookie;
    final String csrf;

    Browser(Site site, HttpResponse<String> signIn) {
        assertThat(signIn.statusCode()).as(signIn.body()).isEqualTo(200);
        this.site = site;
        this.cookie = signIn.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        var found = CSRF.matcher(signIn.body());
        assertThat(found.find()).isTrue();
        this.csrf = found.group(1);
    }

    HttpRequest.Builder request(String method, String path, String body) {
        return site.request(method, path, body)
                .header("Cookie", cookie)
                .header("X-CSRF-Token", csrf)
                .header("Origin", site.origin());
    }

    HttpResponse<String> get(String path) {
        return site.send(site.request("GET", path, "").header("Cookie", cookie));
    }

    HttpResponse<String> send(String method, String path, String body) {
        return site.send(request(method, path, body));
    }

    HttpResponse<String> post(String path, String body) {
        return send("POST", path, body);
    }

    Stream events(String after) {
        return new Stream(site, cookie, after);
    }
}
