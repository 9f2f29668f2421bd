package dev.frontdesk.plugin.ai.knowledge;

import java.util.ArrayList;
import java.util.List;

/** Takes a file apart: at headings, and at blank lines where a part would get too long. */
final class Passages {
    private static final int LONGEST = 900;

    private final String file;
    private final List<Passage> passages = new ArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private String heading = "";

    private Passages(String file) {
        this.file = file;
    }

    static List<Passage> of(String file, String text) {
        var passages = new Passages(file);
        text.lines().forEach(passages::line);
        passages.close();
        return passages.passages;
    }

    private void line(String line) {
        if (line.startsWith("#")) {
            close();
            heading = line.substring(line.lastIndexOf('#', Math.min(6, line.length() - 1)) + 1)
                    .strip();
            return;
        }
        if (line.isBlank() && part.length() > LONGEST / 2 || part.length() + line.length() > LONGEST) {
            close();
        }
        for (int from = 0; from < line.length(); from += LONGEST) {
            part.append(line, from, Math.min(line.length(), from + LONGEST)).append('\n');
            if (part.length() >= LONGEST) {
                close();
            }
        }
    }

    /** Its heading goes with every piece: a piece alone would not say what it is about. */
    private void close() {
        var text = part.toString().strip();
        part.setLength(0);
        if (!text.isEmpty()) {
            passages.add(new Passage(file, heading.isEmpty() ? text : heading + "\n" + text));
        }
    }
}
