package dev.frontdesk.app.cli;

import dev.frontdesk.app.admin.AdminClient;
import dev.frontdesk.app.admin.AdminFiles;
import dev.frontdesk.app.http.Allowed;
import dev.frontdesk.app.http.GuardedHttp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The process that runs on this machine with this data folder. */
final class Running {
    private Running() {}

    /** Empty when none runs. */
    static <T> Optional<T> ask(Path data, Function<AdminClient, T> question) throws IOException {
        var process = new AdminFiles(data).process();
        if (process.isEmpty()) {
            return Optional.empty();
        }
        try (var http = new GuardedHttp(Allowed.of(List.of("127.0.0.1")))) {
            var client = new AdminClient(http, process.get());
            return client.reachable() ? Optional.of(question.apply(client)) : Optional.empty();
        }
    }

    static <T> T mustAnswer(Path data, Function<AdminClient, T> question) throws IOException {
        return ask(data, question)
                .orElseThrow(() -> new Trouble("no Frontdesk runs with the data folder " + data.toAbsolutePath()
                        + "; start it with: frontdesk run, or name its folder with --data"));
    }
}
