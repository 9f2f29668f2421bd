package dev.frontdesk.engine.port;

import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Correspondence;
import dev.frontdesk.api.channel.History;
import java.util.List;
import java.util.Optional;

/** Threads as a channel shows them to the contact. */
public interface Threads {

    /** What the person wrote on this channel and what was sent to them there, by ord; position = ord. Never notes. */
    List<History.Line> after(String channel, String identity, long afterOrd, int limit);

    /**
     * Whose thread it is that somebody wrote into; see {@link History#thread}.
     *
     * @param since in epoch milliseconds: by its subject alone a thread is known where something was said in it since then
     */
    default Optional<String> thread(
            String channel, String writer, List<String> references, String subject, long since) {
        return Optional.empty();
    }

    /** To whom a message of ours went on this channel. */
    default Optional<Address> addressee(String channel, long message) {
        return Optional.empty();
    }

    /** Who else is in the thread of a conversation, and what the contact wrote last on this channel. */
    default Correspondence correspondence(long contact, long conversation, String channel) {
        return Correspondence.NONE;
    }

    /** How many messages of the contact, but this one, were answered on the channel since then with nobody writing the answer. */
    default int answered(long contact, String channel, long butSeq, long since) {
        return 0;
    }

    Optional<Long> contact(String channel, String identity);

    Optional<String> cursor(String channel, String key);
}
