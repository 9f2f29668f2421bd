package dev.frontdesk.web;

import dev.frontdesk.api.Value;
import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.engine.port.EventLog;
import java.util.ArrayList;
import java.util.List;

/** An event log in memory; positions are {@code p<n>}. */
final class FakeLog implements EventLog {
    private final List<Entry> entries = new ArrayList<>();
    private int oldest;

    synchronized void append(Fact... facts) {
        entries.add(new Entry("p" + (entries.size() + 1), List.of(facts)));
    }

    static Fact fact(String type, long contact, long conversation, long ord, String... pairs) {
        Value.Fields details = Value.EMPTY;
        for (int i = 0; i < pairs.length; i += 2) {
            details = details.with(pairs[i], Value.of(pairs[i + 1]));
        }
        return new Fact(type, contact, conversation, ord, 1_000, details);
    }

    synchronized void forgetUpTo(int position) {
        oldest = position;
    }

    @Override
    public synchronized String end() {
        return "p" + entries.size();
    }

    @Override
    public synchronized List<Entry> after(String position, int limit) {
        int from = Integer.parseInt(position.substring(1));
        return List.copyOf(entries.subList(from, Math.min(entries.size(), from + limit)));
    }

    @Override
    public synchronized boolean valid(String position) {
        return position.matches("p\\d+") && Integer.parseInt(position.substring(1)) >= oldest;
    }

    @Override
    public synchronized List<Fact> of(long contact, long fromOrd, long toOrd) {
        return entries.stream()
                .flatMap(entry -> entry.facts().stream())
                .filter(fact -> fact.contact() == contact && fact.ord() >= Math.max(1, fromOrd) && fact.ord() <= toOrd)
                .toList();
    }
}
