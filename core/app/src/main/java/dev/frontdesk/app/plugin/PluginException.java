package dev.frontdesk.app.plugin;

/** A plugin that cannot be used. The message says which, why and what to do; Frontdesk does not start. */
public final class PluginException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PluginException(String message) {
        super(message);
    }

    PluginException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What the plugin itself said, without how it came to be asked. */
    public String reason() {
        Throwable said = this;
        for (var cause = getCause(); cause != null; cause = cause.getCause()) {
            said = cause;
        }
        return String.valueOf(said.getMessage());
    }
}
