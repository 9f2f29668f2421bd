package dev.frontdesk.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Details;
import java.time.Instant;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a message tells besides its content. All of it is hearsay, a {@code /start} payload as much as a name. */
final class Particulars {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_FACT = 1024;
    private static final long LAST_SECOND = 253_402_300_799L;
    /** Embeddings, overrides and isolates: a name with one of them turns around what stands beside it. */
    private static final String TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";
    /** Letters and symbols that show nothing: fillers, the empty Braille pattern. */
    private static final String BLANK = "\u115f\u1160\u2800\u3164\uffa0";

    private final Keys keys;

    Particulars(Keys keys) {
        this.keys = keys;
    }

    /** @param from the person, who in a business chat may be the owner */
    Details of(JsonNode message, Place place) {
        return new Details(
                time(message.path("date")),
                person(message.path("from")),
                locale(message.path("from")),
                answered(message.path("reply_to_message"), place),
                Json.text(message.path("media_group_id")).map(group -> keys.album(place, group)),
                more(message));
    }

    /** A press answers the message with the buttons. */
    Details ofPress(JsonNode press, Place place) {
        var from = press.path("from");
        return new Details(
                time(press.path("date")),
                person(from),
                locale(from),
                answered(press.path("message"), place),
                Optional.empty(),
                Value.EMPTY);
    }

    private Optional<String> answered(JsonNode message, Place place) {
        var id = Json.number(message.path("message_id"));
        return id.isPresent() ? Optional.of(keys.message(place, id.getAsLong())) : Optional.empty();
    }

    private static Value.Fields more(JsonNode message) {
        var facts = new LinkedHashMap<String, String>();
        command(message.path("text").asText(), facts);
        if (message.has("forward_origin")) {
            facts.put("forwarded", origin(message.path("forward_origin")));
        }
        if (message.has("via_bot")) {
            facts.put("via-bot", message.path("via_bot").path("username").asText("a bot"));
        }
        if (message.has("quote")) {
            facts.put("quote", message.path("quote").path("text").asText());
        }
        if (message.has("reply_to_story")) {
            facts.put("story", "reply");
        }
        if (message.has("contact")) {
            var card = Json.number(message.path("contact").path("user_id"));
            boolean own = card.isPresent()
                    && card.equals(Json.number(message.path("from").path("id")));
            facts.put("card", own ? "own" : "other");
        }
        var values = new LinkedHashMap<String, Value>();
        facts.forEach((name, fact) -> values.put(name, Value.of(cut(fact, LONGEST_FACT))));
        return new Value.Fields(values);
    }

    /** {@code /start shop} and {@code /start@desk_bot shop} are the command "start", and the word of the link is "shop". */
    private static void command(String text, Map<String, String> facts) {
        if (!text.startsWith("/")) {
            return;
        }
        int end = 1;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        boolean whole = end == text.length() || text.charAt(end) == '@' || Character.isWhitespace(text.charAt(end));
        if (end == 1 || end > 33 || !whole) {
            return;
        }
        var command = text.substring(1, end).toLowerCase(Locale.ROOT);
        facts.put("command", command);
        int space = text.indexOf(' ');
        if (command.equals("start") && space > 0) {
            facts.put("start", text.substring(space + 1).strip());
        }
    }

    private static String origin(JsonNode origin) {
        return switch (origin.path("type").asText()) {
            case "user" -> person(origin.path("sender_user")).orElse("somebody");
            case "hidden_user" -> name(origin.path("sender_user_name").asText()).orElse("somebody");
            case "chat" ->
                name(origin.path("sender_chat").path("title").asText()).orElse("a chat");
            case "channel" -> name(origin.path("chat").path("title").asText()).orElse("a channel");
            default -> "somebody";
        };
    }

    private static Optional<String> person(JsonNode user) {
        return name(
                user.path("first_name").asText() + " " + user.path("last_name").asText());
    }

    /** Without what turns the writing of others around; none when nobody could see it. */
    private static Optional<String> name(String given) {
        var name = new StringBuilder();
        given.codePoints()
                .filter(c -> TURNING.indexOf(c) < 0)
                .takeWhile(c -> name.length() + Character.charCount(c) <= LONGEST_NAME)
                .forEach(name::appendCodePoint);
        return Optional.of(name.toString().strip())
                .filter(value -> value.codePoints().anyMatch(Particulars::isVisible));
    }

    private static boolean isVisible(int c) {
        return !Character.isSpaceChar(c)
                && !Character.isISOControl(c)
                && Character.getType(c) != Character.FORMAT
                && BLANK.indexOf(c) < 0;
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** Seconds; a fake is known that counts milliseconds. */
    static Optional<Instant> time(JsonNode date) {
        var number = Json.number(date);
        if (number.isEmpty() || number.getAsLong() <= 0) {
            return Optional.empty();
        }
        long value = number.getAsLong();
        return Optional.of(value > LAST_SECOND ? Instant.ofEpochMilli(value) : Instant.ofEpochSecond(value));
    }

    private static Optional<Locale> locale(JsonNode user) {
        return Json.text(user.path("language_code")).flatMap(tag -> {
            try {
                return Optional.of(new Locale.Builder().setLanguageTag(tag).build())
                        .filter(found -> !found.getLanguage().isEmpty());
            } catch (IllformedLocaleException malformed) {
                return Optional.empty();
            }
        });
    }
}
