package dev.frontdesk.testkit.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One request as the model got it.
 *
 * @param authorization the header, "" without one
 * @param body the JSON
 */
public record Asked(String authorization, JsonNode body) {

    /** The texts of all messages with this role. */
    public List<String> saidBy(String role) {
        return body.path("messages")
                .valueStream()
                .filter(message -> message.path("role").asText().equals(role))
                .map(message -> message.path("content").asText())
                .toList();
    }

    /** The text of the last message of a user, "" without one. */
    public String question() {
        var said = saidBy("user");
        return said.isEmpty() ? "" : said.getLast();
    }

    /** The names of the functions it may call. */
    public List<String> functions() {
        return body.path("tools")
                .valueStream()
                .map(tool -> tool.at("/function/name").asText())
                .toList();
    }

    /** Everything that was sent, in one text: for what must not be in it. */
    public String everything() {
        return body.toString();
    }

    /** The texts of all messages, whoever said them. */
    public String conversation() {
        return body.path("messages")
                .valueStream()
                .map(message -> message.path("content").asText())
                .collect(Collectors.joining("\n"));
    }
}
