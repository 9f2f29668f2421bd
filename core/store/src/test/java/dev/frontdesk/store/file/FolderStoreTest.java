package dev.frontdesk.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.engine.port.FileStore.TooLarge;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class FolderStoreTest {
    private static final String HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @TempDir
    Path folder;

    private FolderStore files;

    @BeforeEach
    void open() {
        files = new FolderStore(folder.resolve("files"), 100);
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> all() throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString())
                    .toList();
        }
    }

    @Test
    void the_same_bytes_are_kept_once_whatever_they_are_called() throws IOException {
        var one = files.put("../../etc/passwd", "text/html", bytes("hello"));
        var other = files.put("b\r\n.png", "", bytes("hello"));
        assertThat(one.sha256()).isEqualTo(other.sha256()).isEqualTo(HELLO);
        assertThat(one.name()).isEqualTo("../../etc/passwd");
        assertThat(one.size()).isEqualTo(5);
        assertThat(all()).containsExactly("files/2c/" + HELLO);
        try (var in = files.open(HELLO)) {
            assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2c",
                "../../etc/passwd",
                "..",
                "/etc/passwd",
                "2CF24DBA5FB0A30E26E83B2AC5B9E29E1B161E5C1FA7425E73043362938B9824",
                "..f24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
                "2c/24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
                "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9825"
            })
    void nothing_else_is_found(String sha256) throws IOException {
        files.put("", "", bytes("hello"));
        assertThatThrownBy(() -> files.open(sha256)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void what_is_too_large_is_refused_and_leaves_nothing() throws IOException {
        files.put("", "", bytes("x".repeat(100)));
        assertThatThrownBy(() -> files.put("", "", bytes("x".repeat(101)))).isInstanceOf(TooLarge.class);
        assertThat(all()).hasSize(1);
        try (var draft = files.draft()) {
            draft.stream().write(new byte[60]);
            assertThatThrownBy(() -> draft.stream().write(new byte[60])).isInstanceOf(TooLarge.class);
            assertThatThrownBy(() -> draft.stream().write(1)).isInstanceOf(TooLarge.class);
            assertThat(draft.tooLarge()).isTrue();
        }
        assertThat(all()).hasSize(1);
    }

    @Test
    void a_file_that_is_not_whole_is_nowhere_to_be_found() throws IOException {
        try (var draft = files.draft()) {
            draft.stream().write("hello".getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> files.open(HELLO)).isInstanceOf(NoSuchFileException.class);
        }
        assertThat(all()).isEmpty();
    }

    @Test
    void only_its_owner_may_read_it() throws IOException {
        files.put("", "", bytes("hello"));
        var place = folder.resolve("files/2c/" + HELLO);
        assertThat(Files.getPosixFilePermissions(place)).hasSize(2);
        assertThat(Files.getPosixFilePermissions(place.getParent())).hasSize(3);
    }

    // ---- forgetting

    private static final Instant YESTERDAY = Instant.now().minus(Duration.ofDays(1));

    private void age(String name) throws IOException {
        Files.setLastModifiedTime(
                folder.resolve("files").resolve(name), FileTime.from(YESTERDAY.minus(Duration.ofHours(1))));
    }

    @Test
    void what_is_old_and_nobody_refers_to_goes_and_the_rest_stays() throws IOException {
        String old = files.put("", "", bytes("old")).sha256();
        String kept = files.put("", "", bytes("kept")).sha256();
        String fresh = files.put("", "", bytes("fresh")).sha256();
        age(old.substring(0, 2) + "/" + old);
        age(kept.substring(0, 2) + "/" + kept);
        Files.writeString(folder.resolve("files/.draft-left"), "half");
        age(".draft-left");

        assertThat(files.forget(YESTERDAY, _ -> Set.of(kept))).isEqualTo(1);
        assertThat(all())
                .containsExactlyInAnyOrder(
                        "files/" + kept.substring(0, 2) + "/" + kept, "files/" + fresh.substring(0, 2) + "/" + fresh);
    }

    @Test
    void what_was_on_its_way_out_when_the_process_died_comes_back_if_it_is_needed() throws IOException {
        files.put("", "", bytes("hello"));
        Files.move(folder.resolve("files/2c/" + HELLO), folder.resolve("files/.leaving-" + HELLO));
        age(".leaving-" + HELLO);
        assertThat(files.forget(YESTERDAY, _ -> Set.of(HELLO))).isZero();
        assertThat(all()).containsExactly("files/2c/" + HELLO);
    }

    @Test
    void what_is_taken_again_at_the_last_moment_stays() throws IOException {
        files.put("", "", bytes("hello"));
        age("2c/" + HELLO);
        var again = new AtomicBoolean();
        files.forget(YESTERDAY, _ -> {
            if (again.compareAndSet(false, true)) {
                put("hello");
            }
            return Set.of();
        });
        assertThat(all()).containsExactly("files/2c/" + HELLO);
    }

    private void put(String text) {
        try {
            files.put("", "", bytes(text));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whoever has put a file finds it, however often others forget all they can at the same time. */
    @Test
    void putting_and_forgetting_race() throws Exception {
        var started = new CountDownLatch(1);
        var over = new AtomicBoolean();
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var forgetting = others.submit(() -> {
                started.countDown();
                while (!over.get()) {
                    files.forget(YESTERDAY, _ -> Set.of());
                }
                return true;
            });
            started.await();
            try {
                for (int i = 0; i < 300; i++) {
                    put("hello");
                    files.open(HELLO).close();
                    try {
                        age("2c/" + HELLO);
                    } catch (NoSuchFileException _) {
                        // it is being looked at
                    }
                }
            } finally {
                over.set(true);
            }
            forgetting.get();
        }
    }
}
