package dev.frontdesk.plugin.lookup.table;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.enrich.Enricher;
import dev.frontdesk.api.enrich.Enrichment;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/** The row of a file whose key is a fact of the contact. */
public final class TableEnricher implements Enricher {
    private final TableSettings settings;
    private final WatchedTable table;

    @Inject
    public TableEnricher(TableSettings settings, InstantSource clock) {
        this.settings = settings;
        this.table = new WatchedTable(settings.file(), settings.key(), clock);
    }

    @Override
    public Set<String> reads() {
        return Set.of(settings.by());
    }

    @Override
    public Set<String> finds() {
        return table.known().columns();
    }

    @Override
    public Enrichment lookUp(Facts facts, Duration most) {
        return table.current()
                .row(facts.text(settings.by()))
                .<Enrichment>map(Enrichment.Found::new)
                .orElseGet(Enrichment.NotFound::new);
    }
}
