package dev.frontdesk.testkit.whatsapp;

import java.time.Duration;

/** How one call of the Graph API goes wrong. */
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

    /** The call has its effect and is answered with nothing. */
    record Silent() implements Fault {}

    /** What Meta answers when it refuses a call: an error with this code. */
    static Fault refusal(int code, String details) {
        var status =
                switch (code) {
                    case 190 -> 401;
                    case 4, 80007, 130429, 131048, 131056 -> 429;
                    case 1, 2, 131000, 131016 -> 500;
                    default -> 400;
                };
        return new Answer(status, Json.error(code, "Refused", details).toString());
    }

    /** A page of some proxy in between. */
    static Fault page(int status) {
        return new Answer(status, "<html><head><title>" + status + "</title></head><body>nginx</body></html>");
    }
}
