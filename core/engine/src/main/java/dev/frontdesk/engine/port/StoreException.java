package dev.frontdesk.engine.port;

/** The store failed. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What may be done about it. */
    public enum Kind {
        /** Not reachable, out of space, shutting down: nothing was committed for sure or the outcome is unknown; try again later. */
        AWAY,
        /** A race was lost (deadlock, serialisation, a unique key): try again at once. */
        CONFLICT,
        /** The statement or its data is at fault: trying again will not help. */
        REFUSED
    }

    private final Kind kind;

    public StoreException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
