package dev.frontdesk.plugin.ai.classify;

import dev.frontdesk.api.enrich.Classification;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What was said about which words, the latest of them. Safe for use by many threads. */
final class Remembered {
    private static final int MOST = 5_000;

    private final Map<String, Classification> answers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Classification> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<Classification> get(String words) {
        return Optional.ofNullable(answers.get(key(words)));
    }

    synchronized void put(String words, Classification answer) {
        answers.put(key(words), answer);
    }

    private static String key(String words) {
        return words.toLowerCase(Locale.ROOT);
    }
}
