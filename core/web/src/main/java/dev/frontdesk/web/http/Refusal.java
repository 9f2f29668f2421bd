package dev.frontdesk.web.http;

/**
 * A request that is answered with an error: a status, a code for programs and a sentence for people. Never another's
 * message.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final long retryAfter;

    private Refusal(int status, String code, String message, long retryAfter) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    public static Refusal of(int status, String code, String message) {
        return new Refusal(status, code, message, 0);
    }

    public static Refusal later(int status, String code, String message, long seconds) {
        return new Refusal(status, code, message, Math.max(1, seconds));
    }

    public static Refusal notFound() {
        return of(404, "not-found", "There is nothing here. Check the address.");
    }

    public static Refusal busy() {
        return later(503, "overloaded", "The store cannot take more now. Try again in a moment.", 1);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** Seconds, 0 for none. */
    public long retryAfter() {
        return retryAfter;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
