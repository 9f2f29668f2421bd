package dev.frontdesk.channel.email;

import dev.frontdesk.testkit.channel.FakeProvider;
import dev.frontdesk.testkit.channel.LifecycleContract;
import dev.frontdesk.testkit.channel.ReceivingContract;
import dev.frontdesk.testkit.channel.Trait;
import java.util.Set;

/** The same promises where the mailbox is but a list. */
class EmailByPop3Test implements ReceivingContract, LifecycleContract {
    @Override
    public FakeProvider provider() {
        return new PostOffice().byPop3();
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.POLLS);
    }

    @Override
    public Set<String> sharedThreads() {
        return Set.of("smtp:", "imap:", "pop3:");
    }
}
