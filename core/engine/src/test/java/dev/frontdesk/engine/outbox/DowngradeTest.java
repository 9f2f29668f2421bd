package dev.frontdesk.engine.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DowngradeTest {
    private static final Content.File FILE = new Content.Stored("a".repeat(64), "plan.pdf", "application/pdf", 7);

    private static final Capabilities TEXT = Capabilities.builder().build();
    private static final Capabilities PHONE = Capabilities.builder()
            .contentKinds(Content.CHOICE, Content.IMAGE, Content.DOCUMENT)
            .buttons(3, 10)
            .list(5, 12)
            .build();

    private static Content.Choice choice(String... labels) {
        var options = new ArrayList<Content.Option>();
        for (String label : labels) {
            options.add(new Content.Option("t" + options.size(), label));
        }
        return new Content.Choice("Which?", options);
    }

    private record Case(String why, Capabilities channel, Content content, Content shown) {}

    private static final List<Case> CASES = List.of(
            new Case("buttons", PHONE, choice("a", "b", "c"), choice("a", "b", "c")),
            new Case("a list", PHONE, choice("a", "b", "c", "d"), choice("a", "b", "c", "d")),
            new Case(
                    "too many",
                    PHONE,
                    choice("a", "b", "c", "d", "e", "f"),
                    Content.text("Which?\n1. a\n2. b\n3. c\n4. d\n5. e\n6. f")),
            new Case("no buttons at all", TEXT, choice("yes", "no"), Content.text("Which?\n1. yes\n2. no")),
            new Case("a button's label is cut", PHONE, choice("Something else", "b"), choice("Something…", "b")),
            new Case(
                    "a row has more room than a button",
                    PHONE,
                    choice("Twelve signs", "b", "c", "d"),
                    choice("Twelve signs", "b", "c", "d")),
            new Case("never inside a character", PHONE, choice("12345678\uD83D\uDE00z", "b"), choice("12345678…", "b")),
            new Case(
                    "two that look the same when cut",
                    PHONE,
                    choice("Delivery to Berlin", "Delivery to Bonn"),
                    Content.text("Which?\n1. Delivery to Berlin\n2. Delivery to Bonn")),
            new Case(
                    "one that looks like another when cut",
                    PHONE,
                    choice("Delivery…", "Delivery to Bonn"),
                    Content.text("Which?\n1. Delivery…\n2. Delivery to Bonn")),
            new Case("a file it has", PHONE, media(Content.IMAGE), media(Content.IMAGE)),
            new Case("the nearest kind of file", PHONE, media(Content.STICKER), media(Content.IMAGE)),
            new Case("any file as a document", PHONE, media(Content.VOICE), media(Content.DOCUMENT)),
            new Case("a file in words", TEXT, media(Content.IMAGE), Content.text("📎 plan.pdf\nThe plan")),
            new Case(
                    "a place in words",
                    PHONE,
                    new Content.Location(52.5, -13.25, "Our shop"),
                    Content.text("📍 Our shop\n52.500000, -13.250000")),
            new Case(
                    "a card in words",
                    PHONE,
                    new Content.Card("Ann Lee", List.of("+1 2", "+3 4"), "Ann Lee +1 2"),
                    Content.text("👤 Ann Lee\n+1 2\n+3 4")),
            new Case(
                    "a form in its own words",
                    PHONE,
                    new Content.Preset("hello", Locale.ENGLISH, Map.of(), Optional.empty(), "Hello Ann"),
                    Content.text("Hello Ann")));

    private static Content media(String kind) {
        return new Content.Media(kind, FILE, "The plan");
    }

    @Test
    void contentBecomesTheBestThatAChannelCanShow() {
        for (var it : CASES) {
            assertThat(Downgrade.to(it.channel(), it.content())).as(it.why()).isEqualTo(it.shown());
        }
    }

    @Test
    void aChoiceThatMustBeToldInWordsIsSplitWithItsOptions() {
        var narrow = Capabilities.builder().textLimit(20).build();
        assertThat(Splitter.split(choice("the first one", "the second one"), narrow))
                .containsExactly(
                        Content.text("Which?\n1. the first"), Content.text("one\n2. the second"), Content.text("one"));
        var roomy = Capabilities.builder().textLimit(200).build();
        assertThat(Splitter.split(choice("yes", "no"), roomy)).containsExactly(choice("yes", "no"));
    }
}
