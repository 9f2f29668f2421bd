package dev.frontdesk.simulator.scenario;

import dev.frontdesk.engine.model.Conversation;
import dev.frontdesk.engine.model.Run;
import dev.frontdesk.simulator.rehearsal.Heard;
import dev.frontdesk.simulator.rehearsal.Person;
import dev.frontdesk.simulator.rehearsal.Rehearsal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All that is left when a scenario is over, in lines that can be compared: what reached people, conversations, runs, contacts,
 * queues, loads, events by type, dead letters. Ids and times are left out; they differ from one performance to the next.
 */
record Ending(List<String> lines) {
    private static final int MOST = 1000;

    static Ending of(Rehearsal rehearsal, Scenario scenario) {
        var lines = new ArrayList<String>();
        for (Person who : scenario.people()) {
            reached(rehearsal, who).forEach(one -> lines.add(who.id() + " hears " + one.shown()));
            int number = 0;
            for (Conversation one : rehearsal.conversations(who)) {
                about(rehearsal, one).forEach(lines::add);
                lines.add(who.id() + ", conversation " + ++number + ": " + Checks.inWords(one) + ", team '"
                        + one.handling().team() + "', assignee '"
                        + one.handling().assignee() + "', priority "
                        + one.handling().priority() + queue(rehearsal, one));
            }
            contact(rehearsal, who).forEach(lines::add);
        }
        rehearsal
                .store()
                .directory()
                .agents()
                .forEach(agent -> lines.add(agent.id() + " holds " + agent.load() + " conversations"));
        var types = new TreeMap<String, Integer>();
        rehearsal.events().stream()
                // A message that was sent again tells twice how far it got.
                .filter(fact -> !fact.type().equals("message.status"))
                .forEach(fact -> types.merge(fact.type(), 1, Integer::sum));
        types.forEach((type, count) -> lines.add("event " + type + " × " + count));
        lines.add("dead letters: " + rehearsal.store().deadLetters().count());
        return new Ending(List.copyOf(lines));
    }

    /** A message that was on its way when the process died may come twice; a message that was not must not. */
    private static List<Heard> reached(Rehearsal rehearsal, Person who) {
        var once = new ArrayList<Heard>();
        var ids = new HashSet<Long>();
        Set<Long> mayRepeat = rehearsal.repeatable();
        for (Heard one : rehearsal.heard(who)) {
            if (ids.add(one.message()) || !mayRepeat.contains(one.message())) {
                once.add(one);
            }
        }
        return once;
    }

    private static List<String> about(Rehearsal rehearsal, Conversation one) {
        return rehearsal.store().inbox().run(one.id()).map(Ending::run).stream().toList();
    }

    private static String run(Run run) {
        var vars = new TreeMap<String, String>();
        run.vars().values().forEach((name, value) -> {
            if (!name.startsWith("_")) {
                vars.put(name, value.asText());
            }
        });
        return "run of " + run.workflow() + ": " + run.state() + " at step " + run.step() + " awaiting "
                + run.awaiting() + " because '" + run.reason() + "' with " + vars;
    }

    private static String queue(Rehearsal rehearsal, Conversation one) {
        return rehearsal
                .store()
                .inbox()
                .queuePosition(one.id())
                .map(place -> ", place " + place + " in the queue")
                .orElse("");
    }

    private static List<String> contact(Rehearsal rehearsal, Person who) {
        var lines = new ArrayList<String>();
        rehearsal.contact(who).ifPresent(id -> {
            rehearsal.store().inbox().contact(id).ifPresent(card -> {
                var profile = card.profile();
                var fields = new TreeMap<String, String>();
                profile.fields().values().forEach((name, value) -> fields.put(name, value.asText()));
                lines.add("contact " + who.id() + ": " + profile.name() + ", " + profile.language() + ", " + fields
                        + ", tags " + profile.tags().stream().sorted().toList());
            });
            rehearsal.store().inbox().lines(id, Long.MAX_VALUE, MOST).reversed().stream()
                    .map(line -> line.message())
                    .forEach(message -> lines.add("thread of " + who.id() + ": " + message.author() + " "
                            + message.direction() + " " + message.content().plainText()));
        });
        return lines;
    }

    /** What is otherwise, in two lists of lines. */
    String differenceTo(Ending expected) {
        var missing = new ArrayList<>(expected.lines);
        lines.forEach(missing::remove);
        var added = new ArrayList<>(lines);
        expected.lines.forEach(added::remove);
        if (missing.isEmpty() && added.isEmpty()) {
            int first = 0;
            while (lines.get(first).equals(expected.lines.get(first))) {
                first++;
            }
            return "the same things, in another order: before\n" + expected.lines.get(first) + "\ncame\n"
                    + lines.get(first);
        }
        return java.util.stream.Stream.concat(
                        missing.stream().map(line -> "- " + line),
                        added.stream().map(line -> "+ " + line))
                .collect(Collectors.joining("\n"));
    }
}
