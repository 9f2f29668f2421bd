package dev.frontdesk.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code mvn … -Dreference=write} writes the file anew. */
class ReferenceTest {
    private static final Path FILE = Path.of("../../config/reference.conf");

    @Test
    void everyKeyIsDocumentedAsItIs() throws IOException {
        var text = new Reference().text();
        if ("write".equals(System.getProperty("reference"))) {
            Files.writeString(FILE, text);
        }
        assertThat(FILE).content().isEqualTo(text);
    }
}
