package dev.frontdesk.plugin.intent.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReaderTest {
    @Test
    void contractionsAreWrittenOut() {
        assertThat(Reader.words("What's up, I can’t log-in; they're gone"))
                .containsExactly("what", "is", "up", "i", "can", "not", "log", "in", "they", "are", "gone");
    }

    @Test
    void caseAndYoMakeNoDifference() {
        assertThat(Reader.words("ЕЩЁ раз")).isEqualTo(Reader.words("еще РАЗ"));
    }

    @Test
    void aNumberIsApartFromWhatItCounts() {
        assertThat(Reader.words("wake me at 7am")).endsWith("7", "am");
    }

    @Test
    void anEmojiIsAWord() {
        assertThat(Reader.words("thanks 👍🏽")).contains("thanks", "👍");
    }

    @Test
    void inflectedFormsOfAWordHaveOneStem() {
        assertThat(Stems.of("orders")).isEqualTo(Stems.of("ordering")).isEqualTo(Stems.of("ordered"));
        assertThat(Stems.of("доставки")).isEqualTo(Stems.of("доставку")).isEqualTo(Stems.of("доставкой"));
    }

    @Test
    void whatIsDoneHasTheStemOfDoingIt() {
        assertThat(Stems.of("withdrawal")).isEqualTo(Stems.of("withdraw"));
        assertThat(Stems.of("verification")).isEqualTo(Stems.of("verify")).isEqualTo(Stems.of("verified"));
        assertThat(Stems.of("activation")).isEqualTo(Stems.of("activate"));
        assertThat(Stems.of("deduction")).isEqualTo(Stems.of("deducted"));
        assertThat(Reader.gist("Cancellation"))
                .isEqualTo(Reader.gist("cancelling"))
                .isEqualTo("cancel");
        assertThat(Stems.of("personal")).isNotEqualTo(Stems.of("person"));
    }

    @Test
    void wordsOfOneKindShareAConceptInBothLanguages() {
        var lexicon = Lexicon.shipped();
        assertThat(lexicon.concepts("umbrella", Stems.of("umbrella")))
                .containsAnyElementsOf(lexicon.concepts("дождь", Stems.of("дождь")));
    }

    @Test
    void twoNeighboursMayBeAConceptTogether() {
        var lexicon = Lexicon.shipped();
        assertThat(lexicon.pairConcepts(Stems.of("get"), Stems.of("rid"))).contains("remove");
        assertThat(lexicon.pairConcepts(Stems.of("rid"), Stems.of("get"))).isEmpty();
        assertThat(Reader.read("get rid of it").features(View.CONCEPTS))
                .containsAnyOf(Reader.read("delete").features(View.CONCEPTS));
    }

    @Test
    void anEmptyMessageHasNoFeatures() {
        for (var view : View.values()) {
            assertThat(Reader.read(" … ").features(view)).isEmpty();
        }
    }

    @Test
    void onlyTheBeginningOfAVeryLongMessageCounts() {
        assertThat(Reader.words("word ".repeat(100_000))).hasSize(400);
    }
}
