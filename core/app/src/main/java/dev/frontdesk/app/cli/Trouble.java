package dev.frontdesk.app.cli;

/** Why a command could not be carried out, and what to do, in one sentence. */
final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Trouble(String message) {
        super(message);
    }
}
