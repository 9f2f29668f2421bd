package dev.frontdesk.store.admin;

import dev.frontdesk.engine.model.Attachment;
import dev.frontdesk.engine.port.Uploads;
import dev.frontdesk.store.row.AttachmentRows;
import dev.frontdesk.store.sql.Database;
import java.util.List;

/** Files that agents have given. Safe for use by many threads. */
public record SqlUploads(Database database) implements Uploads {
    @Override
    public void keep(Attachment upload) {
        database.write(session -> {
            session.write(AttachmentRows.INSERT, AttachmentRows.inserts(List.of(upload)));
            return true;
        });
    }
}
