package dev.frontdesk.web.http;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** How many requests were answered how, by area. One addition per request, nothing else. */
public final class RequestCounts {
    /** The first segments that are counted on their own. */
    public static final List<String> AREAS = List.of("channels", "plugins", "api", "other");

    private final LongAdder[][] counts = new LongAdder[AREAS.size()][6];

    public RequestCounts() {
        for (var row : counts) {
            for (int i = 0; i < row.length; i++) {
                row[i] = new LongAdder();
            }
        }
    }

    void add(String firstSegment, int status) {
        int area = AREAS.indexOf(firstSegment);
        counts[area < 0 ? AREAS.size() - 1 : area][Math.clamp(status / 100, 0, 5)].increment();
    }

    /** @param statusClass 1 to 5 */
    public long count(String area, int statusClass) {
        return counts[AREAS.indexOf(area)][statusClass].sum();
    }
}
