package dev.frontdesk.plugin.assignment;

import dev.frontdesk.api.Contributions;
import dev.frontdesk.api.FrontdeskPlugin;

/** The usual ways to share conversations out. */
public final class AssignmentPlugin implements FrontdeskPlugin {
    @Override
    public void contribute(Contributions to) {
        to.strategy("round-robin", NoSettings.class, RoundRobin.class);
        to.strategy("least-open", NoSettings.class, LeastOpen.class);
    }

    /** There is nothing to set. */
    public record NoSettings() {}
}
