package dev.frontdesk.app.config.file;

import dev.frontdesk.api.Setting;
import java.nio.file.Path;
import java.util.Optional;

/** The block {@code attachments}. */
public record Attachments(
        @Setting(value = "50MB", doc = "The largest file that is taken from contacts and agents.")
        Size maxSize,

        @Setting(
                doc =
                        "Where files lie; files in the data folder unless you say otherwise. Processes that share one PostgreSQL must share this folder.")
        Optional<String> folder) {

    public Attachments {
        Check.between("max-size", maxSize.bytes(), 1_000, 2_000_000_000);
    }

    public Path folder(Path data) {
        return folder.map(Path::of).orElseGet(() -> data.resolve("files"));
    }
}
