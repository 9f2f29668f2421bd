package dev.frontdesk.app.wiring;

import dev.frontdesk.api.channel.Channel;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The channels of this process, by id.
 *
 * @param demoPages paths of pages to try a channel on
 */
record Channels(Map<String, Channel> byId, List<String> demoPages) {
    private static final Logger log = LoggerFactory.getLogger(Channels.class);

    Channels {
        byId = Map.copyOf(byId);
        demoPages = List.copyOf(demoPages);
    }

    void close() {
        byId.forEach((id, channel) -> {
            try {
                channel.close();
            } catch (RuntimeException e) {
                log.warn("channel '{}' did not close cleanly", id, e);
            }
        });
    }
}
