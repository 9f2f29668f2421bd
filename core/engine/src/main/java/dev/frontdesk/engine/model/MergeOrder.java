package dev.frontdesk.engine.model;

/**
 * Two contacts that turned out to be one person, or that turned out not to be.
 *
 * @param one the one that was known, which goes on where nothing else decides; of an undo: the one they became
 * @param other of an undo: the one that comes back
 * @param undo that an earlier merge with this id is taken back
 */
public record MergeOrder(long id, long one, long other, String reason, long at, boolean undo) {
    public MergeOrder(long id, long one, long other, String reason, long at) {
        this(id, one, other, reason, at, false);
    }
}
