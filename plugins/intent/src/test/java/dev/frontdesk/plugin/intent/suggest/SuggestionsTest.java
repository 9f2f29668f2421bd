package dev.frontdesk.plugin.intent.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
    private static final List<Heard> HEARD = Stream.of(
                    "do you sell gift cards",
                    "can i pay with bitcoin",
                    "gift card please",
                    "is there a gift card?",
                    "gift cards?",
                    "you take bitcoin?",
                    "hmm",
                    "подарочная карта",
                    "нужны подарочные карты")
            .map(text -> new Heard(text, Optional.empty(), Optional.empty()))
            .toList();

    @Test
    void messagesThatSayMuchTheSameAreGroupedTheLargestFirst() {
        var groups = Suggestions.of(HEARD);
        assertThat(groups).extracting(Group::size).isSortedAccordingTo(Collections.reverseOrder());
        assertThat(groups.getFirst().examples())
                .containsExactlyInAnyOrder(
                        "do you sell gift cards", "gift card please", "is there a gift card?", "gift cards?");
        assertThat(groups)
                .anySatisfy(group -> assertThat(group.examples())
                        .containsExactlyInAnyOrder("can i pay with bitcoin", "you take bitcoin?"))
                .anySatisfy(group -> assertThat(group.examples())
                        .containsExactlyInAnyOrder("подарочная карта", "нужны подарочные карты"))
                .anySatisfy(group -> assertThat(group.examples()).containsExactly("hmm"));
    }

    @Test
    void everyMessageIsInOneGroup() {
        assertThat(Suggestions.of(HEARD).stream().mapToInt(Group::size).sum()).isEqualTo(HEARD.size());
        assertThat(Suggestions.of(List.of())).isEmpty();
    }

    @Test
    void theSameMessagesGiveTheSameGroups() {
        assertThat(Suggestions.of(HEARD)).isEqualTo(Suggestions.of(HEARD));
    }

    @Test
    void whatWasSaidOftenIsShownOnce() {
        var same = Collections.nCopies(7, new Heard("Gift cards!", Optional.empty(), Optional.empty()));
        assertThat(Suggestions.of(same)).singleElement().satisfies(group -> {
            assertThat(group.size()).isEqualTo(7);
            assertThat(group.examples()).containsExactly("Gift cards!");
        });
    }

    @Test
    void whatPeopleReRoutedToCountsBeforeWhatWasFound() {
        var heard = List.of(
                new Heard("my parcel is broken", Optional.of("order-status"), Optional.empty()),
                new Heard("the parcel is broken", Optional.of("order-status"), Optional.of("complaint")),
                new Heard("parcel broken", Optional.of("order-status"), Optional.of("complaint")));
        assertThat(Suggestions.of(heard)).singleElement().satisfies(group -> {
            assertThat(group.intent()).contains("complaint");
            assertThat(group.routed()).isEqualTo(2);
        });
        var found = List.of(heard.getFirst());
        assertThat(Suggestions.of(found)).singleElement().satisfies(group -> {
            assertThat(group.intent()).contains("order-status");
            assertThat(group.routed()).isZero();
        });
    }

    @Test
    void ofVeryManyMessagesTheFirstAreGrouped() {
        var many = new ArrayList<Heard>();
        for (int i = 0; i < Suggestions.MOST + 10; i++) {
            many.add(new Heard("message number " + Integer.toString(i, 36) + "x", Optional.empty(), Optional.empty()));
        }
        assertThat(Suggestions.of(many).stream().mapToInt(Group::size).sum()).isEqualTo(Suggestions.MOST);
    }
}
