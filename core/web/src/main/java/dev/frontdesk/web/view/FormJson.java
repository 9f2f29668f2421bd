package dev.frontdesk.web.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.frontdesk.api.channel.PresetForm;
import dev.frontdesk.web.http.Json;
import java.io.IOException;

/** {@code Form}: what a provider lets us send at any time. */
public final class FormJson {
    private FormJson() {}

    public static void write(JsonGenerator to, PresetForm form) throws IOException {
        to.writeStartObject();
        to.writeStringField("name", form.name());
        to.writeStringField("language", form.language().toLanguageTag());
        to.writeStringField("text", form.text());
        Json.texts(to, "blanks", form.blanks());
        Json.field(to, "media", form.media().orElse(""));
        Json.field(to, "refused", form.refused().orElse(""));
        to.writeEndObject();
    }
}
