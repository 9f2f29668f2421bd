package dev.frontdesk.channel.webchat;

import dev.frontdesk.api.channel.HttpCall;
import dev.frontdesk.api.channel.HttpReply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The bundled scripts and styles, each under a name that changes with its content, so that browsers may keep it for ever. */
final class Assets {

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Blob> blobs = new LinkedHashMap<>();

    Assets(String... files) {
        for (var file : files) {
            var bytes = read(file);
            var dot = file.lastIndexOf('.');
            var name = file.substring(0, dot) + "." + Digests.sha256(bytes).substring(0, 10) + file.substring(dot);
            var type = file.endsWith(".css") ? "text/css" : "text/javascript";
            names.put(file, name);
            blobs.put(name, new Blob(type, bytes));
        }
    }

    /** The name under which a file is served. */
    String name(String file) {
        var name = names.get(file);
        if (name == null) {
            throw new IllegalArgumentException(file + " is not in the bundle");
        }
        return name;
    }

    /** 404 for anything that is not in the bundle: names are looked up, never opened. */
    HttpReply serve(HttpCall call) {
        var blob = blobs.get(call.rest());
        if (blob == null) {
            return HttpReply.status(404);
        }
        var headers = new HashMap<String, String>();
        headers.put("Cache-Control", "public, max-age=31536000, immutable");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        return blob.reply(call, headers);
    }

    static String text(String file) {
        return new String(read(file), StandardCharsets.UTF_8);
    }

    private static byte[] read(String file) {
        try (var in = Assets.class.getResourceAsStream("assets/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing: the module was built without its pages");
            }
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
