package dev.frontdesk.engine.port;

import dev.frontdesk.engine.model.Attachment;

/** Files that agents have given and not sent yet; {@link InboxReads#attachment} finds them. */
public interface Uploads {
    void keep(Attachment upload);
}
