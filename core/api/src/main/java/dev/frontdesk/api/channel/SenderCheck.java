package dev.frontdesk.api.channel;

/**
 * What the business's own mail server found out about whether a letter comes from whom it says. Shown beside it; nothing is ever done
 * because of it.
 *
 * @param finding what it found
 * @param by the server's name, empty where it said nothing
 */
public record SenderCheck(Finding finding, String by) {

    /** What a server found. */
    public enum Finding {
        /** The sender's domain stands for it. */
        CONFIRMED,
        /** Nobody said anything about the sender. */
        UNCONFIRMED,
        /** The sender's domain says that it sends no such letters. */
        FAILED
    }
}
