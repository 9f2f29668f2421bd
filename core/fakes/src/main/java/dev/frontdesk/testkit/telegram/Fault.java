package dev.frontdesk.testkit.telegram;

import java.time.Duration;

/** How one call of the Bot API goes wrong. */
public sealed interface Fault {

    /** The call has no effect and is answered so. */
    record Answer(int status, String body) implements Fault {}

    /** The connection is closed without an answer, and the call has no effect. */
    record HangUpBefore() implements Fault {}

    /** The call has its effect, then the connection is closed without an answer. */
    record HangUpAfter() implements Fault {}

    /** The call has its effect, then the connection is closed in the middle of the answer. */
    record Truncated() implements Fault {}

    /** The call has its effect and is answered only after this time. */
    record Slow(Duration by) implements Fault {}

    /** The call has no effect, and the connection stays open without an answer, as when a wire is cut. */
    record Silent() implements Fault {}

    /** What Telegram answers when it refuses a call: {@code {"ok":false,…}} with this code. */
    static Fault refusal(int code, String description) {
        return new Answer(code, Json.refusal(code, description).toString());
    }

    /** 429 with the time to wait. */
    static Fault tooMany(int retryAfterSeconds) {
        var body = Json.refusal(429, "Too Many Requests: retry after " + retryAfterSeconds);
        body.putObject("parameters").put("retry_after", retryAfterSeconds);
        return new Answer(429, body.toString());
    }

    /** A page of some proxy in between. */
    static Fault page(int status) {
        return new Answer(status, "<html><head><title>" + status + "</title></head><body>nginx</body></html>");
    }
}
