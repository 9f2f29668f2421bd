package dev.frontdesk.channel.telegram;

import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Fetched;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.Response;

/**
 * Brings the files that people have sent. The address of a file has the token in it, and so has its path at a server of one's own:
 * neither is ever kept, logged or told. Safe for use by many threads.
 */
final class Fetching {

    private static final long CLOUD_LIMIT = 20 * 1024 * 1024;
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration STRANGE = Duration.ofSeconds(60);
    private static final long DAY = 86_400;
    private static final String TOO_LARGE =
            "larger than the 20 MB that Telegram gives to a bot; a Bot API server of your own"
                    + " (local-server = true) brings files of up to 2,000 MB. Ask the person for another way";

    private final BotApi api;
    private final Files files;
    private final TelegramSettings settings;

    Fetching(BotApi api, TelegramSettings settings) {
        this.api = api;
        this.files = new Files(settings.bot());
        this.settings = settings;
    }

    /** @throws IOException what the stream throws */
    Fetched fetch(Content.Remote file, OutputStream into) throws IOException, InterruptedException {
        var id = files.id(file);
        if (id.isEmpty()) {
            return new Fetched.Gone("the file was sent to another bot");
        }
        if (!settings.localServer() && file.size() > CLOUD_LIMIT) {
            return new Fetched.Gone(TOO_LARGE);
        }
        return switch (api.call(new Verbatim("getFile", Map.of("file_id", id.get())))) {
            case Answer.Done done -> from(done.result().path("file_path").asText(), into);
            case Answer.Refused refused -> refused(refused);
            case Answer.Strange(var status) ->
                new Fetched.Later(STRANGE, "something that is no Bot API answered " + status);
            case Answer.NotSent(var why) -> new Fetched.Later(SOON, why);
            case Answer.Unsure(var why) -> new Fetched.Later(SOON, why);
        };
    }

    private static Fetched refused(Answer.Refused refused) {
        var why = refused.code() + " " + refused.description();
        return switch (refused.code()) {
            case 400 ->
                new Fetched.Gone(
                        refused.description().contains("too big")
                                ? TOO_LARGE
                                : "Telegram no longer has it (" + why + ")");
            case 429 ->
                new Fetched.Later(
                        Duration.ofSeconds(Math.clamp(refused.retryAfter().orElse(1), 1, DAY)), why);
            default -> new Fetched.Later(STRANGE, why);
        };
    }

    private Fetched from(String path, OutputStream into) throws IOException, InterruptedException {
        if (path.isEmpty()) {
            return new Fetched.Later(SOON, "Telegram names no place of the file");
        }
        boolean climbs = List.of(path.split("[/\\\\]", -1)).contains("..");
        if (climbs) {
            return new Fetched.Gone("Telegram names a place of the file that leads elsewhere");
        }
        if (Path.of(path).isAbsolute()) {
            return settings.localServer()
                    ? local(Path.of(path), into)
                    : new Fetched.Later(STRANGE, "the Bot API server runs with --local: set local-server = true");
        }
        return download(path, into);
    }

    private Fetched local(Path path, OutputStream into) throws IOException, InterruptedException {
        InputStream bytes;
        try {
            var folder = Path.of(settings.localFolder()).toRealPath();
            var file = path.toRealPath();
            if (!file.startsWith(folder)) {
                return new Fetched.Gone("the Bot API server names a file outside of local-folder");
            }
            bytes = java.nio.file.Files.newInputStream(file);
        } catch (IOException unreadable) {
            return new Fetched.Later(
                    STRANGE,
                    "a file of the Bot API server cannot be read: is local-folder its folder, and may Frontdesk read it?");
        }
        try (bytes) {
            return copy(bytes, into) ? new Fetched.Done("") : new Fetched.Later(SOON, "the file broke off");
        }
    }

    private Fetched download(String path, OutputStream into) throws IOException, InterruptedException {
        var call = api.download(path);
        if (call.isEmpty()) {
            return new Fetched.Later(SOON, "the channel is closed");
        }
        Response response;
        try {
            response = call.get().execute();
        } catch (IOException away) {
            return new Fetched.Later(SOON, Wire.reason(away));
        }
        try (response) {
            var body = response.body();
            if (response.code() != 200 || body == null) {
                return new Fetched.Later(STRANGE, "the file was answered with " + response.code());
            }
            return copy(body.byteStream(), into)
                    ? new Fetched.Done(type(response))
                    : new Fetched.Later(SOON, "the connection broke");
        } finally {
            call.get().cancel();
        }
    }

    /** What Telegram says of most files is that they are bytes. */
    private static String type(Response response) {
        var type = response.header("Content-Type");
        return type == null || type.startsWith("application/octet-stream") ? "" : type;
    }

    /** False when there is no more to read before the end; what cannot be written is thrown. */
    private static boolean copy(InputStream from, OutputStream into) throws IOException, InterruptedException {
        var chunk = new byte[64 * 1024];
        while (true) {
            int read;
            try {
                read = from.read(chunk);
            } catch (IOException broken) {
                return false;
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (read < 0) {
                return true;
            }
            into.write(chunk, 0, read);
        }
    }
}
