package dev.frontdesk.web.staff;

import dev.frontdesk.engine.desk.Desk;
import dev.frontdesk.engine.port.Directory;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;

/** Tells the directory that an agent's pages are alive, not more often than it matters. */
public final class Heartbeats {
    private static final long EVERY = 10_000;

    private final Directory directory;
    private final Desk desk;
    private final Staff staff;
    private final InstantSource clock;
    private final ConcurrentHashMap<String, Long> told = new ConcurrentHashMap<>();

    public Heartbeats(Directory directory, Desk desk, Staff staff, InstantSource clock) {
        this.directory = directory;
        this.desk = desk;
        this.staff = staff;
        this.clock = clock;
    }

    void beat(String agent) {
        long now = clock.millis();
        var last = told.get(agent);
        if (last != null && now - last < EVERY) {
            return;
        }
        told.put(agent, now);
        boolean returned = staff.find(agent)
                .map(known -> known.presence().equals("online")
                        && !staff.availability(known).equals("online"))
                .orElse(false);
        directory.heartbeat(agent, now);
        if (returned) {
            staff.changed();
            desk.lookAgain();
        }
    }

    void declare(String agent, String presence) {
        long now = clock.millis();
        told.put(agent, now);
        directory.heartbeat(agent, now);
        directory.declare(agent, presence, now);
        staff.changed();
        desk.lookAgain();
    }
}
