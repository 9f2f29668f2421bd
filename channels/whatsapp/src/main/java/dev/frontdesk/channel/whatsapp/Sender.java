package dev.frontdesk.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.frontdesk.api.channel.Address;
import java.util.Optional;

/**
 * Who wrote: a phone number, a user id that is bound to the business (since 2026 beside every number, and alone for those who
 * hide theirs behind a user name), or both. The number comes first, for it can always be written to.
 */
record Sender(Optional<String> phone, Optional<String> user, Optional<String> name, Optional<String> username) {

    private static final int LONGEST = 100;

    /** Who sent a message of a webhook; without phone and user id when it does not say. */
    static Sender of(JsonNode value, JsonNode message) {
        var from = id(message.path("from"));
        var user = id(message.path("from_user_id"));
        var contact = contact(value.path("contacts"), from, user);
        var theirs = id(contact.path("wa_id"));
        boolean same = from.isEmpty() || from.equals(theirs) || theirs.isEmpty();
        var profile = contact.path("profile");
        return new Sender(
                from.or(() -> theirs),
                user.or(() -> same ? id(contact.path("user_id")) : Optional.empty()),
                Names.shown(profile.path("name").asText()),
                Json.text(profile.path("username"))
                        .or(() -> Json.text(contact.path("username")))
                        .flatMap(Names::shown));
    }

    /** The contact of a webhook that a message is from: webhooks of several messages name several. */
    private static JsonNode contact(JsonNode contacts, Optional<String> phone, Optional<String> user) {
        for (var contact : contacts) {
            boolean byPhone = phone.isPresent() && id(contact.path("wa_id")).equals(phone);
            boolean byUser = user.isPresent() && id(contact.path("user_id")).equals(user);
            if (byPhone || byUser) {
                return contact;
            }
        }
        return contacts.size() == 1 ? contacts.path(0) : MissingNode.getInstance();
    }

    static Optional<String> id(JsonNode node) {
        return Json.id(node).map(String::strip).filter(id -> !id.isEmpty() && id.length() <= LONGEST);
    }

    /** Empty when nobody can be named. */
    Optional<Address> address() {
        return phone.or(() -> user).map(Address::of);
    }
}
