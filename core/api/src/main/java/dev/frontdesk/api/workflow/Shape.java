package dev.frontdesk.api.workflow;

import dev.frontdesk.api.Value;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a step may do, for the checks made when a workflow is loaded.
 *
 * @param branches names it may continue on besides the plain next step
 * @param writes variables it sets, with their type: later conditions are checked against it. A field of the contact, as
 *     {@code contact.<field>}, must be declared with that very type
 * @param interactive true when it speaks with the contact or hands over to people: a conversation has at most one such run
 */
public record Shape(Set<String> branches, Map<String, Class<? extends Value>> writes, boolean interactive) {

    /** Copies the collections. */
    public Shape {
        branches = Set.copyOf(branches);
        writes = Map.copyOf(writes);
    }

    /** Goes straight on, writes nothing, asks nothing. */
    public static Shape plain() {
        return new Shape(Set.of(), Map.of(), false);
    }

    /** May await the contact or an agent. */
    public Shape thatInteracts() {
        return new Shape(branches, writes, true);
    }

    /** May also continue on this branch. */
    public Shape branching(String branch) {
        var more = new HashSet<>(branches);
        more.add(branch);
        return new Shape(more, writes, interactive);
    }

    /** Also writes this variable, or field of the contact. */
    public Shape writing(String variable, Class<? extends Value> type) {
        var more = new java.util.HashMap<String, Class<? extends Value>>(writes);
        more.put(variable, type);
        return new Shape(branches, more, interactive);
    }
}
