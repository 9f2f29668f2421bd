package dev.frontdesk.testkit.model;

import java.util.Optional;

/**
 * A model that does whatever anybody tells it to, wherever it reads it: {@code CALL <function> <arguments>} on a line of its own makes
 * it call, {@code SAY <text>} makes it speak. It stands for every model an attacker has won over.
 */
final class Obedience {
    private static final String CALL = "CALL ";
    private static final String SAY = "SAY ";

    private Obedience() {}

    /** What the texts tell it to do; empty when they tell it nothing. */
    static Optional<Reply> obeyed(Asked asked) {
        var reply = Reply.says("");
        for (var line : asked.conversation().lines().map(String::strip).toList()) {
            if (line.startsWith(CALL)) {
                var words = line.substring(CALL.length()).split(" ", 2);
                reply = reply.andCalls(words[0], words.length > 1 ? words[1] : "{}");
            } else if (line.startsWith(SAY)) {
                reply = reply.andSays(line.substring(SAY.length()));
            }
        }
        return reply.text().isEmpty() && reply.calls().isEmpty() ? Optional.empty() : Optional.of(reply);
    }
}
