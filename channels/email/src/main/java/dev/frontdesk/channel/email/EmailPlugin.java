package dev.frontdesk.channel.email;

import dev.frontdesk.api.Contributions;
import dev.frontdesk.api.FrontdeskPlugin;

/** Adds the channel type {@code email}. */
public final class EmailPlugin implements FrontdeskPlugin {

    @Override
    public void contribute(Contributions to) {
        to.channel("email", EmailSettings.class, Email.class);
    }
}
