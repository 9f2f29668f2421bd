package dev.frontdesk.plugin.intent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.plugin.intent.Shop;
import dev.frontdesk.plugin.intent.examples.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TrainingTest {
    @Test
    void messagesLikeTheExamplesAreUnderstood() {
        var model = Training.train(Shop.examples());
        assertThat(model.predict("where's my parcel?").best()).isEqualTo("order-status");
        assertThat(model.predict("Верните мне деньги!!").best()).isEqualTo("refund");
        assertThat(model.predict("Are you open on Saturdays").best()).isEqualTo("opening-hours");
    }

    @Test
    void aMessageOfUnknownWordsIsOutOfScope() {
        var model = Training.train(Shop.examples());
        assertThat(model.predict("xylophone quartz bumblebee").intent()).isEmpty();
        assertThat(model.predict("").intent()).isEmpty();
    }

    @Test
    void theSameExamplesGiveTheSameModelToTheLastByte() {
        assertThat(ModelFile.bytes(Training.train(Shop.examples())))
                .isEqualTo(ModelFile.bytes(Training.train(Shop.examples())));
    }

    @Test
    void noAlternativeIsLikelierThanTheBest() {
        var said = Training.train(Shop.examples()).predict("can i return it and get money by card");
        assertThat(said.alternatives()).hasSize(4).doesNotContainKey(said.best());
        assertThat(said.alternatives().values()).allMatch(one -> one <= said.probability());
    }

    @Test
    void whoExpectsMoreOutOfScopeRefusesMore() {
        double few = Training.train(Shop.examples(), OptionalDouble.of(0.05))
                .threshold()
                .outOfScopeRecall();
        double many = Training.train(Shop.examples(), OptionalDouble.of(0.9))
                .threshold()
                .outOfScopeRecall();
        assertThat(many).isGreaterThan(few);
    }

    @Test
    void examplesOutOfScopeAreLearned() {
        var examples = new ArrayList<>(Shop.examples());
        for (var animal : List.of("cat", "dog", "horse", "bird", "fish", "cow", "sheep", "goat", "duck", "mouse")) {
            examples.add(Example.of("is my order a " + animal, "oos"));
        }
        assertThat(Training.train(examples).predict("is my order a cat").intent())
                .isEmpty();
    }

    @Test
    void oneIntentAloneCanBeLearned() {
        var model = Training.train(List.of(Example.of("hello there", "greeting")));
        assertThat(model.predict("hello there").best()).isEqualTo("greeting");
    }

    @Test
    void withoutAnIntentThereIsNothingToLearn() {
        assertThatThrownBy(() -> Training.train(List.of(Example.of("hello", "oos"))))
                .hasMessageContaining("nothing to learn");
    }
}
