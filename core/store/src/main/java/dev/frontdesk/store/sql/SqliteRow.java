package dev.frontdesk.store.sql;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.core.Codes;
import org.sqlite.core.CoreStatement;
import org.sqlite.core.DB;

/**
 * A row straight from SQLite. The driver's result set makes an object for every column read and a buffer for every text, which
 * was a twelfth of the processor time of a conversation. The statement must stay open and with this thread.
 */
final class SqliteRow extends Row {
    private final ResultSet result;
    private final DB database;
    private final long statement;

    SqliteRow(ResultSet result, CoreStatement prepared) throws SQLException {
        this.result = result;
        this.database = prepared.getDatabase();
        this.statement = prepared.pointer.safeRunLong((_, address) -> address);
    }

    @Override
    boolean step() throws SQLException {
        return result.next();
    }

    @Override
    long longAt(int index) throws SQLException {
        return database.column_long(statement, index - 1);
    }

    @Override
    int numberAt(int index) throws SQLException {
        return database.column_int(statement, index - 1);
    }

    @Override
    @Nullable
    String textAt(int index) throws SQLException {
        byte[] bytes = bytesAt(index);
        if (bytes != null && bytes.length > 0) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return database.column_type(statement, index - 1) == Codes.SQLITE_NULL ? null : "";
    }

    @Override
    byte @Nullable [] bytesAt(int index) throws SQLException {
        return database.column_blob(statement, index - 1);
    }
}
