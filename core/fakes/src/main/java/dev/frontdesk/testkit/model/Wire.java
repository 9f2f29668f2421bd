package dev.frontdesk.testkit.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;

/** The JSON that the endpoint speaks. */
final class Wire {
    private static final int DIMENSIONS = 64;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Wire() {}

    static JsonNode read(byte[] body) throws IOException {
        return MAPPER.readTree(body);
    }

    static byte[] completion(Reply reply, JsonNode request, long number) {
        var answer = MAPPER.createObjectNode().put("id", "chatcmpl-" + number).put("object", "chat.completion");
        answer.put("model", request.path("model").asText());
        var choice = answer.putArray("choices").addObject().put("index", 0).put("finish_reason", reply.finish());
        message(choice.putObject("message"), reply, number);
        if (request.path("logprobs").asBoolean()) {
            var token = choice.putObject("logprobs").putArray("content").addObject();
            token.put("token", reply.text()).put("logprob", Math.log(reply.confidence()));
        }
        if (reply.tokensIn() >= 0) {
            answer.putObject("usage")
                    .put("prompt_tokens", reply.tokensIn())
                    .put("completion_tokens", reply.tokensOut())
                    .put("total_tokens", reply.tokensIn() + reply.tokensOut());
        }
        return answer.toString().getBytes(UTF_8);
    }

    private static void message(ObjectNode message, Reply reply, long number) {
        message.put("role", "assistant");
        if (reply.text().isEmpty()) {
            message.putNull("content");
        } else {
            message.put("content", reply.text());
        }
        if (!reply.calls().isEmpty()) {
            var calls = message.putArray("tool_calls");
            for (var call : reply.calls()) {
                calls.addObject()
                        .put("id", "call_" + number + "_" + calls.size())
                        .put("type", "function")
                        .putObject("function")
                        .put("name", call.function())
                        .put("arguments", call.arguments());
            }
        }
    }

    /** Texts with the same words are near each other; that is all these vectors know. */
    static byte[] embeddings(JsonNode request) {
        var answer = MAPPER.createObjectNode().put("object", "list");
        answer.put("model", request.path("model").asText());
        var data = answer.putArray("data");
        var input = request.path("input");
        var texts = input.isArray()
                ? input.valueStream().map(JsonNode::asText).toList()
                : java.util.List.of(input.asText());
        for (var text : texts) {
            var vector = data.addObject().put("index", data.size() - 1).putArray("embedding");
            for (float number : vector(text)) {
                vector.add(number);
            }
        }
        answer.putObject("usage").put("prompt_tokens", texts.size()).put("total_tokens", texts.size());
        return answer.toString().getBytes(UTF_8);
    }

    private static float[] vector(String text) {
        var vector = new float[DIMENSIONS];
        for (var word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            vector[Math.floorMod(word.hashCode(), DIMENSIONS)] += word.isEmpty() ? 0 : 1;
        }
        return vector;
    }
}
