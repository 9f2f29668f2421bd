package dev.frontdesk.plugin.ai.classify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontdesk.plugin.ai.chat.Endpoint;
import dev.frontdesk.plugin.ai.chat.Json;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The vectors of texts, of length one. */
final class Vectors {
    private static final int MOST_AT_ONCE = 64;
    private static final int MOST_DIMENSIONS = 8_192;

    private final Endpoint endpoint;
    private final String model;

    Vectors(Endpoint endpoint, String model) {
        this.endpoint = endpoint;
        this.model = model;
    }

    /** One for each text, in their order; empty when not all of them came in time. */
    Optional<List<float[]>> of(List<String> texts, Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        var all = new ArrayList<float[]>();
        for (int from = 0; from < texts.size(); from += MOST_AT_ONCE) {
            var some = texts.subList(from, Math.min(texts.size(), from + MOST_AT_ONCE));
            long left = until - System.nanoTime();
            if (left <= 0) {
                return Optional.empty();
            }
            var request = Json.object().put("model", model);
            some.forEach(request.putArray("input")::add);
            var key = UUID.randomUUID().toString();
            if (!(endpoint.post("/embeddings", request, Duration.ofNanos(left), key)
                            instanceof Endpoint.Outcome.Answered(var body))
                    || !read(body, some.size(), all)) {
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(all));
    }

    private static boolean read(JsonNode body, int count, List<float[]> to) {
        var data = body.path("data");
        if (data.size() != count) {
            return false;
        }
        for (var one : data) {
            var numbers = one.path("embedding");
            if (numbers.isEmpty()
                    || numbers.size() > MOST_DIMENSIONS
                    || !to.isEmpty() && to.getFirst().length != numbers.size()) {
                return false;
            }
            var vector = new float[numbers.size()];
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) numbers.get(i).asDouble();
            }
            to.add(ofLengthOne(vector));
        }
        return true;
    }

    private static float[] ofLengthOne(float[] vector) {
        double length = Math.sqrt(product(vector, vector));
        for (int i = 0; i < vector.length && length > 0; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return vector;
    }

    /** The cosine of two of them; what is opposite is as unlike as what has nothing in common. */
    static double similarity(float[] one, float[] other) {
        return Math.clamp(product(one, other), 0, 1);
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    static byte[] bytes(List<float[]> vectors) {
        int dimensions = vectors.getFirst().length;
        var bytes = ByteBuffer.allocate(Integer.BYTES + vectors.size() * dimensions * Float.BYTES);
        bytes.putInt(dimensions);
        for (var vector : vectors) {
            for (float number : vector) {
                bytes.putFloat(number);
            }
        }
        return bytes.array();
    }

    /** Empty when these are no such bytes. */
    static Optional<List<float[]>> read(byte[] kept, int count) {
        if (kept.length < Integer.BYTES) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.wrap(kept);
        int dimensions = bytes.getInt();
        if (dimensions < 1
                || dimensions > MOST_DIMENSIONS
                || bytes.remaining() != (long) count * dimensions * Float.BYTES) {
            return Optional.empty();
        }
        var vectors = new ArrayList<float[]>();
        for (int i = 0; i < count; i++) {
            var vector = new float[dimensions];
            for (int j = 0; j < dimensions; j++) {
                vector[j] = bytes.getFloat();
            }
            vectors.add(vector);
        }
        return Optional.of(vectors);
    }
}
