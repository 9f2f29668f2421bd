package dev.frontdesk.channel.telegram;

import dev.frontdesk.testkit.channel.ChannelContractTest;
import dev.frontdesk.testkit.channel.FakeProvider;
import dev.frontdesk.testkit.channel.Trait;
import java.util.Set;

/** It polls as well, but only whether the webhook is still set. */
class TelegramByWebhookTest implements ChannelContractTest {

    @Override
    public FakeProvider provider() {
        return new HookedPeople();
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.PUSHED, Trait.POLLS, Trait.BUTTONS, Trait.LIMITED, Trait.EDITS, Trait.REACTS);
    }

    /** OkHttp's timers: daemons, one set for all clients, gone after a minute of silence. */
    @Override
    public Set<String> sharedThreads() {
        return Set.of("OkHttp TaskRunner", "Okio Watchdog");
    }
}
