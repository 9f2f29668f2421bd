package dev.frontdesk.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Inbound.State;
import dev.frontdesk.api.channel.Raw;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes of a status what became of a message of ours. They come in any order, and some never. Safe for use by many threads. */
final class Reports {

    private static final Map<String, State> STATES = Map.of(
            "sent", State.SENT,
            "delivered", State.DELIVERED,
            "read", State.READ,
            "played", State.READ,
            "failed", State.FAILED);

    private final Keys keys;
    private final InstantSource clock;

    Reports(Keys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    List<Inbound> of(JsonNode status, Raw raw) {
        var id = Json.text(status.path("id"));
        var word = status.path("status").asText();
        if (id.isEmpty() || word.isEmpty()) {
            return List.of(new Inbound.Unreadable(
                    keys.digested("bad", raw.bytes()), "the status names no message or says nothing", raw));
        }
        var state = Optional.ofNullable(STATES.get(word));
        if (state.isEmpty() || status.path("recipient_type").asText().equals("group")) {
            return List.of(new Inbound.Notice(
                    keys.digested("notice", raw.bytes()), "whatsapp.status", Values.fields(status), raw));
        }
        var items = new ArrayList<Inbound>();
        items.add(new Inbound.Report(
                keys.about(word, id.get()),
                Optional.of(keys.message(id.get())),
                Json.text(status.path("biz_opaque_callback_data")).flatMap(Keys::called),
                state.get(),
                Messages.time(status.path("timestamp")).orElseGet(clock::instant),
                why(status),
                raw));
        gone(status, id.get(), raw).ifPresent(items::add);
        return items;
    }

    /** Why it failed; empty when it did not, and Meta does not always say. */
    private static String why(JsonNode status) {
        var error = status.path("errors").path(0);
        return error.isMissingNode()
                ? status.path("status").asText().equals("failed") ? "WhatsApp does not say why" : ""
                : Refusal.of(error).why();
    }

    /** Meta learns only on the way that somebody has no WhatsApp. */
    private Optional<Inbound> gone(JsonNode status, String id, Raw raw) {
        var error = Refusal.of(status.path("errors").path(0));
        return Sender.id(status.path("recipient_id"))
                .or(() -> Sender.id(status.path("recipient_user_id")))
                .filter(_ -> error.code() == Refusal.UNREACHABLE)
                .map(who -> new Inbound.Reach(keys.about("reach", id), Address.of(who), false, error.why(), raw));
    }
}
