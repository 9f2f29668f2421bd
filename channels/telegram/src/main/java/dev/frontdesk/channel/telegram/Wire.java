package dev.frontdesk.channel.telegram;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Stands on both sides of OkHttp's connecting, so that of each failed call we know whether it was on its way. A kept connection that
 * the other side has closed meanwhile is noticed before anything is written to it, and another one is taken; OkHttp itself looks only
 * after ten idle seconds. Safe for use by many threads.
 */
final class Wire implements Interceptor {

    private static final int MOST_BYTES = 64 * 1024 * 1024;
    /** As many as are kept. */
    private static final int MOST_STALE = 8;

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    /** How far one call has got. */
    private static final class Progress {
        private volatile boolean sending;
    }

    /** A call that failed; the message is ours, for those of OkHttp may show an address with the token in it. */
    static final class Failed extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient Answer answer;

        Failed(Answer answer) {
            super(answer.toString());
            this.answer = answer;
        }

        Answer answer() {
            return answer;
        }
    }

    /** A kept connection turned out to be closed; nothing was written. */
    private static final class Closed extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** The part that OkHttp runs once there is a connection, just before it writes. */
    static Response sending(Chain chain) throws IOException {
        var connection = chain.connection();
        if (connection != null && isClosed(connection.socket())) {
            throw new Closed();
        }
        var progress = chain.request().tag(Progress.class);
        if (progress != null) {
            progress.sending = true;
        }
        // OkHttp would send once more where a 503 says "Retry-After: 0", and the first may have been passed on.
        return chain.proceed(chain.request())
                .newBuilder()
                .removeHeader("Retry-After")
                .build();
    }

    /** Nobody says anything before they are asked: what can be read now is the end. */
    private static boolean isClosed(Socket socket) throws IOException {
        int limit = socket.getSoTimeout();
        try {
            socket.setSoTimeout(1);
            int _ = socket.getInputStream().read();
            return true;
        } catch (SocketTimeoutException alive) {
            return false;
        } catch (IOException broken) {
            return true;
        } finally {
            socket.setSoTimeout(limit);
        }
    }

    /** For what is no call: a kept connection that was closed is left for another one. */
    static Response connecting(Chain chain) throws IOException {
        return proceed(chain, chain.request());
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        var progress = new Progress();
        var request = chain.request().newBuilder().tag(Progress.class, progress).build();
        try (var response = proceed(chain, request)) {
            var text = text(response);
            if (!isAnswer(text)) {
                throw new Failed(new Answer.Strange(response.code()));
            }
            return response.newBuilder().body(ResponseBody.create(text, JSON)).build();
        } catch (Failed known) {
            throw known;
        } catch (FileBody.Broken ours) {
            throw new Failed(new Answer.NotSent("the file cannot be read"));
        } catch (IOException | RuntimeException trouble) {
            throw new Failed(
                    progress.sending ? new Answer.Unsure(reason(trouble)) : new Answer.NotSent(reason(trouble)));
        }
    }

    private static Response proceed(Chain chain, Request request) throws IOException {
        for (int tries = 0; ; tries++) {
            try {
                return chain.proceed(request);
            } catch (Closed stale) {
                if (tries == MOST_STALE) {
                    throw stale;
                }
            }
        }
    }

    /** Gateways speak JSON, too, but only the Bot API says whether it is ok. What is cut off is still its answer. */
    private static boolean isAnswer(String text) {
        return text.startsWith("{\"ok\":")
                || text.startsWith("{")
                        && Json.object(text).map(said -> said.has("ok")).orElse(true);
    }

    private static String text(Response response) throws IOException {
        var body = response.body();
        if (body == null) {
            return "";
        }
        var bytes = body.byteStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new IOException("too long");
        }
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }

    /** What is wrong, without what OkHttp says of it. */
    static String reason(Exception trouble) {
        return switch (trouble) {
            case UnknownHostException _ -> "the host is not known";
            case SocketTimeoutException _ -> "no answer in time";
            case ConnectException _ -> "no connection";
            case SSLException _ -> "no trusted TLS connection";
            default -> "the connection broke (" + trouble.getClass().getSimpleName() + ")";
        };
    }
}
