package dev.frontdesk.plugin.intent.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DoubtsTest {
    @Test
    void theSameWordsUnderTwoIntentsAreAConflict() {
        assertThat(Doubts.in(
                        List.of(Example.of("Where is my order?", "status"), Example.of("where is my ORDERS", "help"))))
                .singleElement()
                .asString()
                .contains("'Where is my order?' is status", "is help", "Remove one");
    }

    @Test
    void theSameWordsTwiceUnderOneIntentSayNoMore() {
        assertThat(Doubts.in(List.of(Example.of("refund!", "refund"), Example.of("Refund", "refund"))))
                .singleElement()
                .asString()
                .contains("says no more");
    }

    @Test
    void conflictsComeFirst() {
        assertThat(Doubts.in(List.of(
                        Example.of("a b", "x"),
                        Example.of("a b", "x"),
                        Example.of("c d", "x"),
                        Example.of("c d", "oos"))))
                .hasSize(2)
                .first()
                .asString()
                .contains("out of scope");
    }

    @Test
    void otherWordsOrAnotherOrderAreNoDoubt() {
        assertThat(Doubts.in(List.of(Example.of("from rome to paris", "x"), Example.of("from paris to rome", "y"))))
                .isEmpty();
    }
}
