package dev.frontdesk.web.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One request and its answer. Belongs to the thread that handles it. */
public final class Exchange {
    private static final Duration BODY_TIME = Duration.ofSeconds(15);
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final int JSON_LIMIT = 128 * 1024;
    /** Slower than this nobody sends a long body in earnest; in bytes a second. */
    private static final int SLOWEST = 100_000;
    /** Refusals of a body nobody has read. */
    private static final Set<String> UNREAD = Set.of("bad-body", BodyRoom.FULL);
    /** So much of a refused body is read and dropped, so that the peer gets to see the answer. */
    private static final int DRAIN = 1 << 20;

    private final ServerRequest request;
    private final ServerResponse response;
    private final SafePath path;
    private final Peers peers;
    private final Deadlines deadlines;
    private Map<String, String> params = Map.of();
    private @Nullable Caller caller;
    private int status;
    private boolean streaming;
    private final BodyRoom room;
    private int taken;

    Exchange(
            ServerRequest request,
            ServerResponse response,
            SafePath path,
            Peers peers,
            Deadlines deadlines,
            BodyRoom room) {
        this.request = request;
        this.response = response;
        this.path = path;
        this.peers = peers;
        this.deadlines = deadlines;
        this.room = room;
    }

    /** The body may be forgotten. */
    void done() {
        room.give(taken);
        taken = 0;
    }

    // ---- the request
    // -----------------------------------------------------------------------------------------------------

    public String method() {
        return request.prologue().method().text();
    }

    public SafePath path() {
        return path;
    }

    public String param(String name) {
        return params.getOrDefault(name, "");
    }

    void params(Map<String, String> found) {
        params = found;
    }

    public Optional<String> query(String name) {
        try {
            return request.query().contains(name) ? Optional.of(request.query().get(name)) : Optional.empty();
        } catch (IllegalArgumentException | NoSuchElementException e) {
            return Optional.empty();
        }
    }

    public Optional<String> header(String name) {
        return request.headers().first(HeaderNames.create(name));
    }

    public List<String> headers(String name) {
        return request.headers().all(HeaderNames.create(name), List::of);
    }

    /** The first cookie of this name. */
    public Optional<String> cookie(String name) {
        for (String line : request.headers().all(HeaderNames.COOKIE, List::of)) {
            for (String pair : line.split(";")) {
                String cookie = pair.strip();
                if (cookie.length() > name.length() && cookie.startsWith(name) && cookie.charAt(name.length()) == '=') {
                    return Optional.of(cookie.substring(name.length() + 1));
                }
            }
        }
        return Optional.empty();
    }

    /** The address of the peer, or the one a trusted proxy named. */
    public String peer() {
        return peers.resolve(request.remotePeer().host(), headers("X-Forwarded-For"));
    }

    /** The address at the other end of the connection, whatever headers say. */
    public String directPeer() {
        return request.remotePeer().host();
    }

