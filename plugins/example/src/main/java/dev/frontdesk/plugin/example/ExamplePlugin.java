package dev.frontdesk.plugin.example;

import dev.frontdesk.api.Contributions;
import dev.frontdesk.api.FrontdeskPlugin;

/** A channel, a step, an assignment strategy and a look-up. */
public final class ExamplePlugin implements FrontdeskPlugin {
    @Override
    public void contribute(Contributions to) {
        to.channel("hook", HookSettings.class, HookChannel.class);
        to.step("greet-by-hour", GreetByHourSettings.class, GreetByHour.class);
        to.strategy("longest-idle", LongestIdle.Settings.class, LongestIdle.class);
        to.enricher("work-mail", WorkMail.Settings.class, WorkMail.class);
    }
}
