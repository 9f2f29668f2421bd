package dev.frontdesk.engine;

import dev.frontdesk.api.Value;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the engine must be told by the configuration.
 *
 * @param languages the first is the default
 * @param fields declared fields of a contact and their types
 * @param idleClose close when nobody wrote for so long; zero: never
 * @param capacity open conversations an agent may hold where neither agent nor team says otherwise
 * @param presenceTimeout without a heartbeat for so long an agent counts as gone
 * @param stepLimit how long a step may take
 * @param windowFirst how long before its end a reply window counts as about to close
 */
public record Settings(
        String name,
        ZoneId zone,
        List<Locale> languages,
        String defaultTeam,
        Map<String, TeamSettings> teams,
        Map<String, Class<? extends Value>> fields,
        List<String> categories,
        ClosePolicy closePolicy,
        Duration idleClose,
        boolean idleCloseQueued,
        int capacity,
        Duration presenceTimeout,
        Duration stepLimit,
        Duration windowFirst) {

    public Settings(
            String name,
            ZoneId zone,
            List<Locale> languages,
            String defaultTeam,
            Map<String, TeamSettings> teams,
            Map<String, Class<? extends Value>> fields,
            List<String> categories,
            ClosePolicy closePolicy,
            Duration idleClose,
            boolean idleCloseQueued,
            int capacity,
            Duration presenceTimeout,
            Duration stepLimit) {
        this(
                name,
                zone,
                languages,
                defaultTeam,
                teams,
                fields,
                categories,
                closePolicy,
                idleClose,
                idleCloseQueued,
                capacity,
                presenceTimeout,
                stepLimit,
                Duration.ofHours(2));
    }

    public Settings {
        languages = List.copyOf(languages);
        teams = Map.copyOf(teams);
        fields = Map.copyOf(fields);
        categories = List.copyOf(categories);
    }

    /** @param capacity 0 when not set */
    public record TeamSettings(String id, String name, String strategy, int capacity, Set<String> members) {
        public TeamSettings {
            members = Set.copyOf(members);
        }
    }

    /** What an agent must give to close a conversation. */
    public enum ClosePolicy {
        OFF,
        OPTIONAL,
        CATEGORY,
        CATEGORY_AND_SUMMARY
    }
}
