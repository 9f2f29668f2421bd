package dev.frontdesk.testkit.channel;

/**
 * What every channel promises. Implement it in a test class, name the channel's traits and supply its fake counterpart:
 *
 * <pre>{@code
 * class HookChannelTest implements ChannelContractTest {
 *     public FakeProvider provider() { return new FakeHook(); }
 *     public Set<Trait> traits() { return Set.of(Trait.PUSHED, Trait.LIMITED); }
 * }
 * }</pre>
 *
 * <p>The channel's own tests belong beside it: the contract knows only what all channels share.
 */
public interface ChannelContractTest
        extends SendingContract,
                ReceivingContract,
                FetchingContract,
                AfterwardsContract,
                HostileInputContract,
                LifecycleContract {}
