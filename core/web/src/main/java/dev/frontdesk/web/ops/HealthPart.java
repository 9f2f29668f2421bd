package dev.frontdesk.web.ops;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something whose health is watched.
 *
 * @param problem what is wrong, empty when all is well; may block for a while or throw, which is a problem too
 */
public record HealthPart(String name, Supplier<Optional<String>> problem) {

    /** One that is well as long as the check does not throw. */
    public static HealthPart check(String name, Runnable check) {
        return new HealthPart(name, () -> {
            check.run();
            return Optional.empty();
        });
    }
}
