package dev.frontdesk.channel.telegram;

import dev.frontdesk.api.Contributions;
import dev.frontdesk.api.FrontdeskPlugin;

/** Adds the channel type {@code telegram}. */
public final class TelegramPlugin implements FrontdeskPlugin {

    @Override
    public void contribute(Contributions to) {
        to.channel("telegram", TelegramSettings.class, Telegram.class);
    }
}
