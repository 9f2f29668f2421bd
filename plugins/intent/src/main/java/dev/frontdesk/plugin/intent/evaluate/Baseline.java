package dev.frontdesk.plugin.intent.evaluate;

import dev.frontdesk.plugin.intent.examples.Example;
import dev.frontdesk.plugin.intent.model.PlainModel;
import java.util.List;

/** The plain thing to beat: word pairs, letters and a linear machine, as anybody would set it up. */
final class Baseline {
    private Baseline() {}

    static Answerer trained(List<Example> examples) {
        var model = PlainModel.train(
                examples.stream().filter(one -> one.intent().isPresent()).toList());
        return text -> new Answer(model.predict(text), 1, true);
    }
}
