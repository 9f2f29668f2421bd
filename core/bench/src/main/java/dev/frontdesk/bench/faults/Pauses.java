package dev.frontdesk.bench.faults;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * A process stands still for longer than anything it holds is good for, and then goes on as if nothing had been. The others have
 * taken over; it may change nothing that is no longer its own. Where there is one process only, its own work just waits.
 */
final class Pauses implements Havoc {
    private static final long STILL_MILLIS = 75_000;

    private final int times;
    private final Random random;

    Pauses(int times, long seed) {
        this.times = times;
        this.random = new Random(seed);
    }

    @Override
    public Map<String, Object> on(Cluster cluster) throws Exception {
        int ended = 0;
        for (int i = 0; i < times; i++) {
            Thread.sleep(3000);
            Node victim = cluster.nodes().get(random.nextInt(cluster.nodes().size()));
            System.err.println(victim.name() + " stands still for " + STILL_MILLIS / 1000 + " s");
            victim.hold();
            cluster.died(victim); // what was in a provider's hands then may be sent again by others
            Thread.sleep(STILL_MILLIS);
            victim.goOn();
            Thread.sleep(8000);
            if (!victim.alive()) {
                ended++; // its number was given to somebody else: it says so and ends
                cluster.start(victim);
            }
        }
        var figures = new LinkedHashMap<String, Object>();
        figures.put("pauses", times);
        figures.put("ended_itself", ended);
        return figures;
    }
}
