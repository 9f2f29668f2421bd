package dev.frontdesk.web.staff;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.frontdesk.engine.port.Directory;
import java.io.IOException;

/** {@code Me}: the signed-in agent. */
public final class MeJson {
    private MeJson() {}

    public static void write(JsonGenerator to, Directory.Agent agent, String csrf, boolean hasPassword)
            throws IOException {
        to.writeStartObject();
        to.writeStringField("agent", agent.id());
        to.writeStringField("name", agent.name().isEmpty() ? agent.id() : agent.name());
        to.writeStringField("role", agent.role());
        to.writeStringField("language", agent.language());
        to.writeStringField("availability", agent.presence());
        to.writeStringField("csrf", csrf);
        to.writeBooleanField("hasPassword", hasPassword);
        to.writeEndObject();
    }
}
