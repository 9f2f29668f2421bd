package dev.frontdesk.plugin.ai.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.Secret;
import dev.frontdesk.api.enrich.Classification;
import dev.frontdesk.api.enrich.Classifier;
import dev.frontdesk.api.enrich.Intents;
import dev.frontdesk.plugin.ai.redact.RedactSettings;
import dev.frontdesk.testkit.channel.LoopbackGateway;
import dev.frontdesk.testkit.enrich.ClassifierContractTest;
import dev.frontdesk.testkit.enrich.FakeIntents;
import dev.frontdesk.testkit.fault.Fault;
import dev.frontdesk.testkit.model.FakeModel;
import dev.frontdesk.testkit.model.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChatClassifierTest implements ClassifierContractTest {
    private static final String CLEAR = "where is my parcel";
    private static final Map<String, String> ABOUT = Map.of("order", "where an order is", "refund", "money back");
    private static final Intents LOCAL = new FakeIntents(
            "intents/local",
            Set.of("order", "weather"),
            Map.of(CLEAR, Classification.of("order", 0.7), "snow?", Classification.of("weather", 0.9)),
            true);

    private final FakeModel model = new FakeModel()
            .start(0)
            .when("parcel", Reply.calls("classify", "{\"intent\": \"order\", \"probability\": 0.9}"))
            .otherwise(_ -> Reply.calls("classify", "{\"intent\": \"unknown\", \"probability\": 0.9}"));

    @AfterEach
    void close() {
        model.close();
    }

    private ChatClassifierSettings settings(Optional<URI> endpoint, Optional<Intents> fallback) {
        Secret key = () -> FakeModel.KEY;
        return new ChatClassifierSettings(
                endpoint, Optional.of("small"), Optional.of(key), ABOUT, 0.5, fallback, RedactSettings.usual());
    }

    private Classifier with(Optional<Intents> fallback) {
        return new ChatClassifier(settings(Optional.of(model.url()), fallback), new LoopbackGateway());
    }

    @Override
    public Classifier classifier() {
        return with(Optional.of(LOCAL));
    }

    @Override
    public String clear() {
        return CLEAR;
    }

    @Override
    public String intent() {
        return "order";
    }

    private static Classification asked(Classifier classifier, String text) throws InterruptedException {
        return classifier.classify(text, Locale.ENGLISH, Duration.ofSeconds(10));
    }

    @Test
    void asks_once_for_the_same_words_and_without_personal_data() throws Exception {
        var classifier = classifier();
        var said = asked(classifier, "Where is my parcel? I am ann@example.org");

        assertThat(asked(classifier, "where is my PARCEL? I am ann@example.org "))
                .isEqualTo(said);
        assertThat(said).isEqualTo(Classification.of("order", 0.9));
        assertThat(model.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.question()).isEqualTo("Where is my parcel? I am [email-1]");
            assertThat(asked.saidBy("system")).singleElement().asString().contains("order: where an order is");
            assertThat(asked.everything()).doesNotContain("ann@");
        });
    }

    @Test
    void what_is_not_on_the_list_or_not_sure_is_unknown() throws Exception {
        model.answers(Reply.calls("classify", "{\"intent\": \"admin\", \"probability\": 1}"));
        model.answers(Reply.calls("classify", "{\"intent\": \"refund\", \"probability\": 0.4}"));
        model.answers(Reply.calls("classify", "{\"intent\": \"refund\", \"probability\": \"certainly\"}"));
        var classifier = classifier();

        assertThat(asked(classifier, "one")).isEqualTo(Classification.unknown());
        assertThat(asked(classifier, "two").intent()).isEmpty();
        assertThat(asked(classifier, "two").alternatives()).containsEntry("refund", 0.4);
        assertThat(asked(classifier, "three").intent()).isEmpty();
    }

    @Test
    void intents_learned_here_answer_when_the_model_does_not() throws Exception {
        var classifier = classifier();
        model.failOnce(FakeModel.CHAT, FakeModel.refusal(503, "overloaded"));
        model.failOnce(FakeModel.CHAT, Fault.page(502));
        model.answers(Reply.says("It is about an order."));

        assertThat(asked(classifier, CLEAR)).isEqualTo(Classification.of("order", 0.7));
        assertThat(asked(classifier, "snow?")).isEqualTo(Classification.unknown());
        assertThat(asked(classifier, CLEAR)).isEqualTo(Classification.of("order", 0.7));
        assertThat(asked(classifier, CLEAR)).as("the model is back").isEqualTo(Classification.of("order", 0.9));
    }

    @Test
    void a_model_that_is_silent_is_given_up_at_the_deadline() throws Exception {
        model.failOnce(FakeModel.CHAT, new Fault.Silent());
        assertThat(classifier().classify(CLEAR, Locale.ENGLISH, Duration.ofMillis(100)))
                .isEqualTo(Classification.of("order", 0.7));
    }

    @Test
    void without_a_fallback_no_answer_is_no_answer() {
        model.failOnce(FakeModel.CHAT, FakeModel.refusal(500, "server_error"));
        assertThatThrownBy(() -> asked(with(Optional.empty()), CLEAR)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void without_an_endpoint_nothing_is_sent() throws Exception {
        var classifier = new ChatClassifier(settings(Optional.empty(), Optional.of(LOCAL)), new LoopbackGateway());
        assertThat(asked(classifier, CLEAR)).isEqualTo(Classification.of("order", 0.7));
        assertThat(model.asked()).isEmpty();
        assertThat(classifier.doubts())
                .containsExactly(
                        "the fallback intents/local does not know refund",
                        "there is no endpoint: the fallback answers everything");
    }

    @Test
    void refuses_settings_that_cannot_work() {
        assertThatThrownBy(() -> settings(Optional.empty(), Optional.empty()))
                .hasMessageContaining("nobody would answer");
        var elsewhere = new FakeIntents("intents/far", Set.of(), Map.of(), false);
        assertThatThrownBy(() -> with(Optional.of(elsewhere))).hasMessageContaining("must answer at once");
    }
}
