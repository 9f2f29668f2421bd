package dev.frontdesk.web.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** JSON as a stream of tokens: no trees, no reflection. */
public final class Json {
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(50)
                    .maxStringLength(64 * 1024)
                    .maxNameLength(256)
                    .maxNumberLength(100)
                    .build())
            .build();

    private Json() {}

    /** Something that writes one value. */
    public interface Writer {
        void write(JsonGenerator to) throws IOException;
    }

    public static byte[] bytes(Writer writer) {
        var out = new ByteArrayOutputStream(512);
        try (var generator = FACTORY.createGenerator(out)) {
            writer.write(generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static String text(Writer writer) {
        return new String(bytes(writer), StandardCharsets.UTF_8);
    }

    /** A missing value is absent. */
    public static void field(JsonGenerator to, String name, String value) throws IOException {
        if (!value.isEmpty()) {
            to.writeStringField(name, value);
        }
    }

    public static void id(JsonGenerator to, String name, long id) throws IOException {
        to.writeStringField(name, Long.toString(id));
    }

    /** A time in ISO 8601; 0 is absent. */
    public static void time(JsonGenerator to, String name, long millis) throws IOException {
        if (millis != 0) {
            to.writeStringField(name, Instant.ofEpochMilli(millis).toString());
        }
    }

    public static void texts(JsonGenerator to, String name, Iterable<String> values) throws IOException {
        to.writeArrayFieldStart(name);
        for (String value : values) {
            to.writeString(value);
        }
        to.writeEndArray();
    }
}
