package dev.frontdesk.channel.whatsapp;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was told to the core lately and need not be told again. Forgetting does no harm. Safe for use by many threads. */
final class Told {

    private static final int MOST = 20_000;

    private final Map<String, Boolean> lately = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    };

    synchronized boolean before(String id) {
        return lately.get(id) != null;
    }

    /** It is stored now. */
    synchronized void done(String id) {
        lately.put(id, true);
    }
}
