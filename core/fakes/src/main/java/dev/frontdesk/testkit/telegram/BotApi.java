package dev.frontdesk.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/** The methods of the Bot API that the fake knows, each with the refusals of the real one. Safe for use by many threads. */
final class BotApi {
    private static final Duration LONGEST_POLL = Duration.ofSeconds(50);

    private final People people;
    private final UpdateQueue queue;
    private final Webhook webhook;
    private final Ledger ledger;
    private final FileStore files;
    private final Sends sends;

    BotApi(People people, UpdateQueue queue, Webhook webhook, Ledger ledger, FileStore files, Sends sends) {
        this.people = people;
        this.queue = queue;
        this.webhook = webhook;
        this.ledger = ledger;
        this.files = files;
        this.sends = sends;
    }

    /** The answer to a call, as text, for updates are handed over exactly as they were enqueued. */
    String answer(String method, Params params) throws InterruptedException, Refusal {
        return switch (method.toLowerCase(Locale.ROOT)) {
            case "getme" -> ok(me());
            case "getupdates" -> updates(params);
            case "getfile" -> ok(file(params));
            case "answercallbackquery" -> ok(answerCallbackQuery(params));
            case "sendchataction" -> ok(sendChatAction(params));
            case "setwebhook" -> ok(setWebhook(params));
            case "deletewebhook" -> ok(deleteWebhook());
            case "getwebhookinfo" -> ok(webhookInfo());
            case "logout" -> ok(BooleanNode.TRUE);
            default ->
                ok(sends.answer(method.toLowerCase(Locale.ROOT), params)
                        .orElseThrow(() -> new Refusal(404, "Not Found: method not found")));
        };
    }

    private static String ok(JsonNode result) {
        return "{\"ok\":true,\"result\":" + result + "}";
    }

    static ObjectNode me() {
        return Json.object()
                .put("id", 123_456)
                .put("is_bot", true)
                .put("first_name", "Desk")
                .put("username", "desk_bot");
    }

    private String updates(Params params) throws InterruptedException, Refusal {
        if (webhook.target().isPresent()) {
            throw new Refusal(
                    409,
                    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the"
                            + " webhook first");
        }
        long wait = Math.clamp(params.number("timeout", 0), 0, LONGEST_POLL.toSeconds());
        int limit = Math.clamp(params.number("limit", 100), 1, 100);
        var found = queue.poll(params.number("offset", 0), limit, Duration.ofSeconds(wait));
        return "{\"ok\":true,\"result\":["
                + String.join(",", found.stream().map(UpdateQueue.Pending::raw).toList())
                + "]}";
    }

    private ObjectNode file(Params params) throws Refusal {
        var kept = files.byId(params.text("file_id"))
                .orElseThrow(
                        () -> new Refusal(400, "Bad Request: wrong file_id or the file is temporarily unavailable"));
        return Sends.described(kept).put("file_path", files.pathFor(kept));
    }

    private JsonNode answerCallbackQuery(Params params) {
        ledger.answered(params.text("callback_query_id"));
        return BooleanNode.TRUE;
    }

    private JsonNode sendChatAction(Params params) throws Refusal {
        ledger.typing(people.reachable(params).path("id").asLong());
        return BooleanNode.TRUE;
    }

    private JsonNode setWebhook(Params params) throws Refusal {
        if (params.text("url").isEmpty()) {
            return deleteWebhook();
        }
        var secret = params.text("secret_token");
        if (!secret.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '-'))) {
            throw new Refusal(400, "Bad Request: secret token contains unallowed characters");
        }
        try {
            int connections = Math.clamp(params.number("max_connections", 40), 1, 100);
            webhook.set(new Webhook.Target(URI.create(params.text("url")), secret, connections));
        } catch (IllegalArgumentException malformed) {
            throw new Refusal(400, "Bad Request: bad webhook: invalid url");
        }
        return BooleanNode.TRUE;
    }

    private JsonNode deleteWebhook() {
        webhook.delete();
        return BooleanNode.TRUE;
    }

    private ObjectNode webhookInfo() {
        var info = Json.object()
                .put("url", webhook.target().map(set -> set.url().toString()).orElse(""))
                .put("has_custom_certificate", false)
                .put("pending_update_count", queue.size());
        webhook.target().ifPresent(set -> info.put("max_connections", set.connections()));
        if (!webhook.lastError().isEmpty()) {
            info.put("last_error_message", webhook.lastError());
        }
        return info;
    }
}
