package dev.frontdesk.api.service;

import java.util.Optional;

/**
 * A place of the plugin's own for what was expensive to make and can be made again: a model, an index. It outlives the process,
 * and may forget anything at any time. Safe for use by many threads and processes.
 */
public interface Cache {

    /** What was kept under a key; empty when nothing is, or when it cannot be read. */
    Optional<byte[]> get(String key);

    /** Keeps bytes under a key; does nothing when they cannot be written. Name the key by all that the bytes depend on. */
    void put(String key, byte[] bytes);
}
