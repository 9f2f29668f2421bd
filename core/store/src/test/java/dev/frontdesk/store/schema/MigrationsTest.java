package dev.frontdesk.store.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    /** Otherwise a store of the version before would be taken for one of this. */
    @Test
    void the_newest_version_is_that_of_the_newest_file() throws Exception {
        var folder = Path.of(Migrations.class.getResource("/db/migration").toURI());
        try (var files = Files.list(folder)) {
            var newest = files.map(file -> file.getFileName().toString())
                    .map(name -> Integer.valueOf(name.substring(1, name.indexOf("__"))))
                    .max(Comparator.naturalOrder());
            assertThat(newest).contains(Integer.valueOf(Migrations.NEWEST));
        }
    }
}
