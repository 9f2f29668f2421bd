package dev.frontdesk.app.whole;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A visitor's open chat: the lines that come live, from a position on. */
final class Following implements AutoCloseable {
    private final InputStream stream;
    private final List<Visitor.Line> lines = new CopyOnWriteArrayList<>();

    Following(Visitor visitor, Wire at, long after) {
        stream = at.stream("/channels/site/events?after=" + after, visitor.authorization());
        Thread.startVirtualThread(this::read);
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            var event = "";
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("event:")) {
                    event = line.substring(6).strip();
                } else if (line.startsWith("data:") && event.equals("line")) {
                    lines.add(Visitor.line(Wire.json(line.substring(5))));
                }
            }
        } catch (IOException closed) {
            // the end of the test
        }
    }

    List<String> texts() {
        return lines.stream().map(Visitor.Line::text).toList();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
