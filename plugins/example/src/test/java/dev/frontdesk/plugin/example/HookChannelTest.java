package dev.frontdesk.plugin.example;

import dev.frontdesk.testkit.channel.ChannelContractTest;
import dev.frontdesk.testkit.channel.FakeProvider;
import dev.frontdesk.testkit.channel.Trait;
import java.util.Set;

class HookChannelTest implements ChannelContractTest {

    @Override
    public FakeProvider provider() {
        return new FakeHook();
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.PUSHED, Trait.LIMITED);
    }
}
