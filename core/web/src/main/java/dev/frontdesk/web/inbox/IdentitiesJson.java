package dev.frontdesk.web.inbox;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.frontdesk.engine.port.Transaction.Identity;
import java.io.IOException;
import java.util.List;

/** Where a contact can be met. */
final class IdentitiesJson {
    private IdentitiesJson() {}

    static void write(JsonGenerator to, List<Identity> identities) throws IOException {
        to.writeArrayFieldStart("identities");
        for (var identity : identities) {
            to.writeStartObject();
            to.writeStringField("channel", identity.channel());
            to.writeStringField("identity", identity.external());
            to.writeEndObject();
        }
        to.writeEndArray();
    }
}
