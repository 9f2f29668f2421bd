package dev.frontdesk.app.whole;

import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A look into a house's SQLite file, whoever writes it. */
final class Tables {
    private Tables() {}

    /** The first column of what is found. */
    static List<String> column(Premises premises, String question) throws SQLException {
        var file = premises.data().resolve("frontdesk.db");
        if (Files.notExists(file)) {
            return List.of(); // Connecting would make one.
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
