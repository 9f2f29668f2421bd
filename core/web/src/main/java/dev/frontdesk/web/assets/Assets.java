package dev.frontdesk.web.assets;

import dev.frontdesk.web.auth.Digests;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** What the build put on the class path, read once. The name of an asset holds a digest of it, so it never changes. */
public final class Assets {
    private static final String FOLDER = "/dev/frontdesk/web/assets/";

    /** @param gzip the same, compressed; empty when that is not shorter */
    record Asset(String type, byte[] plain, byte[] gzip) {}

    private final Map<String, Asset> byName = new HashMap<>();
    private final Asset page;

    @Inject
    public Assets() {
        this(FOLDER);
    }

    /** @param folder on the class path, with inbox.html, inbox.js and inbox.css */
    public Assets(String folder) {
        String script = add(folder, "inbox", "js", "text/javascript; charset=utf-8");
        String style = add(folder, "inbox", "css", "text/css; charset=utf-8");
        var html = new String(read(folder + "inbox.html"), StandardCharsets.UTF_8)
                .replace("{{js}}", "/assets/" + script)
                .replace("{{css}}", "/assets/" + style);
        page = asset("text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    Asset page() {
        return page;
    }

    Optional<Asset> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private String add(String folder, String name, String suffix, String type) {
        byte[] bytes = read(folder + name + "." + suffix);
        String hash = HexFormat.of().formatHex(Digests.sha256(bytes)).substring(0, 10);
        String hashed = name + "." + hash + "." + suffix;
        byName.put(hashed, asset(type, bytes));
        return hashed;
    }

    private static Asset asset(String type, byte[] plain) {
        byte[] gzip = compress(plain);
        return new Asset(type, plain, gzip.length < plain.length ? gzip : new byte[0]);
    }

    private static byte[] read(String path) {
        try (var in = Assets.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the pages are not on the class path: " + path + " is missing; build core/web");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] compress(byte[] plain) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
