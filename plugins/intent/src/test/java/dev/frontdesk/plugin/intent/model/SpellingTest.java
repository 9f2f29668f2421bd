package dev.frontdesk.plugin.intent.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.plugin.intent.Shop;
import dev.frontdesk.plugin.intent.examples.Example;
import dev.frontdesk.plugin.intent.text.Reader;
import dev.frontdesk.plugin.intent.text.Slips;
import java.util.ArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Every example of the shop, written as people write, is still understood; and less so without what reads it. */
class SpellingTest {
    private final IntentModel model = Training.train(Shop.examples());

    @Test
    void slipsCostLittle() {
        assertThat(understood(Slips::inLongWords, true)).isGreaterThanOrEqualTo(0.95);
        // Letters alone tell these few intents apart; that the words are known again is what out of scope hangs on.
        assertThat(known(Slips::inLongWords, true)).isGreaterThan(known(Slips::inLongWords, false) + 0.1);
    }

    @Test
    void russianInLatinLettersIsUnderstood() {
        assertThat(understood(Slips::inLatin, true)).isGreaterThanOrEqualTo(0.95);
        assertThat(understood(Slips::inLatin, false)).isLessThan(0.8);
    }

    @Test
    void russianOnEnglishKeysIsUnderstood() {
        assertThat(understood(Slips::onEnglishKeys, true)).isGreaterThanOrEqualTo(0.95);
        assertThat(understood(Slips::onEnglishKeys, false)).isLessThan(0.8);
    }

    @Test
    void aPictureSaysWhatWordsOfItsKindSay() {
        var examples = new ArrayList<>(Shop.examples());
        for (var praise : new String[] {"great job", "awesome, thank you", "you are the best", "отлично", "супер"}) {
            examples.add(Example.of(praise, "praise"));
        }
        for (var anger : new String[] {"terrible service", "this is awful", "you are the worst", "ужасно", "кошмар"}) {
            examples.add(Example.of(anger, "anger"));
        }
        var moods = Training.train(examples);
        assertThat(moods.predict("👍👍🏽").best()).isEqualTo("praise");
        assertThat(moods.predict("😡").best()).isEqualTo("anger");
        assertThat(moods.predict("ну :(").best()).isEqualTo("anger");
    }

    private double known(UnaryOperator<String> writing, boolean mended) {
        return Shop.examples().stream()
                .map(example -> writing.apply(example.text()))
                .map(text -> mended ? Reader.read(text, model.words()) : Reader.read(text))
                .mapToDouble(bag -> model.vocabulary().row(bag).known())
                .average()
                .orElseThrow();
    }

    private double understood(UnaryOperator<String> writing, boolean mended) {
        return Shop.examples().stream()
                        .filter(example -> {
                            var text = writing.apply(example.text());
                            var best = mended ? model.predict(text).best() : bestAsWritten(text);
                            return best.equals(example.intent().orElseThrow());
                        })
                        .count()
                / (double) Shop.examples().size();
    }

    private String bestAsWritten(String text) {
        var scores = model.weights().scores(model.vocabulary().row(Reader.read(text)));
        int best = 0;
        for (int c = 1; c < scores.length; c++) {
            best = scores[c] > scores[best] ? c : best;
        }
        return model.intents().get(best);
    }
}
