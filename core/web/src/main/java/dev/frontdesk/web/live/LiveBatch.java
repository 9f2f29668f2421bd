package dev.frontdesk.web.live;

import java.util.List;

/**
 * Live events that belong together: a reader that has them all may go on from the position.
 *
 * @param position "" when they are not from the log
 */
record LiveBatch(List<LiveEvent> events, String position) {

    /** @param agent who alone gets it, "" for everybody */
    record LiveEvent(String name, String data, String agent) {
        boolean isFor(String reader) {
            return agent.isEmpty() || agent.equals(reader);
        }
    }

    static LiveBatch of(List<LiveEvent> events) {
        return new LiveBatch(events, "");
    }

    /** Tells a reader to fetch everything again and go on from here. */
    static LiveBatch resync(String position) {
        return new LiveBatch(List.of(new LiveEvent("resync", "{}", "")), position);
    }
}
