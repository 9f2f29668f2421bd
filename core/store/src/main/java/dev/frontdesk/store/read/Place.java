package dev.frontdesk.store.read;

import dev.frontdesk.store.sql.Session;
import java.util.Optional;

/** Where a reader of the event log is: {@code <transaction>.<id>}, or the id alone where transactions have no number. */
public record Place(long pos, long id) {
    static final Place BEGINNING = new Place(0, 0);

    static Optional<Place> of(String position) {
        try {
            int dot = position.indexOf('.');
            return Optional.of(new Place(
                    dot < 0 ? 0 : Long.parseLong(position.substring(0, dot)),
                    Long.parseLong(position.substring(dot + 1))));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /**
     * The same position in a log that keeps the events' ids but not their transactions. Nothing is skipped; what was written at
     * the same time as the last events that were read may come once more.
     */
    public static String byIdAlone(Session session, String position) {
        return of(position)
                .filter(place -> place.pos > 0)
                .map(place -> session.query("select coalesce((select min(id) - 1 from event where (pos, id) > (?, ?)), "
                                + "(select max(id) from event), 0)")
                        .set(place.pos)
                        .set(place.id)
                        .first(row -> row.longs())
                        .orElseThrow())
                .map(id -> Long.toString(id))
                .orElse(position);
    }
}
