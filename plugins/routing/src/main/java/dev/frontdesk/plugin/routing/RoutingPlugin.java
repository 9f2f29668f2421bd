package dev.frontdesk.plugin.routing;

import dev.frontdesk.api.Contributions;
import dev.frontdesk.api.FrontdeskPlugin;

/** Finding the team, and handing over to it. */
public final class RoutingPlugin implements FrontdeskPlugin {
    @Override
    public void contribute(Contributions to) {
        to.step("route", RouteSettings.class, RouteStep.class);
        to.step("assign", AssignSettings.class, AssignStep.class);
    }
}
