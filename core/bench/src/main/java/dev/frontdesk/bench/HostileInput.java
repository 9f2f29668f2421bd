package dev.frontdesk.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Something that a scanner, a broken proxy or an attacker sends. */
record HostileInput(String name, Sending sending) {

    /** Answers the status. */
    interface Sending {
        int send(Http http) throws IOException;
    }

    private static final String DEEP = "[".repeat(10_000) + "]".repeat(10_000);
    private static final String MEGABYTE = "x".repeat(1_000_000);
    private static final byte[] LONE_SURROGATE = {'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80, 'b'};

    static List<HostileInput> all() {
        var all = new ArrayList<HostileInput>();
        all.add(chat("not JSON", "<html>502 Bad Gateway</html>"));
        all.add(chat("nothing at all", ""));
        all.add(chat("cut off", "{\"id\":\"x\",\"te"));
        all.add(chat("10,000 deep", DEEP));
        all.add(chat("a message 10,000 deep", message("\"x\",\"more\":" + DEEP)));
        all.add(chat("unknown kind", "{\"id\":\"" + UUID.randomUUID() + "\",\"kind\":\"hologram\"}"));
        all.add(chat("NUL", message("\"a\\u0000b\"")));
        all.add(chat("bare NUL", message("\"a\0b\"")));
        all.add(chat("lone surrogate", message("\"a\\ud800b\"")));
        all.add(chat("a line of a megabyte", message("\"" + MEGABYTE + "\"")));
        all.add(new HostileInput(
                "chat: no visitor",
                http -> http.post(
                        "/channels/site/messages",
                        Map.of(),
                        message("\"hello\"").getBytes(UTF_8))));
        all.add(hook("NUL", "&from=eve", "a\0b".getBytes(UTF_8)));
        all.add(hook("lone surrogate", "&from=eve", LONE_SURROGATE));
        all.add(hook("10,000 deep", "&from=eve", DEEP.getBytes(UTF_8)));
        all.add(hook("a line of a megabyte", "&from=eve", MEGABYTE.getBytes(UTF_8)));
        all.add(hook("no sender", "", "hello".getBytes(UTF_8)));
        all.add(hook("a sender of NUL", "&from=%00", "hello".getBytes(UTF_8)));
        all.add(hook("a sender of half a pair", "&from=%ED%A0%80", "hello".getBytes(UTF_8)));
        all.add(chat("a step that throws", message("\"throw\"")));
        all.add(chat("a step that breaks", message("\"break\"")));
        all.add(chat("a step that never returns", message("\"hang\"")));
        return List.copyOf(all);
    }

    private static String message(String text) {
        return "{\"id\":\"" + UUID.randomUUID() + "\",\"text\":" + text + "}";
    }

    private static HostileInput chat(String name, String body) {
        return new HostileInput("chat: " + name, http -> Chatter.somebody().posts(http, body.getBytes(UTF_8)));
    }

    private static HostileInput hook(String name, String from, byte[] body) {
        String path = "/channels/hook/in?id=" + UUID.randomUUID() + from;
        return new HostileInput("hook: " + name, http -> http.post(path, Map.of("X-Hook-Secret", Site.SECRET), body));
    }
}
