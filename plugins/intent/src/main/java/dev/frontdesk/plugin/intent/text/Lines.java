package dev.frontdesk.plugin.intent.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The word lists that come with the plugin: {@code key: word word …}, one a line, # begins a comment. */
final class Lines {
    private Lines() {}

    static Map<String, List<String>> map(String resource) {
        var map = new LinkedHashMap<String, List<String>>();
        for (var line : read(resource).lines().map(String::strip).toList()) {
            int colon = line.indexOf(':');
            if (!line.startsWith("#") && colon > 0) {
                map.put(
                        line.substring(0, colon).strip(),
                        List.of(line.substring(colon + 1).strip().split("\\s+")));
            }
        }
        return Map.copyOf(map);
    }

    private static String read(String resource) {
        try (var in = Objects.requireNonNull(Lines.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
