package dev.frontdesk.testkit.channel;

import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.Content;
import java.util.List;
import java.util.Set;

/**
 * The fake counterpart of a channel: the provider with the people behind it, as the contract sees them. It behaves like the
 * real one: what is not acknowledged stays with it. Persons and message ids are whatever names the contract makes up.
 */
public interface FakeProvider extends AutoCloseable {

    /** Builds the channel under test, set up to talk to this provider. Called again after a close: a restart. */
    Channel open(FakeChannelContext context);

    /** Somebody writes, and the provider hands it over if it is one that calls. The same id is the same message. */
    Answer push(String id, String person, String text) throws InterruptedException;

    /** The provider hands over these very bytes with good credentials, as one message. */
    Answer pushBytes(String id, byte[] bytes) throws InterruptedException;

    /** Somebody without the right credentials hands over a message. Only called for {@link Trait#PUSHED}. */
    default Answer forge(String id, String person, String text) throws InterruptedException {
        throw new UnsupportedOperationException("a channel with the trait PUSHED needs forge()");
    }

    /** Somebody presses a button. Only called for {@link Trait#BUTTONS}. */
    default Answer press(String id, String person, Content.Option option) throws InterruptedException {
        throw new UnsupportedOperationException("a channel with the trait BUTTONS needs press()");
    }

    /** Somebody sends a file. Only called for {@link Trait#FILES}. */
    default Answer pushFile(String id, String person, byte[] bytes) throws InterruptedException {
        throw new UnsupportedOperationException("a channel with the trait FILES needs pushFile()");
    }

    /** Has no file any more. Only called for {@link Trait#FILES}. */
    default void forgetFiles() {
        throw new UnsupportedOperationException("a channel with the trait FILES needs forgetFiles()");
    }

    /** Somebody changes a message of theirs, whose id is {@code of}. Only called for {@link Trait#EDITS}. */
    default Answer edit(String id, String of, String person, String text) throws InterruptedException {
        throw new UnsupportedOperationException("a channel with the trait EDITS needs edit()");
    }

    /** Somebody reacts to the last message they have got from us. Only called for {@link Trait#REACTS}. */
    default Answer react(String id, String person, String emoji) throws InterruptedException {
        throw new UnsupportedOperationException("a channel with the trait REACTS needs react()");
    }

    /** Tells that somebody has read the last message they have got from us. Only called for {@link Trait#REPORTS}. */
    default Answer read(String id, String person) throws InterruptedException {
        throw new UnsupportedOperationException("a channel with the trait REPORTS needs read()");
    }

    /** Tells that somebody is known under another id from now on, and what that is. Only called for {@link Trait#ALIASES}. */
    default Answer becomes(String id, String person, String other) throws InterruptedException {
        throw new UnsupportedOperationException("a channel with the trait ALIASES needs becomes()");
    }

    /** From now on asks to slow down, or no more. Only called for {@link Trait#LIMITED}. */
    default void limit(boolean on) {
        throw new UnsupportedOperationException("a channel with the trait LIMITED needs limit()");
    }

    /** True once the channel has told the provider that it has this message. */
    boolean acknowledged(String id);

    /** Hands over again what was not acknowledged; nothing to do for a provider that is polled. */
    void redeliver() throws InterruptedException;

    /** The texts this person has got from us, in order. */
    List<String> received(String person) throws InterruptedException;

    /** What must never be in a log: tokens, keys, passwords. */
    Set<String> secrets();

    /** Ends the fake. */
    @Override
    void close();
}
