package dev.frontdesk.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Address;
import dev.frontdesk.api.channel.Details;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Raw;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes of one message of a webhook what the core knows. Only what a person says is a message; what WhatsApp says about them, what
 * is said in groups, and what the business itself wrote from its phone opens nothing. Safe for use by many threads.
 */
final class Messages {

    /** What WhatsApp writes itself, or a mere sign. */
    private static final Set<String> SIGNS = Set.of("system", "request_welcome", "ephemeral", "call_permission_reply");

    private static final long LAST_SECOND = 253_402_300_799L;

    private final Keys keys;
    private final Told told;
    private final InstantSource clock;

    Messages(Keys keys, Told told, InstantSource clock) {
        this.keys = keys;
        this.told = told;
        this.clock = clock;
    }

    /** What people wrote to the number. */
    List<Inbound> received(JsonNode value, JsonNode message, Raw raw) {
        var id = Sender.id(message.path("id")).or(() -> Json.text(message.path("id")));
        var sender = Sender.of(value, message);
        var from = sender.address();
        if (id.isEmpty() || from.isEmpty()) {
            return List.of(unreadable("has no " + (id.isEmpty() ? "id" : "sender"), raw));
        }
        if (message.has("group_id")) {
            return List.of(notice("group-message", id.get(), message, raw));
        }
        if (sender.phone().isPresent()
                && sender.phone().equals(Sender.id(value.path("metadata").path("display_phone_number")))) {
            return List.of(notice("own-message", id.get(), message, raw));
        }
        var items = new ArrayList<Inbound>();
        samePerson(sender, raw).ifPresent(items::add);
        items.addAll(said(id.get(), sender, from.get(), message, raw));
        return items;
    }

    private List<Inbound> said(String id, Sender sender, Address from, JsonNode message, Raw raw) {
        var type = type(message);
        return switch (type) {
            case "reaction" ->
                List.of(reaction(id, from, message.path("reaction"), time(message.path("timestamp")), raw));
            case "edit" -> List.of(edit(id, from, message.path("edit"), time(message.path("timestamp")), raw));
            case "revoke" -> List.of(removed(id, from, message.path("revoke"), raw));
            default ->
                SIGNS.contains(type)
                        ? sign(id, type, from, message, raw)
                        : List.of(new Inbound.Message(
                                keys.message(id),
                                from,
                                Contents.of(type, message, sent(message)),
                                details(sender, message),
                                raw));
        };
    }

    /** The type it names, else the first thing it could be; a permission to call is a sign although it looks like a message. */
    private static String type(JsonNode message) {
        var type = message.path("type").asText();
        var inner = message.path("interactive").path("type").asText();
        return type.equals("interactive") && SIGNS.contains(inner)
                ? inner
                : type.isEmpty() && message.has("text") ? "text" : type.isEmpty() ? "unknown" : type;
    }

    private Inbound reaction(String id, Address from, JsonNode reaction, Optional<Instant> at, Raw raw) {
        var about = Json.text(reaction.path("message_id"));
        return about.isEmpty()
                ? unreadable("is a reaction to nothing", raw)
                : new Inbound.Reaction(
                        keys.about("reaction", id),
                        keys.message(about.get()),
                        from,
                        reaction.path("emoji").asText(),
                        at,
                        raw);
    }

    private Inbound edit(String id, Address from, JsonNode edit, Optional<Instant> at, Raw raw) {
        var about = Json.text(edit.path("original_message_id"));
        var message = edit.path("message");
        return about.isEmpty()
                ? unreadable("is an edit of nothing", raw)
                : new Inbound.Edit(
                        keys.about("edit", id),
                        keys.message(about.get()),
                        from,
                        Contents.of(type(message), message, at.orElseGet(clock::instant)),
                        at,
                        raw);
    }

    private Inbound removed(String id, Address from, JsonNode revoke, Raw raw) {
        var about = Json.text(revoke.path("original_message_id"));
        return about.isEmpty()
                ? unreadable("takes back nothing", raw)
                : new Inbound.Removed(keys.about("removed", id), keys.message(about.get()), from, raw);
    }

