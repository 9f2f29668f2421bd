package dev.frontdesk.engine.file;

import dev.frontdesk.api.channel.Content;
import dev.frontdesk.engine.Ids;
import dev.frontdesk.engine.model.Attachment.State;
import dev.frontdesk.engine.model.Attachment;
import dev.frontdesk.engine.port.FileStore;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;

/** A file that an agent gives: what it is, its bytes say alone. */
public final class Upload {
    private Upload() {}

    public static Attachment of(
            FileStore files, Ids ids, InstantSource clock, String by, String name, InputStream bytes)
            throws IOException {
        try (var draft = files.draft()) {
            byte[] head = bytes.readNBytes(Sniff.HEAD);
            draft.stream().write(head);
            bytes.transferTo(draft.stream());
            String type = Sniff.type(head);
            var file = new Content.Stored(draft.keep(), name, type, draft.size());
            return new Attachment(
                    ids.next(), 0, 0, 0, "", Sniff.kind(type), "", file, by, State.STORED, 0, 0, 0, "", clock.millis());
        }
    }
}