    /** The exact bytes, at most so many: what is longer is refused before it is buffered. */
    public byte[] body(int max) {
        var headers = request.headers();
        long length = headers.contentLength().orElse(-1);
        if (length > max) {
            throw tooLarge();
        }
        if (length < 0 && !headers.contains(HeaderNames.TRANSFER_ENCODING)) {
            return new byte[0];
        }
        long expected = length < 0 ? max : length;
        taken += room.take(expected);
        try (var _ = deadlines.within(BODY_TIME.plusSeconds(expected / SLOWEST))) {
            // Never closed: closing would read the rest of a refused body.
            byte[] body = request.content().inputStream().readNBytes(length < 0 ? max + 1 : (int) length);
            if (body.length > max) {
                throw tooLarge();
            }
            if (body.length < length) {
                throw Refusal.of(400, "cut-off", "The body ended before its Content-Length.");
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A body that is read piece by piece, at most so long and in so much time; close it before the answer. */
    public record Content(InputStream stream, Deadlines.Limit limit) implements AutoCloseable {
        /** Never the stream: closing it would read the rest of a refused body. */
        @Override
        public void close() {
            limit.close();
        }
    }

    /** What is announced as longer is refused at once; what turns out to be, the reader must refuse. */
    public Content content(long max, Duration most) {
        if (request.headers().contentLength().orElse(0) > max) {
            throw tooLarge();
        }
        return new Content(request.content().inputStream(), deadlines.within(most));
    }

    /** The body of a call of the inbox. */
    public JsonBody json() {
        return JsonBody.parse(body(JSON_LIMIT));
    }

    static Refusal tooLarge() {
        return Refusal.of(413, "too-large", "The body is longer than this address takes.");
    }

    // ---- who asks
    // --------------------------------------------------------------------------------------------------------

    public void signIn(Caller who) {
        caller = who;
    }

    /** The agent; only routes that need one may ask. */
    public Caller caller() {
        if (caller == null) {
            throw new IllegalStateException("the route asks for an agent, but its rule does not");
        }
        return caller;
    }

    // ---- the answer
    // ------------------------------------------------------------------------------------------------------

    /** Refuses a header that would break out of its line, before anything of the answer is written. */
    public Exchange set(String name, String value) {
        if (!TOKEN.matcher(name).matches() || value.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7f)) {
            throw new IllegalArgumentException("the header " + name.strip() + " is not one line");
        }
        response.header(HeaderValues.create(HeaderNames.create(name), value));
        return this;
    }

    public void send(int code, String type, byte[] body) {
        set("Content-Type", type);
        send(code, body);
    }

    public void send(int code, byte[] body) {
        status = code;
        response.status(Status.create(code));
        if (method().equals("HEAD")) {
            response.header(HeaderValues.create(HeaderNames.CONTENT_LENGTH, body.length));
            response.send();
        } else if (body.length == 0) {
            response.send();
        } else {
            response.send(body);
        }
    }

    /** Sends so many bytes of a stream; what it still holds is left in it. */
    public void send(int code, long length, InputStream bytes, Duration most) throws IOException {
        status = code;
        response.status(Status.create(code));
        response.header(HeaderValues.create(HeaderNames.CONTENT_LENGTH, length));
        if (method().equals("HEAD")) {
            response.send();
            return;
        }
        try (var _ = deadlines.within(most);
                var out = response.outputStream()) {
            var piece = new byte[1 << 15];
            long left = length;
            while (left > 0) {
                int n = bytes.read(piece, 0, (int) Math.min(piece.length, left));
                if (n < 0) {
                    throw new IOException("the file is shorter than it was");
                }
                out.write(piece, 0, n);
                left -= n;
            }
        }
    }

    public void json(int code, Json.Writer writer) {
        send(code, "application/json", Json.bytes(writer));
    }

    public void noContent() {
        send(204, new byte[0]);
    }

    public void notModified() {
        send(304, new byte[0]);
    }

    /** Begins a stream of server-sent events. */
    public EventStream events() {
        status = 200;
        streaming = true;
        response.status(Status.OK_200);
        header(HeaderNames.CONTENT_TYPE, "text/event-stream");
        header(HeaderNames.CACHE_CONTROL, "no-cache, no-transform");
        header(HeaderNames.create("X-Accel-Buffering"), "no");
        return new EventStream(response.outputStream(), deadlines);
    }

    private void header(HeaderName name, String value) {
        response.header(HeaderValues.create(name, value));
    }

    void refuse(Refusal refusal) {
        if (refusal.retryAfter() > 0) {
            set("Retry-After", Long.toString(refusal.retryAfter()));
        }
        boolean cut = refusal.status() == 413 || UNREAD.contains(refusal.code());
        if (cut) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        json(refusal.status(), to -> {
            to.writeStartObject();
            to.writeStringField("error", refusal.code());
            to.writeStringField("message", refusal.getMessage());
            to.writeEndObject();
        });
        if (cut) {
            drain();
        }
    }

    private void drain() {
        try (var _ = deadlines.within(Duration.ofSeconds(2))) {
            request.content().inputStream().skip(DRAIN);
        } catch (IOException | RuntimeException e) {
            // The connection ends anyway.
        }
    }

    boolean answered() {
        return response.isSent() || streaming;
    }

    /** True when the connection ends with this answer: the server does not see to that by itself. */
    boolean last() {
        return !streaming
                && (response.headers().contains(HeaderValues.CONNECTION_CLOSE)
                        || request.headers().contains(HeaderNames.CONNECTION)
                                && request.headers().containsToken(HeaderValues.CONNECTION_CLOSE));
    }

    int status() {
        return status;
    }
}
