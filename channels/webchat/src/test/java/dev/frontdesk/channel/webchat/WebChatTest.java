package dev.frontdesk.channel.webchat;

import dev.frontdesk.testkit.channel.ChannelContractTest;
import dev.frontdesk.testkit.channel.FakeProvider;
import dev.frontdesk.testkit.channel.Trait;
import java.util.Set;

class WebChatTest implements ChannelContractTest {

    @Override
    public FakeProvider provider() {
        return new FakeWidget();
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.PUSHED, Trait.BUTTONS);
    }
}
