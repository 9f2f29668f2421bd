package dev.frontdesk.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Fetched;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import dev.frontdesk.testkit.telegram.FakeTelegram;
import dev.frontdesk.testkit.fault.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that people send are brought, or it is said why not; the token shows nowhere. */
class FetchingTest {
    private static final byte[] BYTES = "a file with some bytes in it".getBytes();

    @TempDir
    Path folder;

    private final FakeTelegram telegram = new FakeTelegram().start(0);
    private final ByteArrayOutputStream into = new ByteArrayOutputStream();
    private Telegram channel = at(Some.polling(telegram.url()));

    private Telegram at(TelegramSettings settings) {
        return new Telegram(settings, new FakeChannelContext("tg"), Duration.ofSeconds(1), new Patience());
    }

    @AfterEach
    void close() {
        channel.close();
        telegram.close();
    }

    private static Content.Remote remote(String id, long size) {
        return new Content.Remote("123456:AQAD1:" + id, Optional.empty(), "", "", size);
    }

    private Fetched fetch(String id) throws Exception {
        into.reset();
        var fetched = channel.fetch(remote(id, 5), into);
        assertThat(fetched.toString()).doesNotContain(FakeTelegram.TOKEN.substring(7), "http");
        return fetched;
    }

    @Test
    void a_file_is_written_whole() throws Exception {
        assertThat(fetch(telegram.file(BYTES, BYTES.length))).isEqualTo(new Fetched.Done(""));
        assertThat(into.toByteArray()).isEqualTo(BYTES);
    }

    @Test
    void an_empty_file_is_a_file() throws Exception {
        assertThat(fetch(telegram.file(new byte[0], 0))).isInstanceOf(Fetched.Done.class);
        assertThat(into.size()).isZero();
    }

    @Test
    void a_file_above_twenty_megabytes_is_gone_with_what_to_do() throws Exception {
        var id = telegram.file(BYTES, 20 * 1024 * 1024 + 1);
        assertThat(((Fetched.Gone) fetch(id)).why()).contains("20 MB", "local-server = true");
        assertThat(channel.fetch(remote(id, 21_000_000), into)).isInstanceOf(Fetched.Gone.class);
        assertThat(telegram.calls("getFile")).isEqualTo(1);
    }

    @Test
    void a_file_that_telegram_has_forgotten_is_gone() throws Exception {
        var id = telegram.file(BYTES, BYTES.length);
        telegram.forgetFile(id);
        assertThat(fetch(id)).isInstanceOf(Fetched.Gone.class);
    }

    @Test
    void a_file_of_another_bot_is_never_asked_for() throws Exception {
        var other = new Content.Remote("77:u:abc", Optional.empty(), "", "", 1);
        assertThat(channel.fetch(other, into)).isInstanceOf(Fetched.Gone.class);
        var odd = new Content.Remote("123456:u:../../x", Optional.empty(), "", "", 1);
        assertThat(channel.fetch(odd, into)).isInstanceOf(Fetched.Gone.class);
        assertThat(telegram.calls("getFile")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../bot777/getMe", "a/../../b", "..", "a\\..\\b"})
    void a_path_that_climbs_is_not_followed(String path) throws Exception {
        var id = telegram.file(BYTES, BYTES.length);
        telegram.misplaceFile(id, path);
        assertThat(fetch(id)).isInstanceOf(Fetched.Gone.class);
        assertThat(telegram.calls("file")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"files/a b?x=1#y", "documents/ü.pdf", "photos/%2e%2e/x"})
    void an_odd_path_is_asked_for_as_it_is(String path) throws Exception {
        var id = telegram.file(BYTES, BYTES.length);
        telegram.misplaceFile(id, path);
        assertThat(fetch(id)).isInstanceOf(Fetched.Done.class);
        assertThat(into.toByteArray()).isEqualTo(BYTES);
    }

    @Test
    void a_limit_and_every_other_trouble_mean_later() throws Exception {
        var id = telegram.file(BYTES, BYTES.length);
        telegram.failOnce("getFile", FakeTelegram.tooMany(7));
        assertThat(((Fetched.Later) fetch(id)).after()).isEqualTo(Duration.ofSeconds(7));
        telegram.failOnce("getFile", Fault.page(502));
        assertThat(fetch(id)).isInstanceOf(Fetched.Later.class);
        telegram.failOnce("getFile", new Fault.HangUpBefore());
        assertThat(fetch(id)).isInstanceOf(Fetched.Later.class);
        telegram.failOnce("getFile", FakeTelegram.refusal(401, "Unauthorized"));
        assertThat(fetch(id)).isInstanceOf(Fetched.Later.class);
        telegram.failOnce("file", Fault.page(404));
        assertThat(fetch(id)).isInstanceOf(Fetched.Later.class);
        telegram.failOnce("file", new Fault.Truncated());
        assertThat(fetch(id)).isInstanceOf(Fetched.Later.class);
        telegram.failOnce("file", new Fault.HangUpBefore());
        assertThat(fetch(id)).isInstanceOf(Fetched.Later.class);
        assertThat(fetch(id)).isInstanceOf(Fetched.Done.class);
    }

    @Test
    void a_stream_that_has_enough_ends_it() {
        var id = telegram.file(BYTES, BYTES.length);
        var full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("larger than attachments.max-size");
            }
        };
        assertThatThrownBy(() -> channel.fetch(remote(id, 5), full)).hasMessage("larger than attachments.max-size");
    }

    @Test
    void a_server_of_ones_own_has_its_files_in_a_folder_of_any_size() throws Exception {
        telegram.keepFilesIn(folder);
        var id = telegram.file(BYTES, 900_000_000);
        assertThat(((Fetched.Later) fetch(id)).why()).contains("local-server = true");
        channel.close();
        channel = at(Some.at(telegram.url()).local(folder).build());
        assertThat(channel.fetch(remote(id, 900_000_000), into)).isInstanceOf(Fetched.Done.class);
        assertThat(into.toByteArray()).isEqualTo(BYTES);
        assertThat(channel.capabilities().fileLimit()).isEqualTo(2_000_000_000L);
    }

    @Test
    void a_server_of_ones_own_cannot_show_other_files() throws Exception {
        var secret = Files.writeString(folder.resolve("secret"), "x");
        var files = Files.createDirectory(folder.resolve("files"));
        Files.createSymbolicLink(files.resolve("link"), secret);
        telegram.keepFilesIn(files);
        channel.close();
        channel = at(Some.at(telegram.url()).local(files).build());
        for (var path : new String[] {secret.toString(), files.resolve("link").toString()}) {
            var id = telegram.file(BYTES, 1);
            telegram.misplaceFile(id, path);
            assertThat(channel.fetch(remote(id, 1), into)).as(path).isInstanceOf(Fetched.Gone.class);
        }
        var missing = telegram.file(BYTES, 1);
        telegram.misplaceFile(missing, files.resolve("missing").toString());
        assertThat(channel.fetch(remote(missing, 1), into)).isInstanceOf(Fetched.Later.class);
        assertThat(into.size()).isZero();
    }
}
