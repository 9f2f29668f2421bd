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

    @Test
    void courtesiesSlipsAndBlanksMakeHardlyADifference() {
        var doubts = Doubts.in(List.of(
                Example.of("where is my order", "status"),
                Example.of("hello, where is my order please", "help"),
                Example.of("reset my password", "login"),
                Example.of("i lost the password", "login"),
                Example.of("could you reset my pasword", "login"),
                Example.of("log in problem", "login"),
                Example.of("login problem", "login")));
        assertThat(doubts).hasSize(3);
        assertThat(doubts.getFirst()).contains("'where is my order' is status", "is help", "little tells them apart");
        assertThat(doubts.subList(1, 3)).allMatch(doubt -> doubt.contains("says hardly more than"));
    }

    @Test
    void onAndOffAreNoCourtesies() {
        assertThat(Doubts.in(List.of(
                        Example.of("turn it on", "on"),
                        Example.of("turn it off", "off"),
                        Example.of("fly to rome", "x"),
                        Example.of("fly from rome", "y"))))
                .isEmpty();
    }
}
