package dev.frontdesk.store.read;

import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.engine.port.EventLog;
import dev.frontdesk.store.json.FactsJson;
import dev.frontdesk.store.sql.Database;
import dev.frontdesk.store.sql.Session;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The event log. Ids are taken before the commit, so by id alone a reader could pass a row that commits later. On PostgreSQL it
 * goes by (transaction, id) and stays below the oldest transaction that still runs; on SQLite writers come one after another.
 */
public final class SqlEvents implements EventLog {
    private final Database database;
    private final String safe;

    public SqlEvents(Database database) {
        this.database = database;
        safe = database.dialect().writesSideBySide()
                ? "pos < pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
                : "pos = 0";
    }

    private String text(Place place) {
        return database.dialect().writesSideBySide() ? place.pos() + "." + place.id() : Long.toString(place.id());
    }

    @Override
    public String end() {
        return text(database.read(session -> outermost(session, "desc")).orElse(Place.BEGINNING));
    }

    private Optional<Place> outermost(Session session, String direction) {
        return session.query("select pos, id from event where " + safe + " order by pos " + direction + ", id "
                        + direction + " limit 1")
                .first(row -> new Place(row.longs(), row.longs()));
    }

    @Override
    public List<Entry> after(String position, int limit) {
        var place = Place.of(position).orElse(Place.BEGINNING);
        return database.read(session -> session.query(
                        "select pos, id, contact, facts from event where (pos, id) > (?, ?) and " + safe
                                + " order by pos, id limit ?")
                .set(place.pos())
                .set(place.id())
                .set(limit)
                .list(row ->
                        new Entry(text(new Place(row.longs(), row.longs())), FactsJson.read(row.longs(), row.text()))));
    }

    /**
     * One that names no event is another database's: the log was restored from a copy, or moved. Its readers must begin anew, even
     * when it lies before the end, for they have not seen what came before it here.
     */
    @Override
    public boolean valid(String position) {
        var place = Place.of(position);
        return place.isPresent() && (place.get().equals(Place.BEGINNING) || names(place.get()));
    }

    private boolean names(Place place) {
        return database.read(session -> session.query("select 1 from event where pos = ? and id = ? and " + safe)
                .set(place.pos())
                .set(place.id())
                .first(row -> row.number())
                .isPresent());
    }

    @Override
    public List<Fact> of(long contact, long fromOrd, long toOrd) {
        var rows = database.read(session -> session.query("select contact, facts from event where contact = ? "
                        + "and last_ord > 0 and last_ord >= ? and first_ord <= ? order by last_ord, pos, id")
                .set(contact)
                .set(fromOrd)
                .set(toOrd)
                .list(row -> FactsJson.read(row.longs(), row.text())));
        return rows.stream()
                .flatMap(List::stream)
                .filter(fact -> fact.ord() > 0 && fact.ord() >= fromOrd && fact.ord() <= toOrd)
                .sorted(Comparator.comparingLong(Fact::ord))
                .toList();
    }
}