    private List<Inbound> sign(String id, String type, Address from, JsonNode message, Raw raw) {
        var notice = notice(type, id, message, raw);
        var system = message.path("system");
        var now = Sender.id(system.path("wa_id"))
                .or(() -> Sender.id(system.path("new_wa_id")))
                .or(() -> Sender.id(system.path("user_id")))
                .filter(_ -> system.path("type").asText().contains("changed"))
                .filter(other -> !other.equals(from.identity()));
        return now.isEmpty() ? List.of(notice) : List.of(same(from.identity(), now.get(), raw), notice);
    }

    /** A number and a user id of one person: said once, as long as we remember. */
    private Optional<Inbound> samePerson(Sender sender, Raw raw) {
        return sender.phone().isPresent() && sender.user().isPresent()
                ? Optional.of(same(sender.phone().get(), sender.user().get(), raw))
                        .filter(same -> !told.before(same.id()))
                : Optional.empty();
    }

    Inbound same(String known, String alias, Raw raw) {
        return new Inbound.SamePerson(
                keys.about("same", known + "=" + alias), Address.of(known), Address.of(alias), raw);
    }

    /** What the business wrote from its own phone or another tool. */
    List<Inbound> echoed(JsonNode message, Raw raw) {
        var id = Json.text(message.path("id"));
        var about = Sender.id(message.path("to")).or(() -> Sender.id(message.path("to_user_id")));
        if (id.isEmpty() || about.isEmpty()) {
            return List.of(unreadable("is an echo without an id or an addressee", raw));
        }
        var type = type(message);
        return Set.of("revoke", "edit", "reaction").contains(type)
                ? List.of(notice("echoed-" + type, id.get(), message, raw))
                : List.of(new Inbound.Echo(
                        keys.message(id.get()),
                        Address.of(about.get()),
                        Contents.of(type, message, sent(message)),
                        raw));
    }

    private Inbound notice(String kind, String id, JsonNode message, Raw raw) {
        return new Inbound.Notice(keys.about("notice", id), "whatsapp." + kind, Values.fields(message), raw);
    }

    private Inbound unreadable(String why, Raw raw) {
        return new Inbound.Unreadable(keys.digested("bad", raw.bytes()), "the message " + why, raw);
    }

    private Details details(Sender sender, JsonNode message) {
        var context = message.path("context");
        return new Details(
                time(message.path("timestamp")),
                sender.name().or(sender::username),
                Optional.empty(),
                Json.text(context.path("id")).map(keys::message),
                Optional.empty(),
                more(sender, message, context));
    }

    private static Value.Fields more(Sender sender, JsonNode message, JsonNode context) {
        var more = new LinkedHashMap<String, Value>();
        sender.username().ifPresent(name -> more.put("username", Value.of(name)));
        if (context.path("forwarded").asBoolean()
                || context.path("frequently_forwarded").asBoolean()) {
            more.put("forwarded", Value.of(true));
        }
        put(more, "ad", message.path("referral"));
        put(more, "product", context.path("referred_product"));
        put(more, "order", message.path("order"));
        put(more, "form", Contents.flowFields(message.path("interactive").path("nfm_reply")));
        put(more, "error", message.path("errors").path(0));
        return new Value.Fields(more);
    }

    private static void put(LinkedHashMap<String, Value> more, String name, JsonNode object) {
        var fields = Values.fields(object);
        if (!fields.isEmpty()) {
            more.put(name, fields);
        }
    }

    private Instant sent(JsonNode message) {
        return time(message.path("timestamp")).orElseGet(clock::instant);
    }

    /** Seconds, written as text. */
    static Optional<Instant> time(JsonNode seconds) {
        var number = Json.number(seconds);
        return number.isPresent() && number.getAsLong() > 0 && number.getAsLong() <= LAST_SECOND
                ? Optional.of(Instant.ofEpochSecond(number.getAsLong()))
                : Optional.empty();
    }
}
