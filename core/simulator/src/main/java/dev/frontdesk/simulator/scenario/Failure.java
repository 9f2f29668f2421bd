package dev.frontdesk.simulator.scenario;

import java.util.List;
import java.util.Optional;

/**
 * Where a scenario went another way.
 *
 * @param where file and line
 * @param soFar who said what until then
 * @param crash the commit after which the process died, where it went well without that
 */
public record Failure(String where, List<String> soFar, String expected, String instead, Optional<String> crash) {
    public Failure {
        soFar = List.copyOf(soFar);
    }
}
