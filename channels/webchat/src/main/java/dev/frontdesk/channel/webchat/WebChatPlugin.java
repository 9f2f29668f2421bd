package dev.frontdesk.channel.webchat;

import dev.frontdesk.api.Contributions;
import dev.frontdesk.api.FrontdeskPlugin;

/** Adds the channel type {@code webchat}. */
public final class WebChatPlugin implements FrontdeskPlugin {

    @Override
    public void contribute(Contributions to) {
        to.channel("webchat", WebChatSettings.class, WebChat.class);
    }
}
