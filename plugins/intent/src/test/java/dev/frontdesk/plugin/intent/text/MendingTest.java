package dev.frontdesk.plugin.intent.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.plugin.intent.Shop;
import dev.frontdesk.plugin.intent.examples.Example;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MendingTest {
    private final Mending mending =
            new Mending(WordList.of(Shop.examples().stream().map(Example::text).toList()));

    private String read(String text) {
        return String.join(" ", mending.words(text));
    }

    @ParameterizedTest
    @CsvSource({
        "gde moy zakaz,где мой заказ",
        "Kogda pridet posylka?,когда придет посылка ?",
        "vernite dengi,верните деньги",
        "kakoy razmer mne nuzhen,какой размер мне нужен",
        "gde moy zakaz 123,где мой заказ 123"
    })
    void russianInLatinLettersIsRead(String written, String meant) {
        assertThat(read(written)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "ult vjq pfrfp,где мой заказ",
        "dthybnt ltymub!,верните деньги",
        "рфы ьн зфслфпу иуут ыршззув,has my package been shipped",
        "Ult Vjq pfrfp?,где мой заказ"
    })
    void whatWasTypedOnTheOtherKeyboardIsRead(String written, String meant) {
        assertThat(read(written)).startsWith(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "my paymnet failed,my payment failed",
        "trakc my parcle,track my parcel",
        "which szie shirt avaliable,which szie shirt available",
        "хочу офрмить возрват,хочу оформить возврат"
    })
    void aSlipInALongerWordIsMended(String written, String meant) {
        assertThat(read(written)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "where is my order",
                "где мой заказ",
                "quartz bumblebee",
                "je voudrais un croissant",
                "wo ist meine bestellung",
                "ok",
                "b",
                "yt",
                "iphone samsung xiaomi",
                "ghbdtn from berlin with love",
                ""
            })
    void whatIsKnownOrStaysUnknownIsLeftAsItIs(String text) {
        assertThat(mending.words(text)).isEqualTo(Words.of(text));
    }

    @Test
    void aLongTextOfUnknownWordsEndsSoon() {
        assertThat(mending.words("qwertyuiopasdf ".repeat(130))).hasSize(130);
    }

    @Test
    void ofTwoWordsTheMoreFrequentIsMeant() {
        var words = WordList.of(List.of("house", "horse horse"));
        assertThat(words.meantBy("hosse")).contains("horse");
        assertThat(words.meantBy("house")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"order,order,0", "order,odrer,1", "order,ordr,1", "order,ordering,3", "order,banana,3", "a,b,1"})
    void slipsAreCountedUpToALimit(String a, String b, int slips) {
        assertThat(Edits.between(a, b, 2)).isEqualTo(slips);
        assertThat(Edits.between(b, a, 2)).isEqualTo(slips);
    }

    @Test
    void aLongMessageAndALongRowOfSignsAreReadAsTheyAreWritten() {
        assertThat(mending.words("qqqq" + "?".repeat(1_990))).hasSize(1_991);
        var endless = "gde moy zakaz ".repeat(30);
        assertThat(read(endless)).startsWith("gde moy");
        assertThat(read("gde moy zakaz,,,,,,,")).isEqualTo("где мой заказ");
    }
}
