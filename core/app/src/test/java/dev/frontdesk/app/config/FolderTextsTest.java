package dev.frontdesk.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTextsTest {
    @TempDir
    Path config;

    private void write(String name, byte[] bytes) throws IOException {
        var file = config.resolve("knowledge").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    @Test
    void every_visible_text_below_the_folder_is_there_by_its_path() throws IOException {
        write("a.md", "A".getBytes());
        write("ru/б.txt", "Б".getBytes());
        write(".git/config", "no".getBytes());
        Files.writeString(config.resolve("frontdesk.conf"), "secret");

        assertThat(new FolderTexts(config).below("knowledge")).containsOnlyKeys("a.md", "ru/б.txt");
        assertThat(new FolderTexts(config).below("other")).isEmpty();
    }

    @Test
    void a_folder_is_one_below_the_configuration_and_no_other() {
        for (var odd : new String[] {"", ".", "..", "../data", "knowledge/..", "/etc"}) {
            assertThatThrownBy(() -> new FolderTexts(config).below(odd))
                    .as(odd)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void what_is_no_text_or_too_large_is_named() throws IOException {
        write("photo.jpg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});
        assertThatThrownBy(() -> new FolderTexts(config).below("knowledge"))
                .hasMessage("knowledge/photo.jpg is no UTF-8 text");
        Files.delete(config.resolve("knowledge/photo.jpg"));
        write("book.txt", new byte[2 * 1024 * 1024 + 1]);
        assertThatThrownBy(() -> new FolderTexts(config).below("knowledge"))
                .hasMessageContaining("knowledge/book.txt is too large");
    }
}
