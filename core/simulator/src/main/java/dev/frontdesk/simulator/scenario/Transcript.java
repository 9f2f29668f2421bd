package dev.frontdesk.simulator.scenario;

import dev.frontdesk.simulator.rehearsal.Heard;
import dev.frontdesk.simulator.rehearsal.Rehearsal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Who said what, in the order it happened, as a person reads it. Belongs to one thread. */
public final class Transcript {
    private final Rehearsal rehearsal;
    private final List<String> lines = new ArrayList<>();
    private int heard;

    public Transcript(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    void did(String who, String what) {
        lines.add(line(who, what));
    }

    void passed(Duration time) {
        lines.add("— " + time.toString().substring(2).toLowerCase(Locale.ROOT) + " —");
    }

    /** Takes down what was said meanwhile, and answers it. */
    public List<Heard> listen() {
        var all = rehearsal.heard();
        var fresh = List.copyOf(all.subList(heard, all.size()));
        fresh.forEach(one -> lines.add(line(speaker(one), one.shown())));
        heard = all.size();
        return fresh;
    }

    public static String speaker(Heard one) {
        return one.byBot() ? "bot" : "agent";
    }

    private static String line(String who, String what) {
        return "%-8s %s".formatted(who + ":", what.replace("\n", "\n         "));
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
