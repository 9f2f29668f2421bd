package dev.frontdesk.channel.telegram;

import dev.frontdesk.api.channel.Attachments;
import dev.frontdesk.api.channel.Content;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** The bytes of a file that Frontdesk keeps, as a part of a call. They pass through and are never in memory as a whole. */
final class FileBody extends RequestBody {

    private static final int LONGEST_NAME = 100;
    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("image/jpeg", ".jpg"),
            Map.entry("image/png", ".png"),
            Map.entry("image/gif", ".gif"),
            Map.entry("image/webp", ".webp"),
            Map.entry("video/mp4", ".mp4"),
            Map.entry("video/webm", ".webm"),
            Map.entry("audio/ogg", ".ogg"),
            Map.entry("audio/mpeg", ".mp3"),
            Map.entry("audio/mp4", ".m4a"),
            Map.entry("application/pdf", ".pdf"));

    /** Our own file cannot be read: what went out is no whole call, and Telegram does nothing with it. */
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;

        Broken(IOException cause) {
            super("the file cannot be read", cause);
        }
    }

    private final Attachments attachments;
    private final Content.Stored file;

    private FileBody(Attachments attachments, Content.Stored file) {
        this.attachments = attachments;
        this.file = file;
    }

    /** The whole call: the parameters, and each file behind a name of its own. */
    static RequestBody with(Map<String, Object> parameters, List<Form.Part> files, Attachments attachments) {
        var body = new MultipartBody.Builder().setType(MultipartBody.FORM);
        parameters.forEach(
                (name, value) -> body.addFormDataPart(name, value instanceof String text ? text : Json.write(value)));
        files.forEach(
                part -> body.addFormDataPart(part.name(), name(part.file()), new FileBody(attachments, part.file())));
        return body.build();
    }

    /** Names are hearsay: no paths, nothing that ends a header, an ending that says what it is. */
    private static String name(Content.Stored file) {
        var name = new StringBuilder();
        file.name()
                .codePoints()
                .filter(c -> !Character.isISOControl(c)
                        && "/\\\"".indexOf(c) < 0
                        && Character.getType(c) != Character.FORMAT)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .limit(LONGEST_NAME)
                .forEach(name::appendCodePoint);
        return name.toString().isBlank() ? "file" + ENDINGS.getOrDefault(file.mediaType(), "") : name.toString();
    }

    @Override
    public @Nullable MediaType contentType() {
        return MediaType.parse(file.mediaType());
    }

    @Override
    public long contentLength() {
        return file.size();
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        try (var in = attachments.open(file.sha256());
                var source = Okio.source(in)) {
            var chunk = new Buffer();
            for (long read = next(source, chunk); read >= 0; read = next(source, chunk)) {
                sink.write(chunk, read);
            }
        }
    }

    private static long next(Source from, Buffer into) throws Broken {
        try {
            return from.read(into, 64 * 1024);
        } catch (IOException unreadable) {
            throw new Broken(unreadable);
        }
    }
}
