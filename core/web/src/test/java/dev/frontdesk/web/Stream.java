package dev.frontdesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Reads a live stream in the background. */
final class Stream implements AutoCloseable {
    final List<Event> events = new CopyOnWriteArrayList<>();
    final HttpResponse<InputStream> response;
    volatile boolean ended;

    record Event(String id, String name, String data) {}

    Stream(Site site, String cookie, String after) {
        try {
            response = site.http()
                    .send(
                            site.request("GET", "/api/events?after=" + after, "")
                                    .header("Cookie", cookie)
                                    .build(),
                            HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(response.statusCode()).isEqualTo(200);
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String id = "";
            String name = "";
            var data = new StringBuilder();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data.append(line.substring(6));
                } else if (line.isEmpty() && !name.isEmpty()) {
                    events.add(new Event(id, name, data.toString()));
                    id = "";
                    name = "";
                    data.setLength(0);
                }
            }
        } catch (IOException e) {
            // Ended by the server or by us.
        } finally {
            ended = true;
        }
    }

    List<Event> named(String name) {
        return events.stream().filter(event -> event.name().equals(name)).toList();
    }

    void awaitEvents(String name, int count) {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() ->
                        assertThat(named(name)).as("%s in %s", name, events).hasSize(count));
    }

    void awaitEnd() {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> ended);
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
