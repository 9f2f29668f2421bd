package dev.frontdesk.channel.webchat;

import dev.frontdesk.api.ChannelId;
import dev.frontdesk.api.channel.HttpCall;
import dev.frontdesk.api.channel.HttpReply;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** What a browser loads: the script for the host's page, the page in the frame, and the made-up shop. */
final class Pages {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-src 'self'; frame-ancestors ";

    private static final String HTML = """
        <!doctype html>
        <html lang="%s" data-theme="%s">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="frontdesk" content="%s">
        <title>%s</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="assets/%s">
        <script type="module" src="assets/%s"></script>
        </head>
        <body><div id="app"></div>%s</body>
        </html>
        """;

    /** All that a site needs. */
    private static final String WIDGET = "<script async src=\"widget.js\"></script>";

    private final Assets assets = new Assets("frame.js", "frame.css", "demo.js", "demo.css");
    private final WebChatSettings settings;
    private final Origins origins;
    private final Blob widget;
    private final Blob frame;
    private final Blob demo;

    Pages(ChannelId id, WebChatSettings settings) {
        this.settings = settings;
        origins = new Origins(settings.allowedOrigins());
        var palette = Palette.of(settings.colour());
        var theme = settings.theme().name().toLowerCase(Locale.ROOT);
        var config = Map.of(
                "id", id.value(),
                "title", settings.title(),
                "greeting", settings.greeting(),
                "languages", settings.languages(),
                "theme", theme,
                "origins", origins.allowed(),
                "limit", WebChat.TEXT_LIMIT,
                "file", settings.filesPerHour() > 0 ? Uploading.MOST : 0,
                "palette", palette);
        widget = new Blob("text/javascript", script(config).getBytes(StandardCharsets.UTF_8));
        frame = page("frame", theme, config, settings.title(), "");
        demo = page("demo", theme, Map.of("languages", settings.languages()), "Lumen & Co", WIDGET);
    }

    private static String script(Map<String, Object> config) {
        return "(()=>{const FRONTDESK_CONFIG=" + Json.text(config) + ";" + Assets.text("widget.js") + "})();";
    }

    private Blob page(String name, String theme, Object config, String title, String end) {
        var html = HTML.formatted(
                settings.languages().getFirst(),
                theme,
                escape(Json.text(config)),
                escape(title),
                assets.name(name + ".css"),
                assets.name(name + ".js"),
                end);
        return new Blob("text/html", html.getBytes(StandardCharsets.UTF_8));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    HttpReply widget(HttpCall call) {
        return widget.reply(
                call, Map.of("Cache-Control", "public, max-age=300", "Cross-Origin-Resource-Policy", "cross-origin"));
    }

    HttpReply frame(HttpCall call) {
        return frame.reply(
                call,
                Map.of(
                        "Cache-Control", "no-cache",
                        "Content-Security-Policy", POLICY + origins.frameAncestors(),
                        "Cross-Origin-Embedder-Policy", "require-corp",
                        "Cross-Origin-Resource-Policy", "cross-origin",
                        "Referrer-Policy", "no-referrer"));
    }

    HttpReply demo(HttpCall call) {
        return demo.reply(
                call,
                Map.of(
                        "Cache-Control", "no-cache",
                        "Content-Security-Policy", POLICY + "'none'",
                        "Referrer-Policy", "no-referrer"));
    }

    HttpReply asset(HttpCall call) {
        return assets.serve(call);
    }

    /** What the browser of a visitor loads before and after the first click, packed. */
    int loaderSize() {
        return widget.packedSize();
    }
}
