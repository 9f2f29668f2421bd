package dev.frontdesk.engine.desk;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Something a person wants.
 *
 * @param id made by the client, a UUID
 * @param by the agent, or "" for the system
 * @param conversation the one it is about, 0 for one that begins, and for what is about the contact
 */
public record Order(String id, String by, long contact, long conversation, What what) {

    public sealed interface What {
        /**
         * @param replyTo the channel's key of the message it answers, empty for none
         * @param on the channel that has this message; elsewhere the reply stands alone
         */
        record Reply(String text, String replyTo, String on) implements What {
            public Reply(String text) {
                this(text, "", "");
            }
        }

        /** One file with a caption, which may be empty. */
        record File(String kind, Content.Stored file, String text) implements What {}

        /** Several files as one, at least two. */
        record Album(List<File> files) implements What {
            public Album {
                files = List.copyOf(files);
            }
        }

        /**
         * An approved form, filled in: into the conversation, or as the first word of a new one.
         *
         * @param channel where the new one begins, "" for the conversation's own
         */
        record Form(String channel, String name, String language, Map<String, String> values) implements What {
            public Form {
                values = Map.copyOf(values);
            }
        }

        record Note(String text) implements What {}

        record AssignTo(String agent) implements What {}

        record TransferTo(String team) implements What {}

        record Requeue(String reason) implements What {}

        record Close(String category, String summary) implements What {}

        /** Whether somebody gets what is sent into the thread. */
        record Standing(String channel, String identity, boolean active) implements What {}

        record Start(String channel, String text) implements What {}

        /** The contact is the same person as another one. */
        record SamePerson(long other) implements What {}

        /** A merge into the contact was a mistake. */
        record Part(long merge, long loser) implements What {}

        /** Lets parked mail and runs of the contact go on. */
        record Resume() implements What {}
    }

    /** As the payload of a mail. */
    public Value.Fields payload() {
        Map<String, Value> fields =
                switch (what) {
                    case What.Reply(var text, var replyTo, var on) ->
                        Map.of("text", Value.of(text), "replyTo", Value.of(replyTo), "on", Value.of(on));
                    case What.File file -> fields(file);
                    case What.Album(var files) ->
                        Map.of(
                                "files",
                                new Value.Items(files.stream()
                                        .<Value>map(file -> new Value.Fields(fields(file)))
                                        .toList()));
                    case What.Form(var channel, var name, var language, var values) ->
                        Map.of(
                                "channel",
                                Value.of(channel),
                                "name",
                                Value.of(name),
                                "language",
                                Value.of(language),
                                "values",
                                texts(values));
                    case What.Note(var text) -> Map.of("text", Value.of(text));
                    case What.AssignTo(var agent) -> Map.of("agent", Value.of(agent));
                    case What.TransferTo(var team) -> Map.of("team", Value.of(team));
                    case What.Requeue(var reason) -> Map.of("reason", Value.of(reason));
                    case What.Close(var category, var summary) ->
                        Map.of("category", Value.of(category), "summary", Value.of(summary));
                    case What.Standing(var channel, var identity, var active) ->
                        Map.of(
                                "channel", Value.of(channel),
                                "identity", Value.of(identity),
                                "active", Value.of(active));
                    case What.Start(var channel, var text) ->
                        Map.of("channel", Value.of(channel), "text", Value.of(text));
                    case What.SamePerson(long other) -> Map.of("other", Value.of(Long.toString(other)));
                    case What.Part(long merge, long loser) ->
                        Map.of("merge", Value.of(Long.toString(merge)), "loser", Value.of(Long.toString(loser)));
                    case What.Resume() -> Map.<String, Value>of();
                };
        return new Value.Fields(Map.of(
                "id", Value.of(id),
                "by", Value.of(by),
                "conversation", Value.of(Long.toString(conversation)),
                "what", Value.of(what.getClass().getSimpleName()),
                "with", new Value.Fields(fields)));
    }

    private static long number(Value.Fields with, String name) {
        return Long.parseLong(with.get(name).asText());
    }

    private static Map<String, Value> fields(What.File it) {
        return Map.of(
                "kind", Value.of(it.kind()),
                "sha256", Value.of(it.file().sha256()),
                "name", Value.of(it.file().name()),
                "type", Value.of(it.file().mediaType()),
                "size", Value.of(Long.toString(it.file().size())),
                "text", Value.of(it.text()));
    }

    private static What.File file(Value.Fields with) {
        return new What.File(
                with.get("kind").asText(),
                new Content.Stored(
                        with.get("sha256").asText(),
                        with.get("name").asText(),
                        with.get("type").asText(),
                        Long.parseLong(with.get("size").asText())),
                with.get("text").asText());
    }

    private static List<What.File> files(Value all) {
        return all instanceof Value.Items(var values)
                ? values.stream().map(one -> file((Value.Fields) one)).toList()
                : List.of();
    }

    private static Value texts(Map<String, String> values) {
        var texts = new HashMap<String, Value>();
        values.forEach((name, value) -> texts.put(name, Value.of(value)));
        return new Value.Fields(texts);
    }

    private static Map<String, String> texts(Value values) {
        var texts = new HashMap<String, String>();
        if (values instanceof Value.Fields(var all)) {
            all.forEach((name, value) -> texts.put(name, value.asText()));
        }
        return texts;
    }

    /** From the payload of a mail. */
    public static Order of(long contact, Value.Fields payload) {
        var with = (Value.Fields) payload.get("with");
        What what =
                switch (payload.get("what").asText()) {
                    case "Reply" ->
                        new What.Reply(
                                with.get("text").asText(),
                                with.get("replyTo").asText(),
                                with.get("on").asText());
                    case "File" -> file(with);
                    case "Album" -> new What.Album(files(with.get("files")));
                    case "Form" ->
                        new What.Form(
                                with.get("channel").asText(),
                                with.get("name").asText(),
                                with.get("language").asText(),
                                texts(with.get("values")));
                    case "Note" -> new What.Note(with.get("text").asText());
                    case "AssignTo" -> new What.AssignTo(with.get("agent").asText());
                    case "TransferTo" -> new What.TransferTo(with.get("team").asText());
                    case "Requeue" -> new What.Requeue(with.get("reason").asText());
                    case "Close" ->
                        new What.Close(
                                with.get("category").asText(),
                                with.get("summary").asText());
                    case "Standing" ->
                        new What.Standing(
                                with.get("channel").asText(),
                                with.get("identity").asText(),
                                with.get("active").equals(Value.of(true)));
                    case "Start" ->
                        new What.Start(
                                with.get("channel").asText(), with.get("text").asText());
                    case "SamePerson" -> new What.SamePerson(number(with, "other"));
                    case "Part" -> new What.Part(number(with, "merge"), number(with, "loser"));
                    case "Resume" -> new What.Resume();
                    default ->
                        throw new IllegalArgumentException(
                                "unknown order " + payload.get("what").asText());
                };
        return new Order(
                payload.get("id").asText(),
                payload.get("by").asText(),
                contact,
                Long.parseLong(payload.get("conversation").asText()),
                what);
    }
}
