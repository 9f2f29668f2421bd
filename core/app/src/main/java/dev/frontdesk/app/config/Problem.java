package dev.frontdesk.app.config;

/** One thing that is wrong, or only doubtful, in the configuration. */
public record Problem(Severity severity, Where where, String message) {

    public enum Severity {
        ERROR,
        WARNING
    }

    @Override
    public String toString() {
        return where + ": " + (severity == Severity.WARNING ? "warning: " : "") + message;
    }
}
