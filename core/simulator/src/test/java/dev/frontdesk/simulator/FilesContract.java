package dev.frontdesk.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Fetched;
import dev.frontdesk.engine.desk.Order;
import dev.frontdesk.engine.model.Attachment.State;
import dev.frontdesk.engine.model.Attachment;
import dev.frontdesk.engine.port.Store;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How the files of messages come in. */
interface FilesContract {
    Store store();

    private Simulation office(MemoryFiles files) {
        return Simulation.on(store())
                .team("support", "first", "bea")
                .files(files)
                .start();
    }

    private static Content photo(Optional<Instant> expires) {
        return new Content.Media(
                Content.IMAGE, new Content.Remote("photo-1", expires, "", "image/jpeg", -1), "my lamp");
    }

    private static Attachment last(Simulation office) {
        var lines = office.inbox().lines(office.conversation("ada").contact(), Long.MAX_VALUE, 10);
        var ids = lines.stream().map(line -> line.message().id()).toList();
        return office.inbox().attachments(ids).getLast();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void gives(Simulation office, String text) {
        office.channel().gives((_, into) -> {
            into.write(bytes(text));
            return new Fetched.Done("image/png");
        });
    }

    @Test
    default void a_file_is_fetched_and_kept_and_everybody_told() throws IOException {
        var files = new MemoryFiles();
        try (var office = office(files)) {
            gives(office, "a lamp");
            var before = store().events().end();
            office.says("ada", photo(Optional.empty()));
            assertThat(last(office).state()).isEqualTo(State.STORED);
            var stored = (Content.Stored) last(office).file();
            assertThat(stored.size()).isEqualTo(6);
            assertThat(stored.mediaType()).isEqualTo("image/jpeg");
            try (var in = files.open(stored.sha256())) {
                assertThat(in.readAllBytes()).isEqualTo(bytes("a lamp"));
            }
            assertThat(store().events().after(before, 100).stream()
                            .flatMap(entry -> entry.facts().stream())
                            .filter(fact -> fact.type().equals("message.file")))
                    .singleElement()
                    .satisfies(fact -> {
                        assertThat(fact.details().get("state").asText()).isEqualTo("stored");
                        assertThat(fact.details().get("attachment").asText())
                                .isEqualTo(Long.toString(last(office).id()));
                    });
        }
    }

    @Test
    default void later_means_later_and_a_throw_means_a_longer_and_longer_pause() {
        try (var office = office(new MemoryFiles())) {
            var asked = new AtomicInteger();
            office.channel().gives((_, into) -> {
                into.write(7);
                return switch (asked.incrementAndGet()) {
                    case 1 -> new Fetched.Later(Duration.ofMinutes(10), "busy");
                    case 2, 3 -> throw new IOException("https://provider.example/botSECRET/x");
                    default -> new Fetched.Done("");
                };
            });
            office.says("ada", photo(Optional.empty()));
            assertThat(last(office).state()).isEqualTo(State.WAITING);
            assertThat(last(office).why()).isEqualTo("busy");
            office.passes(Duration.ofSeconds(599));
            assertThat(asked).hasValue(1);
            office.passes(Duration.ofSeconds(1));
            assertThat(asked).hasValue(2);
            assertThat(last(office).why()).doesNotContain("SECRET");
            office.passes(Duration.ofSeconds(10));
            assertThat(asked).hasValue(3);
            office.passes(Duration.ofSeconds(19));
            assertThat(asked).hasValue(3);
            office.passes(Duration.ofSeconds(1));
            assertThat(last(office).state()).isEqualTo(State.STORED);
            assertThat(last(office).file().size()).isEqualTo(1);
        }
    }

    @Test
    default void nobody_tries_beyond_the_time_the_provider_keeps_it() {
        try (var office = office(new MemoryFiles())) {
            var asked = new AtomicInteger();
            office.channel().gives((_, _) -> {
                asked.incrementAndGet();
                return new Fetched.Later(Duration.ofHours(3), "busy");
            });
            office.says("ada", photo(Optional.of(office.clock().instant().plus(Duration.ofHours(4)))));
            office.passes(Duration.ofHours(3));
            assertThat(asked).hasValue(2);
            office.passes(Duration.ofMinutes(59));
            assertThat(asked).as("once more, a minute before the end").hasValue(3);
            office.passes(Duration.ofMinutes(1));
            assertThat(last(office).state()).isEqualTo(State.GONE);
            assertThat(last(office).why()).isEqualTo("not in time: busy");
            assertThat(asked).hasValue(3);
        }
    }

    @Test
    default void what_is_gone_too_large_or_empty_says_so() {
        try (var office = office(new MemoryFiles(10))) {
            office.channel().gives((_, _) -> new Fetched.Gone("deleted by the sender"));
            office.says("ada", photo(Optional.empty()));
            assertThat(last(office).why()).isEqualTo("deleted by the sender");
            office.channel().gives((_, into) -> {
                try {
                    into.write(new byte[11]);
                } catch (IOException swallowed) {
                    return new Fetched.Done("");
                }
                return new Fetched.Done("");
            });
            office.says("ada", photo(Optional.empty()));
            assertThat(last(office).state()).isEqualTo(State.GONE);
            assertThat(last(office).why()).startsWith("it is larger than");
            office.channel().gives((_, _) -> new Fetched.Done(""));
            office.says("ada", photo(Optional.empty()));
            office.passes(Duration.ofMinutes(1));
            office.passes(Duration.ofMinutes(1));
            assertThat(last(office).state()).isEqualTo(State.GONE);
            assertThat(last(office).why()).isEqualTo("the file is empty");
        }
    }

    @Test
    default void a_file_that_was_announced_too_large_is_not_even_asked_for() {
        try (var office = office(new MemoryFiles(10))) {
            var asked = new AtomicInteger();
            office.channel().gives((_, _) -> {
                asked.incrementAndGet();
                return new Fetched.Done("");
            });
            var file = new Content.Remote("h", Optional.empty(), "", "", 11);
            office.says("ada", new Content.Media(Content.DOCUMENT, file, ""));
            assertThat(last(office).state()).isEqualTo(State.GONE);
            assertThat(asked).hasValue(0);
        }
    }

    @Test
    default void half_a_file_is_asked_for_again() {
        try (var office = office(new MemoryFiles())) {
            gives(office, "hal");
            var file = new Content.Remote("h", Optional.empty(), "", "", 4);
            office.says("ada", new Content.Media(Content.DOCUMENT, file, ""));
            assertThat(last(office).why()).isEqualTo("3 of 4 bytes came");
            gives(office, "half");
            office.passes(Duration.ofMinutes(1));
            assertThat(last(office).state()).isEqualTo(State.STORED);
        }
    }

    @Test
    default void two_offices_share_the_work_and_no_file_is_fetched_twice() {
        var files = new MemoryFiles();
        var asked = new AtomicInteger();
        FakeChannel.Giving giving = (file, into) -> {
            asked.incrementAndGet();
            into.write(bytes(file.handle()));
            return new Fetched.Done("");
        };
        try (var one = office(files);
                var other = Simulation.on(store())
                        .team("support", "first", "bea")
                        .files(files)
                        .start()) {
            one.channel().gives(giving);
            other.channel().gives(giving);
            for (int i = 0; i < 20; i++) {
                var file = new Content.Remote("file-" + i, Optional.empty(), "", "", -1);
                var from = i % 2 == 0 ? one : other;
                from.says("ada", new Content.Media(Content.DOCUMENT, file, ""));
            }
            one.settle();
            other.settle();
            assertThat(asked).hasValue(20);
            assertThat(files.count()).isEqualTo(20);
        }
    }

    // ---- out

    private Simulation sending(MemoryFiles files, Capabilities.Builder channel) {
        var office = Simulation.on(store())
                .team("support", "first", "bea")
                .files(files)
                .channel(new FakeChannel(channel.build()))
                .start();
        office.says("ada", "hi");
        return office;
    }

    private static Content.Stored lamp(MemoryFiles files) throws IOException {
        return files.put("lamp.png", "image/png", new ByteArrayInputStream(bytes("a lamp")));
    }

    @Test
    default void an_agent_sends_a_file_and_it_is_noted_like_any_other() throws IOException {
        var files = new MemoryFiles();
        try (var office = sending(files, Capabilities.builder().contentKinds(Content.IMAGE))) {
            var file = lamp(files);
            office.order("bea", "ada", new Order.What.File(Content.IMAGE, file, "Here it is"));
            assertThat(office.channel().sent())
                    .singleElement()
                    .satisfies(sent ->
                            assertThat(sent.content()).isEqualTo(new Content.Media(Content.IMAGE, file, "Here it is")));
            var lines = office.inbox().lines(office.conversation("ada").contact(), Long.MAX_VALUE, 1);
            assertThat(lines.getFirst().files()).singleElement().satisfies(row -> {
                assertThat(row.state()).isEqualTo(State.STORED);
                assertThat(row.agent()).isEqualTo("bea");
                assertThat(row.file()).isEqualTo(file);
            });
            assertThat(store().housekeeping().referred(List.of(file.sha256()))).containsExactly(file.sha256());
        }
    }

    @Test
    default void a_caption_that_is_too_long_follows_its_file() throws IOException {
        var files = new MemoryFiles();
        try (var office = sending(
                files, Capabilities.builder().contentKinds(Content.IMAGE).files(10, 1000))) {
            office.order("bea", "ada", new Order.What.File(Content.IMAGE, lamp(files), "longer than ten"));
            assertThat(office.channel().sent())
                    .extracting(
                            sent -> sent.content().kind(),
                            sent -> sent.content().plainText())
                    .containsExactly(tuple(Content.IMAGE, ""), tuple(Content.TEXT, "longer than ten"));
        }
    }

    @Test
    default void what_the_channel_does_not_take_is_refused_with_the_reason_and_nothing_is_sent() throws IOException {
        var files = new MemoryFiles();
        try (var office = sending(
                files, Capabilities.builder().contentKinds(Content.IMAGE).files(100, 5))) {
            var before = store().events().end();
            office.order("bea", "ada", new Order.What.File(Content.IMAGE, lamp(files), ""));
            office.order("bea", "ada", new Order.What.File(Content.VIDEO, lamp(files), ""));
            assertThat(office.channel().sent()).isEmpty();
            assertThat(store().events().after(before, 100).stream()
                            .flatMap(entry -> entry.facts().stream())
                            .filter(fact -> fact.type().equals("command"))
                            .map(fact -> fact.details().get("message").asText()))
                    .containsExactly(
                            "the file has 0.1 MB and the channel takes at most 0.0",
                            "the channel takes no file of the kind 'video'");
        }
    }

    @Test
    default void a_kind_the_channel_does_not_know_goes_as_a_document() throws IOException {
        var files = new MemoryFiles();
        try (var office = sending(files, Capabilities.builder().contentKinds(Content.DOCUMENT))) {
            office.order("bea", "ada", new Order.What.File(Content.IMAGE, lamp(files), ""));
            assertThat(office.channel().sent())
                    .singleElement()
                    .satisfies(sent -> assertThat(sent.content().kind()).isEqualTo(Content.DOCUMENT));
        }
    }

    @Test
    default void what_agents_upload_is_found_by_its_id() throws IOException {
        var files = new MemoryFiles();
        try (var office = office(files)) {
            var upload = office.engine().upload("bea", "x.exe", new ByteArrayInputStream(bytes("GIF89a...")));
            assertThat(upload.file().mediaType()).isEqualTo("image/gif");
            assertThat(office.inbox().attachment(upload.id())).contains(upload);
        }
    }
}
