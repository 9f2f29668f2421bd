package dev.frontdesk.api.channel;

import java.io.IOException;
import java.io.InputStream;

/** Where the files of messages lie, by the SHA-256 of their bytes. Safe for use by many threads. */
public interface Attachments {

    /**
     * Keeps a file; it is on the disk when this returns. The same bytes are kept once.
     *
     * @param name hearsay, kept beside the file and never used as a path
     * @param mediaType hearsay, may be empty
     * @param bytes read to their end, not closed
     * @throws IOException when they cannot be read or kept, or are more than {@code attachments.max-size}
     */
    Content.Stored put(String name, String mediaType, InputStream bytes) throws IOException;

    /**
     * Reads a file.
     *
     * @throws java.nio.file.NoSuchFileException when no such file is kept, or no longer
     */
    InputStream open(String sha256) throws IOException;
}
