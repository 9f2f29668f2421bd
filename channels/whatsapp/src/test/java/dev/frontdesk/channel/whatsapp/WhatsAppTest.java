package dev.frontdesk.channel.whatsapp;

import dev.frontdesk.testkit.channel.ChannelContractTest;
import dev.frontdesk.testkit.channel.FakeProvider;
import dev.frontdesk.testkit.channel.Trait;
import java.util.Set;

class WhatsAppTest implements ChannelContractTest {

    @Override
    public FakeProvider provider() {
        return new HookedPeople();
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(
                Trait.PUSHED, Trait.BUTTONS, Trait.FILES, Trait.LIMITED, Trait.REACTS, Trait.REPORTS, Trait.ALIASES);
    }
}
