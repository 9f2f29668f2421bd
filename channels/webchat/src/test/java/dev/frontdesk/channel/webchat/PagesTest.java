package dev.frontdesk.channel.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.channel.HttpReply;
import dev.frontdesk.testkit.channel.Endpoints;
import dev.frontdesk.testkit.channel.FakeCall;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PagesTest {

    private static final Pattern ASSET = Pattern.compile("assets/[a-z]+\\.[A-Za-z0-9_-]{10}\\.(?:js|css)");

    private final WebChat chat = new WebChat(Some.settings(), new FakeChannelContext("site"));

    private static HttpReply.Full get(WebChat from, String path) throws InterruptedException {
        return (HttpReply.Full) Endpoints.call(from, FakeCall.get(path).header("Accept-Encoding", "gzip, br"));
    }

    private static String page(WebChat from, String path) throws InterruptedException {
        return Endpoints.body(Endpoints.call(from, FakeCall.get(path)));
    }

    private static List<String> assets(String page) {
        return ASSET.matcher(page).results().map(found -> found.group()).toList();
    }

    @Test
    void the_loader_fits_into_3_KB_and_the_frame_into_20_KB() throws Exception {
        assertThat(get(chat, "widget.js").body()).hasSizeLessThanOrEqualTo(3 * 1024);
        var size = 0;
        for (var asset : assets(page(chat, "frame"))) {
            size += get(chat, asset).body().length;
        }
        assertThat(size).isBetween(1024, 20 * 1024);
    }

    @Test
    void B11_only_our_own_and_allowed_sites_may_frame_the_chat() throws Exception {
        assertThat(get(chat, "frame").headers().get("Content-Security-Policy"))
                .endsWith("frame-ancestors 'self' https://shop.example");
        var open = new WebChat(Some.allowing("*"), new FakeChannelContext("site"));
        assertThat(get(open, "frame").headers().get("Content-Security-Policy")).endsWith("frame-ancestors *");
        var shut = new WebChat(Some.allowing(), new FakeChannelContext("site"));
        assertThat(get(shut, "frame").headers().get("Content-Security-Policy")).endsWith("frame-ancestors 'self'");
    }

    @Test
    void no_page_has_a_script_or_style_of_its_own() throws Exception {
        for (var path : List.of("frame", "demo")) {
            assertThat(page(chat, path))
                    .doesNotContain("<style", "style=")
                    .doesNotContainPattern("<script(?![^>]* src=)");
            assertThat(get(chat, path).headers().get("Content-Security-Policy"))
                    .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                    .doesNotContain("unsafe");
            assertThat(get(chat, path).headers()).containsEntry("X-Content-Type-Options", "nosniff");
        }
    }

    @Test
    void settings_cannot_break_out_of_a_page_or_script() throws Exception {
        var odd = new WebChat(Some.allowing(), new FakeChannelContext("site"));
        assertThat(page(odd, "frame")).contains("Acme &lt;/title&gt;").doesNotContain("Acme </title>");
        assertThat(page(odd, "widget.js")).contains("Acme </title>\\\"&");
    }

    @Test
    void assets_may_be_kept_for_ever_and_the_loader_for_five_minutes() throws Exception {
        var asset = get(chat, assets(page(chat, "frame")).getFirst());
        assertThat(asset.headers().get("Cache-Control")).contains("immutable");
        assertThat(asset.headers()).containsEntry("Content-Encoding", "gzip");
        var loader = get(chat, "widget.js");
        assertThat(loader.headers()).containsEntry("Cache-Control", "public, max-age=300");
        var again = FakeCall.get("widget.js")
                .header("If-None-Match", loader.headers().get("ETag"));
        assertThat(Endpoints.status(Endpoints.call(chat, again))).isEqualTo(304);
    }

    @Test
    void B15_nothing_but_the_bundle_is_served() throws Exception {
        for (var path : List.of(
                "assets/frame.js",
                "assets/../frame",
                "assets/%2e%2e/widget.js",
                "assets/..;/x",
                "assets/",
                "assets",
                "assets/../../WebChat.class",
                "ASSETS/frame.js",
                "frame/",
                "../site/frame")) {
            assertThat(Endpoints.status(Endpoints.call(chat, FakeCall.get(path))))
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void the_demo_page_is_one_script_tag_away_from_a_plain_shop_and_off_by_default() throws Exception {
        assertThat(page(chat, "demo")).contains("<script async src=\"widget.js\"></script>");
        var plain = new WebChat(Some.allowing(), new FakeChannelContext("site"));
        assertThat(Endpoints.status(Endpoints.call(plain, FakeCall.get("demo"))))
                .isEqualTo(404);
    }

    @Test
    void both_catalogues_have_the_same_texts_with_the_plurals_each_needs() throws Exception {
        var en = catalogue("en");
        var ru = catalogue("ru");
        assertThat(ru.fieldNames()).toIterable().containsExactlyElementsOf(() -> en.fieldNames());
        en.properties().forEach(entry -> {
            var russian = ru.get(entry.getKey());
            assertThat(russian.isObject())
                    .as(entry.getKey())
                    .isEqualTo(entry.getValue().isObject());
            assertThat(russian.toString().contains("{n}"))
                    .as(entry.getKey())
                    .isEqualTo(entry.getValue().toString().contains("{n}"));
            if (russian.isObject()) {
                assertThat(russian.fieldNames()).toIterable().contains("one", "few", "many", "other");
                assertThat(entry.getValue().fieldNames()).toIterable().contains("one", "other");
            }
        });
    }

    private static com.fasterxml.jackson.databind.JsonNode catalogue(String language) throws Exception {
        var file = java.nio.file.Path.of("src/main/web/i18n/" + language + ".json");
        return FakeWidget.parse(java.nio.file.Files.readString(file, StandardCharsets.UTF_8));
    }
}
