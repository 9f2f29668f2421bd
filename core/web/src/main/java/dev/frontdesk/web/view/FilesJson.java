package dev.frontdesk.web.view;

import static dev.frontdesk.web.http.Json.field;
import static dev.frontdesk.web.http.Json.id;
import static dev.frontdesk.web.http.Json.texts;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.engine.model.Attachment;
import dev.frontdesk.web.file.FileName;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What a message carries besides its text: files, a place, a contact card. */
final class FilesJson {
    private FilesJson() {}

    static void write(JsonGenerator to, Content content, List<Attachment> files) throws IOException {
        switch (content) {
            case Content.Location place -> {
                to.writeObjectFieldStart("place");
                to.writeNumberField("latitude", place.latitude());
                to.writeNumberField("longitude", place.longitude());
                to.writeEndObject();
            }
            case Content.Card card -> {
                to.writeObjectFieldStart("card");
                to.writeStringField("name", card.name());
                texts(to, "phones", card.phones());
                to.writeEndObject();
            }
            default -> {}
        }
        if (!files.isEmpty()) {
            to.writeArrayFieldStart("files");
            for (var file : files) {
                write(to, file);
            }
            to.writeEndArray();
            field(to, "album", files.getFirst().album());
        }
    }

    private static void write(JsonGenerator to, Attachment it) throws IOException {
        to.writeStartObject();
        id(to, "id", it.id());
        to.writeStringField("kind", it.kind());
        if (!it.file().name().isBlank()) {
            to.writeStringField("name", FileName.shown(it.file().name()));
        }
        field(to, "type", it.file().mediaType().toLowerCase(Locale.ROOT));
        if (it.file().size() >= 0) {
            to.writeNumberField("size", it.file().size());
        }
        to.writeStringField(
                "state",
                switch (it.state()) {
                    case WAITING, RUNNING -> "coming";
                    case STORED -> "here";
                    case GONE -> "gone";
                });
        field(to, "why", it.why());
        to.writeEndObject();
    }
}
