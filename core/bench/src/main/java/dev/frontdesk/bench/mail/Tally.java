package dev.frontdesk.bench.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What became of the mails of a folder. Used by one thread. */
final class Tally {
    long files;
    long messages;
    long automatic;
    long bounces;
    long exceptions;
    long lost;
    double maxCpuMillis;
    /** Mails whose parts are described, and those that have these parts. */
    long described;

    long alike;

    private final List<String> oddities = new ArrayList<>();

    void odd(String name, String what) {
        oddities.add(name + ": " + what);
    }

    List<String> oddities() {
        return List.copyOf(oddities);
    }

    boolean clean() {
        return exceptions == 0 && lost == 0 && files == messages + automatic + bounces;
    }

    @Override
    public String toString() {
        var parts = described == 0 ? "" : " described=" + described + " alike=" + alike;
        return String.format(
                Locale.ROOT,
                "files=%d messages=%d automatic=%d bounces=%d exceptions=%d lost=%d max_cpu_ms=%.1f%s",
                files,
                messages,
                automatic,
                bounces,
                exceptions,
                lost,
                maxCpuMillis,
                parts);
    }
}
