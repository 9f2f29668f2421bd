/**
 * For authors of channels: implement {@link dev.frontdesk.testkit.channel.ChannelContractTest} in a test class, and give it a
 * {@link dev.frontdesk.testkit.channel.FakeProvider}, the fake counterpart of your channel. The other types stand in for the core.
 */
@NullMarked
package dev.frontdesk.testkit.channel;

import org.jspecify.annotations.NullMarked;
