package dev.frontdesk.testkit.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import dev.frontdesk.testkit.fault.Faults;
import dev.frontdesk.testkit.fault.FaultyServer;
import dev.frontdesk.testkit.phone.Phone;
import java.io.IOException;
import java.util.Optional;

/** The calls of the Bot API as they come over HTTP, and the page of a customer. Safe for use by many threads. */
final class Front {
    private static final String FILE = "/file/bot";

    private final String token;
    private final BotApi api;
    private final FileStore files;
    private final Faults faults;
    private final Phone phone;

    Front(String token, BotApi api, FileStore files, Faults faults, Phone phone) {
        this.token = token;
        this.api = api;
        this.files = files;
        this.faults = faults;
        this.phone = phone;
    }

    /** The method of the Bot API, or {@code file}. */
    static String name(String path) {
        return path.startsWith(FILE) ? "file" : path.substring(path.lastIndexOf('/') + 1);
    }

    /** One call; whatever happens to its connection is nobody's concern but the client's. */
    void serve(HttpExchange call) throws IOException {
        var path = call.getRequestURI().getPath();
        try {
            if (phone.serve(call)) {
                return;
            }
            if (path.startsWith(FILE)) {
                file(call, path, FILE + token + "/");
                return;
            }
            var params = Params.of(call);
            var prefix = "/bot" + token + "/";
            if (!path.startsWith(prefix)) {
                throw path.startsWith("/bot") ? new Refusal(401, "Unauthorized") : new Refusal(404, "Not Found");
            }
            var method = path.substring(prefix.length());
            FaultyServer.<Refusal>answer(call, faults.take(method), () -> json(api.answer(method, params)));
        } catch (Refusal refused) {
            FaultyServer.reply(call, refused.code(), json(refused.json()));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            call.close();
        }
    }

    private static FaultyServer.Reply json(String text) {
        return new FaultyServer.Reply("application/json", text.getBytes(UTF_8));
    }

    private void file(HttpExchange call, String path, String prefix) throws IOException, InterruptedException, Refusal {
        var kept = path.startsWith(prefix)
                ? files.byPath(path.substring(prefix.length()))
                : Optional.<FileStore.Kept>empty();
        var bytes = kept.orElseThrow(() -> new Refusal(404, "Not Found")).bytes();
        FaultyServer.<Refusal>answer(
                call, faults.take("file"), () -> new FaultyServer.Reply("application/octet-stream", bytes));
    }
}
