package dev.frontdesk.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontdesk.api.channel.Batch;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Intake;
import dev.frontdesk.api.channel.Raw;
import java.util.Optional;

/**
 * One person, several numbers: a Brazilian mobile with or without its 9, an Argentinian with or without its 9, a Mexican with or
 * without its 1. Nobody can know by the digits which one WhatsApp uses, but the answer to a send names it; the core is told. Safe
 * for use by many threads.
 */
final class Variants {

    private final Messages messages;
    private final Told told;
    private final Intake intake;
    private final Courtesies courtesies;

    Variants(Messages messages, Told told, Intake intake, Courtesies courtesies) {
        this.messages = messages;
        this.told = told;
        this.intake = intake;
        this.courtesies = courtesies;
    }

    /** What the answer to a send to somebody says of them. */
    void heard(String identity, JsonNode contact) {
        tell(identity, Sender.id(contact.path("wa_id")), contact);
        tell(identity, Sender.id(contact.path("user_id")), contact);
    }

    private void tell(String identity, Optional<String> other, JsonNode contact) {
        if (other.isEmpty() || other.get().equals(identity)) {
            return;
        }
        Inbound same = messages.same(identity, other.get(), Raw.of(contact.toString()));
        if (!told.before(same.id())) {
            courtesies.later(() -> {
                try {
                    intake.accept(Batch.of(same));
                    told.done(same.id());
                } catch (Intake.Overloaded | Intake.StaleLease full) {
                    // The next answer says it again.
                }
            });
        }
    }
}
