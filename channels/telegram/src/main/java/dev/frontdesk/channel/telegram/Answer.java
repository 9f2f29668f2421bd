package dev.frontdesk.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import java.util.OptionalLong;

/** What became of one call of the Bot API. */
sealed interface Answer {

    /** It was done; the whole answer as it came. */
    record Done(String body) implements Answer {
        JsonNode result() {
            return Json.object(body).map(answer -> answer.path("result")).orElse(MissingNode.getInstance());
        }
    }

    /**
     * The Bot API says no, so nothing was done.
     *
     * @param retryAfter seconds
     * @param movedTo the chat that a group has become
     */
    record Refused(int code, String description, OptionalLong retryAfter, OptionalLong movedTo) implements Answer {}

    /** Something answered that is not the Bot API: a proxy, a sign-in page. */
    record Strange(int status) implements Answer {}

    /** The call surely did not get there. */
    record NotSent(String why) implements Answer {}

    /** The call may have had its effect: it was on its way when the connection or our patience ended. */
    record Unsure(String why) implements Answer {}

    /** Reads what came with HTTP 200 or with any other status. */
    static Answer of(String body) {
        if (body.startsWith("{\"ok\":true")) {
            return new Done(body);
        }
        Optional<JsonNode> object = Json.object(body);
        if (object.isEmpty() || object.get().path("ok").asBoolean()) {
            return new Done(body);
        }
        var said = object.get();
        return new Refused(
                said.path("error_code").asInt(),
                said.path("description").asText(),
                Json.number(said.path("parameters").path("retry_after")),
                Json.number(said.path("parameters").path("migrate_to_chat_id")));
    }
}
