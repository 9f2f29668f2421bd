package dev.frontdesk.testkit.telegram;

/** What a method answers instead of a result. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;

    Refusal(int code, String description) {
        super(description);
        this.code = code;
    }

    int code() {
        return code;
    }
}
