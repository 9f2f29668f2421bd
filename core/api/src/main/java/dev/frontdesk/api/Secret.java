package dev.frontdesk.api;

/** A configured secret. Its {@code toString} is masked; it never appears in a log, an error or the table of settings. */
public interface Secret {

    /** The secret itself. Hand it to the provider's client and to nothing else. */
    String reveal();
}
