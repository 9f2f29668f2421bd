package dev.frontdesk.web.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.frontdesk.engine.port.InboxReads;
import java.io.IOException;

/** The sizes of the views of one agent. */
public final class CountsJson {
    private CountsJson() {}

    public static void write(JsonGenerator to, InboxReads.Counts counts) throws IOException {
        to.writeStartObject();
        to.writeNumberField("mine", counts.mine());
        to.writeNumberField("unassigned", counts.unassigned());
        to.writeNumberField("all", counts.all());
        to.writeEndObject();
    }
}
