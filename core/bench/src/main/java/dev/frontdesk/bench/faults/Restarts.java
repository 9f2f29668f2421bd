package dev.frontdesk.bench.faults;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** An operator restarts the processes, one at a time, in the middle of the work. */
final class Restarts implements Havoc {
    private static final Duration MOST = Duration.ofSeconds(20);

    private final int times;
    private final Random random;

    Restarts(int times, long seed) {
        this.times = times;
        this.random = new Random(seed);
    }

    @Override
    public Map<String, Object> on(Cluster cluster) throws Exception {
        var longest = Duration.ZERO;
        for (int i = 0; i < times; i++) {
            Thread.sleep(300 + random.nextInt(1700));
            Node node = cluster.nodes().get(i % cluster.nodes().size());
            var took = node.terminate();
            cluster.died(node);
            longest = took.compareTo(longest) > 0 ? took : longest;
            cluster.start(node);
            if ((i + 1) % 10 == 0) {
                System.err.printf(
                        Locale.ROOT, "%d of %d restarts, longest stop %d ms%n", i + 1, times, longest.toMillis());
            }
        }
        if (longest.compareTo(MOST) > 0) {
            throw new IllegalStateException("a stop took " + longest);
        }
        var figures = new LinkedHashMap<String, Object>();
        figures.put("restarts", times);
        figures.put("longest_stop_ms", longest.toMillis());
        return figures;
    }
}
