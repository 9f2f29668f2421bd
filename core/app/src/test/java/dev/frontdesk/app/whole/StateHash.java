package dev.frontdesk.app.whole;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What a house knows, without what differs from run to run: ids, times, and the order in which the messages of a person came when
 * they came side by side. Two houses with the same hash had the same conversations with the same people.
 */
final class StateHash {

    private static final List<String> QUESTIONS = List.of(
            // Who there is, and what they have said and were told: each exactly as often as it is here.
            """
            select i.channel || ' ' || i.external, m.direction || ' ' || m.author || ' ' || coalesce(m.dedupe, ''), m.content
            from contact_identity i join message m on m.contact = i.contact""",
            // What became of it.
            """
            select i.external, c.kind || ' ' || c.author || ' ' || c.target, c.content || c.emoji
            from contact_identity i join message_change c on c.contact = i.contact""",
            // The conversations and where they stand.
            """
            select i.external, c.source || ' ' || c.handler || ' ' || c.team || ' ' || c.assignee, c.closed_at = 0
            from contact_identity i join conversation c on c.contact = i.contact""",
            // What was sent, or will be.
            "select o.identity, o.thread || ' ' || o.automatic, o.state from outbox o",
            "select 'contacts', count(*), (select count(*) from dead_letter) from contact",
            "select 'left over', count(*), 0 from mailbox");

    private StateHash() {}

    /** Of a SQLite file that nobody writes any more. */
    static String of(Path data) throws SQLException {
        var digest = sha256();
        for (var line : lines(data)) {
            digest.update(line.getBytes(UTF_8));
            digest.update((byte) '\n');
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** What is hashed, for a look at what differs. */
    static List<String> lines(Path data) throws SQLException {
        var lines = new ArrayList<String>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("frontdesk.db"));
                var statement = connection.createStatement()) {
            for (var question : QUESTIONS) {
                try (var rows = statement.executeQuery(question + " order by 1, 2, 3")) {
                    while (rows.next()) {
                        lines.add(rows.getString(1) + " | " + rows.getString(2) + " | " + rows.getString(3));
                    }
                }
            }
        }
        return lines;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
