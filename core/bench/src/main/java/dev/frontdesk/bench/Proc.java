package dev.frontdesk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the operating system says of a process. */
final class Proc {
    private static final double TICKS_PER_SECOND = 100;

    private Proc() {}

    static double cpuSeconds(long pid) {
        String[] fields = stat(pid);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    /** With all its living children, and those that ended and were waited for. */
    static double treeCpuSeconds(long pid) {
        String[] fields = stat(pid);
        double own = 0;
        for (int i = 11; i <= 14; i++) {
            own += Long.parseLong(fields[i]) / TICKS_PER_SECOND;
        }
        return own
                + ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::descendants)
                        .mapToDouble(child -> {
                            try {
                                return cpuSeconds(child.pid());
                            } catch (UncheckedIOException gone) {
                                return 0;
                            }
                        })
                        .sum();
    }

    /** The most memory it ever held, in MiB. */
    static long peakMiB(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] stat(long pid) {
        try {
            String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return line.substring(line.lastIndexOf(')') + 2).split(" ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
