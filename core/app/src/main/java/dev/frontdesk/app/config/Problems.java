package dev.frontdesk.app.config;

import com.typesafe.config.ConfigOrigin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects everything that is wrong, so that an operator sees all of it at once. Used by one thread. */
public final class Problems {
    private final List<Problem> all = new ArrayList<>();

    public void error(Where where, String message) {
        all.add(new Problem(Problem.Severity.ERROR, where, message));
    }

    public void error(ConfigOrigin origin, String message) {
        error(Where.of(origin), message);
    }

    public void warn(Where where, String message) {
        all.add(new Problem(Problem.Severity.WARNING, where, message));
    }

    public void warn(ConfigOrigin origin, String message) {
        warn(Where.of(origin), message);
    }

    public boolean anyError() {
        return errors() > 0;
    }

    public long errors() {
        return all.stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .count();
    }

    /** Each once, by file and line. */
    public List<Problem> all() {
        return all.stream()
                .distinct()
                .sorted(Comparator.comparing(Problem::where))
                .toList();
    }
}
