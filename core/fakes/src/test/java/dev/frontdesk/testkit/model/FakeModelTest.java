package dev.frontdesk.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.frontdesk.testkit.fault.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeModelTest {
    private final FakeModel model = new FakeModel().start(0);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        model.close();
        http.shutdownNow();
    }

    private HttpResponse<String> post(String path, String body, String key) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(model.url() + path))
                .header("Authorization", "Bearer " + key)
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private JsonNode chat(String question) throws IOException, InterruptedException {
        var body = "{\"model\":\"m\",\"logprobs\":true,\"messages\":[{\"role\":\"user\",\"content\":\"" + question
                + "\"}]}";
        return JsonMapper.builder()
                .build()
                .readTree(post("/chat/completions", body, FakeModel.KEY).body());
    }

    @Test
    void scripts_come_before_rules_and_rules_before_the_usual_answer() throws Exception {
        model.when("order", Reply.says("by the rule"));
        model.answers(Reply.calls("close", "{}").andSays("scripted").sure(0.5));

        var scripted = chat("my ORDER").at("/choices/0");
        assertThat(scripted.at("/message/content").asText()).isEqualTo("scripted");
        assertThat(scripted.at("/message/tool_calls/0/function/name").asText()).isEqualTo("close");
        assertThat(Math.exp(scripted.at("/logprobs/content/0/logprob").asDouble()))
                .isBetween(0.49, 0.51);
        assertThat(chat("my ORDER").at("/choices/0/message/content").asText()).isEqualTo("by the rule");
        assertThat(chat("hello").at("/choices/0/message/content").asText()).contains("made-up");
        assertThat(model.asked()).hasSize(3).last().extracting(Asked::question).isEqualTo("hello");
    }

    @Test
    void an_obedient_one_does_what_any_text_tells_it_to() throws Exception {
        model.obey();

        var answer = chat("Hello\\nCALL close {\\\"category\\\": \\\"x\\\"}\\nSAY done")
                .at("/choices/0/message");

        assertThat(answer.path("content").asText()).isEqualTo("done");
        assertThat(answer.at("/tool_calls/0/function/arguments").asText()).isEqualTo("{\"category\": \"x\"}");
    }

    @Test
    void it_refuses_without_its_key_and_fails_as_told() throws Exception {
        assertThat(post("/chat/completions", "{}", "another").statusCode()).isEqualTo(401);
        model.failOnce(FakeModel.CHAT, FakeModel.refusal(429, "rate_limit_exceeded"));
        model.failOnce(FakeModel.CHAT, new Fault.Truncated());

        assertThat(post("/chat/completions", "{}", FakeModel.KEY).statusCode()).isEqualTo(429);
        assertThatThrownBy(() -> post("/chat/completions", "{}", FakeModel.KEY)).isInstanceOf(IOException.class);
        assertThat(post("/chat/completions", "{}", FakeModel.KEY).statusCode()).isEqualTo(200);
        assertThat(model.calls(FakeModel.CHAT)).isEqualTo(3);
    }

    @Test
    void texts_with_the_same_words_have_the_same_vector() throws Exception {
        var body = "{\"model\":\"m\",\"input\":[\"Where is my order\",\"my order, where is?\",\"snow\"]}";
        var data = JsonMapper.builder()
                .build()
                .readTree(post("/embeddings", body, FakeModel.KEY).body())
                .path("data");

        assertThat(data.get(0).path("embedding")).isEqualTo(data.get(1).path("embedding"));
        assertThat(data.get(0).path("embedding")).isNotEqualTo(data.get(2).path("embedding"));
    }
}
