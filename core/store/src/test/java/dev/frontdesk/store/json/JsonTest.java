package dev.frontdesk.store.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class JsonTest {

    static List<Value> values() {
        return List.of(
                Value.NIL,
                Value.of(true),
                Value.of(-7),
                new Value.Num(new BigDecimal("12345678901234567890.123456789")),
                new Value.Num(new BigDecimal("1e400")),
                Value.of("  \"quoted\" \\ \n ünï 😀"),
                new Value.Time(Instant.parse("2026-01-02T03:04:05.678Z")),
                new Value.Items(List.of(Value.of(1), new Value.Items(List.of()), Value.EMPTY)),
                Value.EMPTY.with("$time", Value.of("not a time")),
                Value.EMPTY.with("$$time", Value.of(1)).with("", Value.NIL).with("b", Value.of("c")));
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_value_is_read_as_it_was_written(Value value) {
        assertThat(ValueJson.read(ValueJson.write(value))).isEqualTo(value);
    }

    @Test
    void what_is_nested_too_deep_is_cut_and_never_an_error() {
        Value deep = Value.of("bottom");
        for (int i = 0; i < 10_000; i++) {
            deep = new Value.Items(List.of(deep));
        }
        assertThat(ValueJson.write(deep)).hasSizeLessThan(1000);
        assertThat(ValueJson.read(ValueJson.write(deep))).isInstanceOf(Value.Items.class);
    }

    static List<Content> contents() {
        return List.of(
                Content.text("hello"),
                new Content.Album(List.of(
                        new Content.Media(
                                Content.IMAGE, new Content.Stored("a".repeat(64), "a.png", "image/png", 3), "Before"),
                        new Content.Media(
                                Content.VIDEO, new Content.Stored("b".repeat(64), "b.mp4", "video/mp4", 4), ""))),
                new Content.Choice("which?", List.of(new Content.Option("a", "A"), new Content.Option("b", "B"))),
                new Content.Choice("none", List.of()),
                new Content.Picked("token", "A"),
                new Content.Unsupported("sticker", "a sticker"),
                new Content.Media(
                        Content.IMAGE,
                        new Content.Remote("h1", Optional.of(Instant.ofEpochMilli(7)), "a.png", "image/png", 12),
                        "my cat"),
                new Content.Media("hologram", new Content.Remote("h2", Optional.empty(), "", "", -1), ""),
                new Content.Media(
                        Content.DOCUMENT, new Content.Stored("ab".repeat(32), "b.pdf", "application/pdf", 3), ""),
                new Content.Location(-33.9, 18.42, "Cape Town"),
                new Content.Card("Ann", List.of("+49 30 1", "2"), "Ann +49 30 1"),
                new Content.Preset(
                        "order", Locale.forLanguageTag("pt-BR"), Map.of("1", "Ann"), Optional.empty(), "Hi Ann"));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void a_content_is_read_as_it_was_written(Content content) {
        assertThat(ContentJson.read(ContentJson.write(content))).isEqualTo(content);
    }

    @Test
    void a_content_of_a_later_version_is_read_as_unsupported() {
        assertThat(ContentJson.read("{\"kind\":\"map\",\"points\":[{\"x\":1}],\"text\":\"a place\"}"))
                .isEqualTo(new Content.Unsupported("map", "a place"));
        assertThat(ContentJson.read(ContentJson.write(new Place("a place"))))
                .isEqualTo(new Content.Unsupported("place", "a place"));
    }

    private record Place(String plainText) implements Content {
        @Override
        public String kind() {
            return "place";
        }
    }

    @Test
    void words_are_read_as_they_were_written() {
        assertThat(TextsJson.read(TextsJson.write(Set.of("b", "a\"")))).containsExactlyInAnyOrder("a\"", "b");
        assertThat(TextsJson.read(TextsJson.write(Set.of()))).isEmpty();
    }
}
