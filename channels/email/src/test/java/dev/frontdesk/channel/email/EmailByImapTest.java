package dev.frontdesk.channel.email;

import dev.frontdesk.testkit.channel.ChannelContractTest;
import dev.frontdesk.testkit.channel.FakeProvider;
import dev.frontdesk.testkit.channel.Trait;
import java.util.Set;

class EmailByImapTest implements ChannelContractTest {
    @Override
    public FakeProvider provider() {
        return new PostOffice();
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.POLLS);
    }

    /** The mail server of the test, and what the JDK keeps. */
    @Override
    public Set<String> sharedThreads() {
        return Set.of("smtp:", "imap:", "pop3:", "SmtpServer", "Imap", "Cleaner", "Common-Cleaner", "process reaper");
    }
}
