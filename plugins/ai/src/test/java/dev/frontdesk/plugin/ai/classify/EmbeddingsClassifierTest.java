package dev.frontdesk.plugin.ai.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.Secret;
import dev.frontdesk.api.enrich.Classification;
import dev.frontdesk.api.enrich.Classifier;
import dev.frontdesk.api.enrich.Intents;
import dev.frontdesk.api.service.Cache;
import dev.frontdesk.plugin.ai.redact.RedactSettings;
import dev.frontdesk.testkit.channel.LoopbackGateway;
import dev.frontdesk.testkit.enrich.ClassifierContractTest;
import dev.frontdesk.testkit.enrich.FakeIntents;
import dev.frontdesk.testkit.fault.Fault;
import dev.frontdesk.testkit.model.FakeModel;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbeddingsClassifierTest implements ClassifierContractTest {
    private static final Map<String, List<String>> EXAMPLES = Map.of(
            "order", List.of("where is my order", "where is my parcel, bob@example.org"),
            "refund", List.of("money back please", "refund my money"));

    /** Keeps everything while the test runs. */
    private static final class Memory implements Cache {
        private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

        @Override
        public Optional<byte[]> get(String key) {
            return Optional.ofNullable(kept.get(key));
        }

        @Override
        public void put(String key, byte[] bytes) {
            kept.put(key, bytes);
        }
    }

    private final Memory cache = new Memory();
    private final FakeModel model = new FakeModel().start(0);

    @AfterEach
    void close() {
        model.close();
    }

    private Classifier with(Optional<Intents> fallback) {
        Secret key = () -> FakeModel.KEY;
        var settings = new EmbeddingsSettings(
                Optional.of(model.url()),
                Optional.of("small"),
                Optional.of(key),
                EXAMPLES,
                0.4,
                fallback,
                RedactSettings.usual());
        return new EmbeddingsClassifier(settings, new LoopbackGateway(), cache);
    }

    /** Measured already: who comes while it is being measured gets no answer. */
    @Override
    public Classifier classifier() {
        var classifier = with(Optional.empty());
        try {
            classifier.classify("where", Locale.ENGLISH, Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return classifier;
    }

    @Override
    public String clear() {
        return "my order, where is it?";
    }

    @Override
    public String intent() {
        return "order";
    }

    private static Classification asked(Classifier classifier, String text) throws InterruptedException {
        return classifier.classify(text, Locale.ENGLISH, Duration.ofSeconds(10));
    }

    @Test
    void the_nearest_examples_decide_and_what_is_far_from_all_is_unknown() throws Exception {
        assertThat(asked(classifier(), "my money, please").intent()).contains("refund");
        var far = asked(classifier(), "snow tomorrow?");
        assertThat(far.intent()).isEmpty();
        assertThat(far.alternatives()).containsOnlyKeys("order", "refund");
    }

    @Test
    void examples_are_measured_with_the_first_message_and_once() throws Exception {
        var classifier = with(Optional.empty());
        assertThat(model.asked()).isEmpty();
        asked(classifier, "where is my parcel");
        asked(classifier, "Where is my parcel ");
        assertThat(model.calls(FakeModel.EMBEDDINGS)).isEqualTo(2);
        asked(with(Optional.empty()), "where is my order");
        assertThat(model.calls(FakeModel.EMBEDDINGS))
                .as("the examples were kept")
                .isEqualTo(3);
        assertThat(model.asked()).allSatisfy(one -> assertThat(one.everything()).doesNotContain("bob@"));
    }

    @Test
    void what_was_kept_and_is_damaged_is_measured_again() throws Exception {
        asked(with(Optional.empty()), "where");
        cache.kept.replaceAll((_, _) -> new byte[] {0, 0, 0, 1});
        assertThat(asked(with(Optional.empty()), "my money, please").intent()).contains("refund");
    }

    @Test
    void intents_learned_here_answer_when_no_vectors_come() throws Exception {
        var local = new FakeIntents(
                "intents/local", Set.of("order"), Map.of("parcel?", Classification.of("order", 0.7)), true);
        var classifier = with(Optional.of(local));
        model.failOnce(FakeModel.EMBEDDINGS, FakeModel.refusal(500, "server_error"));
        model.failOnce(FakeModel.EMBEDDINGS, new Fault.Answer(200, "{\"data\": []}"));
        assertThat(asked(classifier, "parcel?")).isEqualTo(Classification.of("order", 0.7));
        assertThat(asked(classifier, "parcel?")).isEqualTo(Classification.of("order", 0.7));
        assertThat(asked(classifier, "where is my parcel").intent()).contains("order");
    }
}
