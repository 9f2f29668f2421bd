package dev.frontdesk.api.channel;

/**
 * Somebody else in a person's thread: who was copied in, or wrote into it.
 *
 * @param identity the provider's id of them, unique within the channel
 * @param name what they are called, hearsay; may be empty
 * @param standing whether they get what is sent into the thread
 */
public record Participant(String identity, String name, Standing standing) {

    /** Refuses an empty identity. */
    public Participant {
        if (identity.isEmpty()) {
            throw new IllegalArgumentException("a participant needs an identity");
        }
    }

    /** Whether somebody gets what is sent into a thread. What the core knows already counts more than what a channel says. */
    public enum Standing {
        /** They get what agents write. */
        ACTIVE,
        /** They wrote into the thread and nobody has said yet that they belong there: they get nothing. */
        PENDING,
        /** An agent took them out: they get nothing. */
        REMOVED
    }
}
