package dev.frontdesk.simulator.scenario;

import dev.frontdesk.simulator.rehearsal.Person;
import java.time.Instant;
import java.util.List;

/**
 * A story of contacts, agents and the bot.
 *
 * @param where file and line
 * @param people who may write; the first is meant until somebody else writes
 */
public record Scenario(String name, String where, Instant at, List<Person> people, List<Line> lines) {
    public Scenario {
        people = List.copyOf(people);
        lines = List.copyOf(lines);
        if (people.isEmpty()) {
            throw new IllegalArgumentException("nobody writes");
        }
    }

    /**
     * A line of it.
     *
     * @param where file and line
     * @param words as it is written
     */
    public record Line(String where, String words, Event event) {}
}
