package dev.frontdesk.testkit.telegram;

/** What a method answers instead of a result. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final long movedTo;

    Refusal(int code, String description) {
        this(code, description, 0);
    }

    /** @param movedTo the chat that a group has become; 0 for other refusals */
    Refusal(int code, String description, long movedTo) {
        super(description);
        this.code = code;
        this.movedTo = movedTo;
    }

    int code() {
        return code;
    }

    /** The answer. */
    String json() {
        var json = Json.refusal(code, String.valueOf(getMessage()));
        if (movedTo != 0) {
            json.putObject("parameters").put("migrate_to_chat_id", movedTo);
        }
        return json.toString();
    }
}
