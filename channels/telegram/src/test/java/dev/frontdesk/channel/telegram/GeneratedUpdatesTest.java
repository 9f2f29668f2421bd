package dev.frontdesk.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.channel.telegram.TelegramSettings.Groups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Updates made from the machine-readable description of the Bot API: every kind, and every field of a message. */
class GeneratedUpdatesTest {
    private static final int TIMES = 20;

    private final Reading reading = new Reading("123456", Groups.IGNORE);
    private final Reading answering = new Reading("123456", Groups.ANSWER);
    private JsonNode spec;

    @BeforeEach
    void open() throws IOException {
        var folder = Optional.ofNullable(System.getenv("FRONTDESK_MATERIAL")).orElse("../../../shared/material");
        var file = Path.of(folder, "telegram-bot-api-spec", "api.json");
        assumeThat(file).as("the description, in FRONTDESK_MATERIAL").exists();
        spec = JsonMapper.builder().build().readTree(Files.readAllBytes(file));
    }

    private Stream<String> fields(String type) {
        return spec.path("types")
                .path(type)
                .path("fields")
                .valueStream()
                .map(field -> field.path("name").asText());
    }

    private List<Inbound> read(JsonNode update) {
        var text = update.toString();
        for (var by : List.of(reading, answering)) {
            var read = by.read(text);
            assertThat(read.update()).hasValue(update.path("update_id").asLong());
            assertThat(read.items()).as(text).isNotEmpty().allSatisfy(item -> {
                assertThat(item.id()).isNotEmpty().hasSizeLessThanOrEqualTo(200);
                assertThat(item.toString()).isNotEmpty();
            });
        }
        return reading.read(text).items();
    }

    @Test
    void every_kind_of_update_is_stored_as_something() {
        var kinds = fields("Update").filter(kind -> !kind.equals("update_id")).toList();
        assertThat(kinds).hasSizeGreaterThan(20).containsAll(Reading.KINDS);
        var dead = new ArrayList<String>();
        for (var kind : kinds) {
            for (int seed = 0; seed < TIMES; seed++) {
                var update = new UpdateMaker(spec, seed).update(kind);
                read(update).stream()
                        .filter(Inbound.Unreadable.class::isInstance)
                        .forEach(item -> dead.add(kind + ": " + update));
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void every_field_of_a_message_is_read_wherever_a_message_can_stand() {
        for (var kind : List.of("message", "edited_message", "business_message", "edited_business_message")) {
            for (var field : fields("Message").toList()) {
                for (int seed = 0; seed < TIMES; seed++) {
                    read(new UpdateMaker(spec, seed).message(kind, field));
                }
            }
        }
    }

    /** In a person's own chat nothing that a person says is lost, and nothing else counts as said. */
    @Test
    void each_field_of_a_message_is_said_or_done_or_about_it_and_none_is_unknown() {
        var unknown = new TreeSet<String>();
        for (var field : fields("Message").toList()) {
            var update = new UpdateMaker(spec, 1).privately(field);
            var item = read(update).getFirst();
            if (item instanceof Inbound.Message message && message.content() instanceof Content.Unsupported odd) {
                assertThat(odd.what()).as(field).isIn(field, "message");
            }
            boolean service = item instanceof Inbound.Notice;
            boolean around = item instanceof Inbound.Message message
                    && message.content() instanceof Content.Unsupported(var what, var _)
                    && what.equals("message");
            boolean content = item instanceof Inbound.Message && !around;
            if (!service && !content && !around) {
                unknown.add(field);
            }
            if (content && odd(item) && !SHOWN_BY_NAME.contains(field)) {
                unknown.add(field);
            }
        }
        assertThat(unknown)
                .as("fields of a message that nobody has thought about")
                .isEmpty();
    }

    /** Content that Frontdesk has no word for, shown by Telegram's own. */
    private static final List<String> SHOWN_BY_NAME = List.of(
            "poll",
            "checklist",
            "dice",
            "game",
            "story",
            "paid_media",
            "web_app_data",
            "invoice",
            "successful_payment",
            "users_shared",
            "chat_shared",
            "gift",
            "unique_gift",
            "caption");

    private static boolean odd(Inbound item) {
        return item instanceof Inbound.Message message && message.content() instanceof Content.Unsupported;
    }

    /** What is cut off, turned around or doubled is still no reason to throw. */
    @Test
    void damaged_updates_are_kept() {
        for (int seed = 0; seed < 300; seed++) {
            var text = new UpdateMaker(spec, seed).update("message").toString();
            int at = Math.floorMod(seed * 7919, text.length());
            for (var damaged : List.of(
                    text.substring(0, at),
                    text.substring(0, at) + "\u0000" + text.substring(at),
                    text.substring(0, at) + "{" + text.substring(at),
                    text.replace("\"id\":", "\"id\":-"),
                    text.replace(":{", ":[{"))) {
                assertThat(answering.read(damaged).items()).isNotEmpty();
            }
        }
    }

    /** A kind or a value of next year, wherever it stands. */
    @Test
    void what_nobody_knows_yet_does_no_harm() {
        for (int seed = 0; seed < 300; seed++) {
            ObjectNode update = new UpdateMaker(spec, seed).update("message");
            update.withObject("/message").putObject("of_next_year").put("x", 1);
            read(update);
        }
    }
}
