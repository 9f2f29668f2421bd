package dev.frontdesk.engine.port;

import java.util.Collection;
import java.util.Set;

/** Forgets what is no longer kept, in small transactions. */
public interface Housekeeping {

    /**
     * Drops the raw payload of the oldest messages and changes that still have one and whose id is below this one.
     *
     * @return true when there may be more
     */
    boolean forgetRaw(long belowId, int limit);

    /** Drops sessions and links that are over, and what is only kept to recognise a repetition: commands, done actions. */
    void forgetOver(long now, long doneBefore);

    /** Drops the notices of accounts from before this time. */
    void forgetNotices(long before);

    /** Drops uploads that were never sent. */
    void forgetUploads(long uploadedBefore);

    /** Which of these files, by SHA-256, somebody refers to. */
    Set<String> referred(Collection<String> sha256);
}
