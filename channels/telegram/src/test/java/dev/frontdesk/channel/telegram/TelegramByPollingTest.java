package dev.frontdesk.channel.telegram;

import dev.frontdesk.testkit.channel.ChannelContractTest;
import dev.frontdesk.testkit.channel.FakeProvider;
import dev.frontdesk.testkit.channel.Trait;
import java.util.Set;

class TelegramByPollingTest implements ChannelContractTest {

    @Override
    public FakeProvider provider() {
        return new PolledPeople();
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.POLLS, Trait.BUTTONS, Trait.FILES, Trait.LIMITED);
    }

    /** OkHttp's timers: daemons, one set for all clients, gone after a minute of silence. */
    @Override
    public Set<String> sharedThreads() {
        return Set.of("OkHttp TaskRunner", "Okio Watchdog");
    }
}
