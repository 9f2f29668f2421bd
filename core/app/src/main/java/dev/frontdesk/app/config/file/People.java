package dev.frontdesk.app.config.file;

import dev.frontdesk.api.Setting;
import dev.frontdesk.api.TeamId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code people.conf}. */
public record People(
        @Setting(doc = "Those who answer, by the name they sign in with.")
        Map<String, Person> agents) {

    /** A block below {@code agents}. */
    public record Person(
            @Setting(doc = "What contacts and colleagues see; the key unless you say otherwise.")
            Optional<String> name,

            @Setting(value = "agent", doc = "agent or admin.")
            Role role,

            @Setting(doc = "What they are good at; a route may ask for it.")
            Set<String> skills,

            @Setting(value = "0", doc = "How many open conversations they may hold; 0 leaves it to team and workspace.")
            int capacity,

            @Setting(value = "true", doc = "false gives them conversations while their page is closed, too.")
            boolean presenceRequired,

            @Setting(doc = "The language of their inbox; the first of languages unless you say otherwise.")
            Optional<Locale> language,

            @Setting(doc = "Their teams, besides those that name them as members.")
            List<TeamId> teams) {

        public Person {
            Check.between("capacity", capacity, 0, 10_000);
        }
    }

    public enum Role {
        AGENT,
        ADMIN
    }
}
