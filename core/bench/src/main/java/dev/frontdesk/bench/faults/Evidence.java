package dev.frontdesk.bench.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.engine.port.EventLog;
import dev.frontdesk.engine.port.Store;
import dev.frontdesk.store.Stores;
import dev.frontdesk.store.StoreSettings;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the database says, read past the product. */
final class Evidence {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String USER = "postgres";

    private final String url;

    Evidence(String url) {
        this.url = url;
    }

    static Connection connect(String url) throws SQLException {
        return url.startsWith("jdbc:sqlite:")
                ? DriverManager.getConnection(url)
                : DriverManager.getConnection(url + "?loginTimeout=2&connectTimeout=2", USER, USER);
    }

    /** A message as it is stored. */
    record Stored(long contact, long ord) {}

    /** The messages that are handed to a provider and of which nothing more is known; of one node, or of all. */
    Set<Long> sending(Optional<Integer> node) throws SQLException {
        return new HashSet<>(list(
                "select id from outbox where state = 'SENDING'"
                        + node.map(it -> " and node = " + it).orElse(""),
                row -> row.getLong(1)));
    }

    /** Node number → the token of the process that holds it. */
    Map<Integer, String> nodes() throws SQLException {
        var nodes = new HashMap<Integer, String>();
        list("select id, token from node", row -> nodes.put(row.getInt(1), row.getString(2)));
        return nodes;
    }

    /** Text → every message from a contact that says it. */
    Map<String, List<Stored>> messages() throws SQLException, IOException {
        var messages = new HashMap<String, List<Stored>>();
        for (var it : list(
                "select contact, ord, content from message where direction = 'IN'",
                row -> Map.entry(row.getString(3), new Stored(row.getLong(1), row.getLong(2))))) {
            String text = MAPPER.readTree(it.getKey()).path("text").asText();
            messages.computeIfAbsent(text, _ -> new ArrayList<>()).add(it.getValue());
        }
        return messages;
    }

    /** A message of ours. */
    record Sent(long id, String identity, String text, String state, String why) {}

    List<Sent> outbox(String channel) throws SQLException, IOException {
        var sent = new ArrayList<Sent>();
        for (var it : list(
                "select o.id, o.identity, m.content, o.state, o.why from outbox o join message m on m.id = o.id "
                        + "where o.channel = '" + channel + "'",
                row -> new Sent(
                        row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)))) {
            String text = MAPPER.readTree(it.text()).path("text").asText();
            sent.add(new Sent(it.id(), it.identity(), text, it.state(), it.why()));
        }
        return sent;
    }

    /** Contact → how many conversations. */
    Map<Long, Integer> conversations() throws SQLException {
        var conversations = new HashMap<Long, Integer>();
        list(
                "select contact, count(*) from conversation group by contact",
                row -> conversations.put(row.getLong(1), row.getInt(2)));
        return conversations;
    }

    /** Conversations whose opening is not told exactly once in the event log. */
    int wronglyOpened() throws SQLException {
        var opened = new HashMap<Long, Integer>();
        list("select id from conversation", row -> opened.put(row.getLong(1), 0));
        try (Store store = Stores.open(settings())) {
            String position = "";
            while (true) {
                List<EventLog.Entry> entries = store.events().after(position, 1000);
                if (entries.isEmpty()) {
                    break;
                }
                for (EventLog.Entry entry : entries) {
                    for (Fact fact : entry.facts()) {
                        if (fact.type().equals("conversation.opened")) {
                            opened.merge(fact.conversation(), 1, Integer::sum);
                        }
                    }
                }
                position = entries.getLast().position();
            }
        }
        return (int) opened.values().stream().filter(times -> times != 1).count();
    }

    /** Agents whose load is not the number of conversations they hold. */
    int loadDrift() throws SQLException {
        var drift = new HashMap<String, Integer>();
        list("select id, load from agent", row -> drift.put(row.getString(1), row.getInt(2)));
        list("select agent, delta from load_change", row -> drift.merge(row.getString(1), row.getInt(2), Integer::sum));
        list(
                "select handler_ref, count(*) from conversation where closed_at = 0 and handler = 'AGENT' group by handler_ref",
                row -> drift.merge(row.getString(1), -row.getInt(2), Integer::sum));
        return drift.values().stream().mapToInt(Math::abs).sum();
    }

    /** Everything that the database knows of the contact who wrote this, a row a line. */
    List<String> about(String text) throws SQLException {
        var lines = new ArrayList<String>();
        for (long contact : list(
                "select contact from message where direction = 'IN' and content like '%" + text + "%'",
                row -> row.getLong(1))) {
            for (String table : List.of("message", "conversation", "run", "outbox", "mailbox", "event")) {
                lines.addAll(list("select * from " + table + " where contact = " + contact, row -> line(table, row)));
            }
        }
        return lines;
    }

    private static String line(String table, ResultSet row) throws SQLException {
        var line = new StringBuilder("  " + table);
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            if (!row.getMetaData().getColumnName(i).equals("raw")) {
                line.append(' ')
                        .append(row.getMetaData().getColumnName(i))
                        .append('=')
                        .append(row.getString(i));
            }
        }
        return line.toString();
    }

    /** Where something is still to be done → how much. */
    Map<String, Integer> leftOver() throws SQLException {
        var left = new HashMap<String, Integer>();
        for (String where : List.of(
                "outbox where state in ('READY', 'SENDING', 'UNKNOWN')",
                "mailbox",
                "assign_queue",
                "action where state in ('READY', 'RUNNING')",
                "run where state = 'PARKED'")) {
            int count = count(where);
            if (count > 0) {
                left.put(where, count);
            }
        }
        return left;
    }

    int count(String what) throws SQLException {
        return list("select count(*) from " + what, row -> row.getInt(1)).getFirst();
    }

    private StoreSettings settings() {
        return url.startsWith("jdbc:sqlite:")
                ? StoreSettings.of(url)
                : new StoreSettings(url, Optional.of(USER), Optional.of(() -> USER), 1, 2);
    }

    private interface Read<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> list(String sql, Read<T> read) throws SQLException {
        try (Connection connection = connect(url);
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            var all = new ArrayList<T>();
            while (rows.next()) {
                all.add(read.of(rows));
            }
            return all;
        }
    }
}
