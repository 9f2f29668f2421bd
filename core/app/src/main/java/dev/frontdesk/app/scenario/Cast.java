package dev.frontdesk.app.scenario;

import dev.frontdesk.app.wiring.Prepared;
import dev.frontdesk.simulator.rehearsal.Person;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names a scenario may use.
 *
 * @param people the contacts, by what the scenario calls them
 */
record Cast(
        Map<String, Person> people,
        Set<String> agents,
        Set<String> teams,
        Set<String> fields,
        Set<String> categories,
        Set<String> steps,
        Set<String> actions) {

    static Cast of(Prepared prepared, List<Person> people) {
        var named = new LinkedHashMap<String, Person>();
        people.forEach(person -> named.put(person.id(), person));
        var configuration = prepared.configuration();
        var fields = new LinkedHashSet<>(configuration.engine().fields().keySet());
        fields.addAll(Set.of("name", "language"));
        var steps = new LinkedHashSet<String>();
        prepared.workflows().forEach(one -> steps.addAll(one.compiled().steps().keySet()));
        return new Cast(
                named,
                configuration.people().agents().keySet(),
                configuration.engine().teams().keySet(),
                fields,
                Set.copyOf(configuration.engine().categories()),
                steps,
                prepared.catalog().names(dev.frontdesk.app.plugin.Contribution.Kind.ACTION));
    }
}
