package dev.frontdesk.engine.port;

import dev.frontdesk.api.channel.History;
import java.util.List;
import java.util.Optional;

/** Threads as a channel shows them to the contact. */
public interface Threads {

    /** What the person wrote on this channel and what was sent to them there, by ord; position = ord. Never notes. */
    List<History.Line> after(String channel, String identity, long afterOrd, int limit);

    Optional<Long> contact(String channel, String identity);

    Optional<String> cursor(String channel, String key);
}
