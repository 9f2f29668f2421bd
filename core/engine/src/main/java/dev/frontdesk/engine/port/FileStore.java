package dev.frontdesk.engine.port;

import dev.frontdesk.api.channel.Attachments;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;

/**
 * Where the bytes of files lie, by their SHA-256. What it has taken is on the disk, name and all, so that a row may refer to it.
 * Safe for use by many threads and, where several processes share it, by all of them.
 */
public interface FileStore extends Attachments {

    /** The largest file that is kept, in bytes. */
    long maxSize();

    /** A file to be written; nobody sees it before {@link Draft#keep}. */
    Draft draft() throws IOException;

    /** Belongs to one thread. Closed without being kept, it leaves nothing behind. */
    interface Draft extends AutoCloseable {
        /** Throws {@link TooLarge} beyond {@link FileStore#maxSize()}. */
        OutputStream stream();

        /** How much was written so far. */
        long size();

        /** True once more was written than is allowed, whatever became of the exception. */
        boolean tooLarge();

        /** Puts the file in its place and answers its SHA-256. */
        String keep() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** A file is larger than allowed. */
    final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        public TooLarge(long most) {
            super("the file is larger than " + most + " bytes");
        }
    }

    /**
     * Removes what nobody refers to and what is older than this; what was taken, or taken again, since then stays.
     *
     * @param referred which of some files somebody refers to
     * @return how many were removed
     */
    int forget(Instant olderThan, Function<Collection<String>, Set<String>> referred) throws IOException;
}
