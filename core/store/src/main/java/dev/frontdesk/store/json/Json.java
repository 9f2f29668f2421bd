package dev.frontdesk.store.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.Writer;
import java.io.UncheckedIOException;

/** Streaming, without a tree. */
final class Json {
    /** What we wrote ourselves was within limits when it came in. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private Json() {}

    /** What the generator hands over when it is done: nearly always once, so nearly always a string without a builder. */
    private static final class Written extends Writer {
        private String text = "";

        @Override
        public void write(char[] chars, int from, int length) {
            var more = new String(chars, from, length);
            text = text.isEmpty() ? more : text.concat(more);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        @Override
        public String toString() {
            return text;
        }
    }

    @FunctionalInterface
    interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    @FunctionalInterface
    interface Reading<T> {
        T from(JsonParser json) throws IOException;
    }

    static String write(Writing writing) {
        var text = new Written();
        try (var json = FACTORY.createGenerator(text)) {
            writing.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The reader is given the parser on the first token. */
    static <T> T read(String text, Reading<T> reading) {
        try (var json = FACTORY.createParser(text)) {
            json.nextToken();
            return reading.from(json);
        } catch (IOException e) {
            throw new UncheckedIOException("this is not what was stored: " + text, e);
        }
    }

    /** The fields of the object the parser stands on; each is to be read completely. */
    static void fields(JsonParser json, Field field) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            field.read(name);
        }
    }

    @FunctionalInterface
    interface Field {
        void read(String name) throws IOException;
    }
}
