package dev.frontdesk.channel.telegram;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Stands on both sides of OkHttp's connecting, so that of each failed call we know whether it was on its way. Safe for use by many threads. */
final class Wire implements Interceptor {

    private static final long MOST_BYTES = 64L * 1024 * 1024;
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

    /** The part that OkHttp runs once there is a connection, just before it writes. */
    static Response sending(Chain chain) throws IOException {
        var progress = chain.request().tag(Progress.class);
        if (progress != null) {
            progress.sending = true;
        }
        return chain.proceed(chain.request());
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        var progress = new Progress();
        var request = chain.request().newBuilder().tag(Progress.class, progress).build();
        try (var response = chain.proceed(request)) {
            var text = text(response);
            if (!text.startsWith("{")) {
                throw new Failed(new Answer.Strange(response.code()));
            }
            return response.newBuilder().body(ResponseBody.create(text, JSON)).build();
        } catch (Failed known) {
            throw known;
        } catch (IOException | RuntimeException trouble) {
            throw new Failed(
                    progress.sending ? new Answer.Unsure(reason(trouble)) : new Answer.NotSent(reason(trouble)));
        }
    }

    private static String text(Response response) throws IOException {
        var body = response.body();
        if (body == null) {
            return "";
        }
        if (body.source().request(MOST_BYTES)) {
            throw new IOException("too long");
        }
        return body.string().strip();
    }

    private static String reason(Exception trouble) {
        return switch (trouble) {
            case UnknownHostException _ -> "the host is not known";
            case SocketTimeoutException _ -> "no answer in time";
            case ConnectException _ -> "no connection";
            case SSLException _ -> "no trusted TLS connection";
            default -> "the connection broke (" + trouble.getClass().getSimpleName() + ")";
        };
    }
}
