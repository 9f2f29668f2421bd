package dev.frontdesk.testkit.channel;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bytes that are no message: what a scanner, a broken proxy or an attacker with a valid credential hands over. */
public final class HostileBodies {

    /** One body. */
    public record HostileBody(String name, byte[] bytes) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<HostileBody> ALL = List.of(
            of("not JSON", "<html>502 Bad Gateway</html>"),
            of("empty", ""),
            of("an array", "[1,2,3]"),
            of("null", "null"),
            of("a number", "42"),
            of("a string", "\"id\""),
            of("an object with nothing known", "{\"kind\":\"hologram\",\"version\":9}"),
            of("cut off", "{\"id\":\"x\",\"te"),
            of("duplicate keys", "{\"id\":\"a\",\"id\":\"b\",\"text\":\"one\",\"text\":\"two\"}"),
            of("depth 10,000", "[".repeat(10_000) + "]".repeat(10_000)),
            of("objects 10,000 deep", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000)),
            of("one line of a megabyte", "{\"id\":\"x\",\"text\":\"" + "x".repeat(1_000_000) + "\"}"),
            of("a number of ten thousand digits", "{\"id\":" + "9".repeat(10_000) + "}"),
            of("1e999999999", "{\"id\":1e999999999}"),
            of("NUL", "\0\0\0"),
            of("NUL escaped", "{\"id\":\"\\u0000\",\"from\":\"\\u0000\",\"text\":\"\\u0000\"}"),
            of("lone surrogate escaped", "{\"id\":\"\\ud800\",\"from\":\"\\udc00\",\"text\":\"\\ud83d\"}"),
            of("wrong types", "{\"id\":[],\"from\":{},\"name\":1,\"text\":false}"),
            of("null values", "{\"id\":null,\"from\":null,\"name\":null,\"text\":null}"),
            of("something after the end", "{\"id\":\"x\"} {\"id\":\"y\"}"),
            new HostileBody("invalid UTF-8", new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, (byte) 0xFF, '"', '}'}),
            new HostileBody("a gzip header", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0}));

    private HostileBodies() {}

    /** All of them. */
    public static List<HostileBody> all() {
        return ALL;
    }

    private static HostileBody of(String name, String text) {
        return new HostileBody(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
