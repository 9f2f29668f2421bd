package dev.frontdesk.store.row;

import dev.frontdesk.engine.model.Profile;
import dev.frontdesk.store.json.TextsJson;
import dev.frontdesk.store.json.ValueJson;
import dev.frontdesk.store.sql.Bulk;
import dev.frontdesk.store.sql.Row;
import dev.frontdesk.store.sql.Rows;
import java.sql.SQLException;
import java.util.Map;

/** Profiles; a contact without one has the name and language it came with. */
public final class ProfileRows {
    /** For a query that names the contact {@code k} and its profile, joined from the left, {@code p}. */
    public static final String COLUMNS = "coalesce(p.name, k.name), coalesce(p.language, k.language), "
            + "coalesce(p.fields, '{}'), coalesce(p.tags, '[]'), coalesce(p.unreachable, ''), coalesce(p.blocked, 0), "
            + "case when p.contact is null then 0 else 1 end";

    public static final Bulk UPSERT = Bulk.insert("profile")
            .longs("contact")
            .texts("name", "language", "fields", "tags", "unreachable")
            .ints("blocked")
            .orReplace("contact")
            .done();

    private ProfileRows() {}

    public static Rows upserts(Map<Long, Profile> profiles) {
        var rows = UPSERT.rows(profiles.size());
        profiles.forEach((contact, it) -> {
            rows.put(contact.longValue()).put(it.name()).put(it.language()).made(ValueJson.write(it.fields()));
            rows.made(TextsJson.write(it.tags())).put(it.unreachable()).put(it.blocked());
        });
        return rows;
    }

    public static Profile read(Row row) throws SQLException {
        return new Profile(
                row.text(),
                row.text(),
                ValueJson.fields(row.text()),
                TextsJson.read(row.text()),
                row.text(),
                row.flag(),
                row.flag());
    }
}
