package dev.frontdesk.testkit.whatsapp;

/** What a call answers instead of a result. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;
    private final String details;

    Refusal(int status, int code, String message, String details) {
        super(message);
        this.status = status;
        this.code = code;
        this.details = details;
    }

    int status() {
        return status;
    }

    String body() {
        return Json.error(code, String.valueOf(getMessage()), details).toString();
    }
}
