package dev.frontdesk.bench.faults;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** The ports of all nodes, as a proxy in front of them would know them. Safe for use by many threads. */
final class Doors {
    private final List<Integer> ports;
    private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();

    Doors(List<Integer> ports) {
        this.ports = ports;
    }

    int any() {
        return ports.get(ThreadLocalRandom.current().nextInt(ports.size()));
    }

    /** Counts what customers were told. */
    void answered(int status) {
        answers.merge(status, 1, Integer::sum);
    }

    /** Status → how often. */
    Map<Integer, Integer> answers() {
        return new TreeMap<>(answers);
    }
}
