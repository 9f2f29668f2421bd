package dev.frontdesk.engine.workflow;

import java.util.Optional;

/**
 * What a button carries: the run and revision that asked, and the step author's key; so that a press of an older or a foreign
 * question is never taken for an answer.
 */
record Token(long run, int rev, String key) {
    private static final String MARK = "fd.";

    String encoded() {
        return MARK + Long.toString(run, 36) + "." + Integer.toString(rev, 36) + "." + key;
    }

    static Optional<Token> decode(String text) {
        if (!text.startsWith(MARK) || text.length() > 64) {
            return Optional.empty();
        }
        String[] parts = text.substring(MARK.length()).split("\\.", 3);
        if (parts.length < 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Token(Long.parseLong(parts[0], 36), Integer.parseInt(parts[1], 36), parts[2]));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
