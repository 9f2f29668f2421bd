package dev.frontdesk.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.api.channel.Raw;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes a webhook apart: several entries, changes, messages and statuses, each read for itself, so that one that is broken costs
 * nothing but itself. What is about the account leaves a notice, what cannot be read is kept as such. Never throws. Safe for use
 * by many threads.
 */
final class Reading {

    private static final String OBJECT = "whatsapp_business_account";
    private static final int LONGEST_FIELD = 64;

    private final Keys keys;
    private final Messages messages;
    private final Reports reports;
    private final InstantSource clock;

    Reading(String number, Told told, InstantSource clock) {
        this.keys = new Keys(number);
        this.clock = clock;
        messages = new Messages(keys, told, clock);
        reports = new Reports(keys, clock);
    }

    /** Never empty: what was acknowledged leaves a trace. */
    List<Inbound> read(byte[] body) {
        var json = Json.object(body);
        if (json.isEmpty()) {
            return List.of(unreadable("is not a JSON object, or one that is too deep", body));
        }
        var webhook = json.get();
        if (!webhook.path("object").asText().equals(OBJECT)
                || !webhook.path("entry").isArray()) {
            return List.of(unreadable("is not about a WhatsApp Business account", body));
        }
        return new Sheet(webhook, body).items();
    }

    private interface Part {
        List<Inbound> read(Raw raw);
    }

    /** One webhook. */
    private final class Sheet {
        private final JsonNode webhook;
        private final byte[] body;
        private final boolean alone;
        private final List<Inbound> items = new ArrayList<>();

        Sheet(JsonNode webhook, byte[] body) {
            this.webhook = webhook;
            this.body = body;
            this.alone = parts() <= 1;
        }

        private int parts() {
            int parts = 0;
            for (var entry : webhook.path("entry")) {
                for (var change : entry.path("changes")) {
                    var value = change.path("value");
                    parts += Math.max(
                            1,
                            value.path("messages").size()
                                    + value.path("statuses").size()
                                    + value.path("message_echoes").size());
                }
            }
            return parts;
        }

        List<Inbound> items() {
            for (var entry : webhook.path("entry")) {
                for (var change : entry.path("changes")) {
                    part(change, raw -> change(entry, change, raw));
                }
            }
            if (items.isEmpty()) {
                items.add(new Inbound.Notice(
                        keys.digested("notice", body), "whatsapp.empty", Value.EMPTY, new Raw(body)));
            }
            return items;
        }

        /** With its own bytes where it came alone, else with its part of them. A fault of ours costs this part and no other. */
        private void part(JsonNode node, Part part) {
            var raw = new Raw(alone ? body : node.toString().getBytes(StandardCharsets.UTF_8));
            try {
                items.addAll(part.read(raw));
            } catch (RuntimeException ours) {
                items.add(
                        unreadable("is beyond this channel: " + ours.getClass().getSimpleName(), raw.bytes()));
            }
        }

        private List<Inbound> change(JsonNode entry, JsonNode change, Raw raw) {
            var value = change.path("value");
            var field = change.path("field").asText();
            var number = Json.id(value.path("metadata").path("phone_number_id"));
            if (number.isPresent() && !number.get().equals(keys.number())) {
                return List.of(foreign(number.get()));
            }
            if (field.equals("messages") && (value.has("messages") || value.has("statuses"))) {
                value.path("messages").forEach(one -> part(one, own -> messages.received(value, one, own)));
                value.path("statuses").forEach(one -> part(one, own -> reports.of(one, own)));
                return List.of();
            }
            if (field.equals("smb_message_echoes") && value.has("message_echoes")) {
                value.path("message_echoes").forEach(one -> part(one, own -> messages.echoed(one, own)));
                return List.of();
            }
            return List.of(account(entry, field, value, raw));
        }
    }

    /** About the account, a template, a call, a flow, a group. */
    private Inbound account(JsonNode entry, String field, JsonNode value, Raw raw) {
        if (field.isEmpty() && value.isMissingNode()) {
            return unreadable("holds a change that changes nothing", raw.bytes());
        }
        var kind = field.isEmpty() ? "unknown" : field;
        var account = Json.id(entry.path("id"));
        var same = account.orElse("") + entry.path("time").asText() + field + value;
        var details = Values.fields(value);
        return new Inbound.Notice(
                keys.digested("notice", same.getBytes(StandardCharsets.UTF_8)),
                "whatsapp." + (kind.length() > LONGEST_FIELD ? kind.substring(0, LONGEST_FIELD) : kind),
                account.isPresent() ? details.with("account", Value.of(account.get())) : details,
                raw);
    }

    /** For another number of the same app: said once a day, and nothing of it is kept. */
    private Inbound foreign(String number) {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var details = new Value.Fields(Map.of(
                "phone_number_id",
                Value.of(Optional.of(number)
                        .filter(id -> id.length() <= LONGEST_FIELD)
                        .orElse("?"))));
        return new Inbound.Notice(
                keys.about("other", number + ":" + day), "whatsapp.other-number", details, Raw.of(number));
    }

    private Inbound unreadable(String why, byte[] bytes) {
        return new Inbound.Unreadable(keys.digested("bad", bytes), "the webhook " + why, new Raw(bytes));
    }
}
