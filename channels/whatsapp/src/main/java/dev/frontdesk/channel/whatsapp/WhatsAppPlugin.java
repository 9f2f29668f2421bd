package dev.frontdesk.channel.whatsapp;

import dev.frontdesk.api.Contributions;
import dev.frontdesk.api.FrontdeskPlugin;

/** Adds the channel type {@code whatsapp}. */
public final class WhatsAppPlugin implements FrontdeskPlugin {

    @Override
    public void contribute(Contributions to) {
        to.channel("whatsapp", WhatsAppSettings.class, WhatsApp.class);
    }
}
