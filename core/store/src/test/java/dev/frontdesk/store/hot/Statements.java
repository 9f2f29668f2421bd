package dev.frontdesk.store.hot;

import dev.frontdesk.store.row.AttachmentRows;
import dev.frontdesk.store.row.ChangeRows;
import dev.frontdesk.store.row.ConversationRows;
import dev.frontdesk.store.row.EventRows;
import dev.frontdesk.store.row.MessageRows;
import dev.frontdesk.store.row.ProfileRows;
import dev.frontdesk.store.row.RunRows;
import dev.frontdesk.store.sql.Bulk;
import dev.frontdesk.store.sql.Dialect;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every statement of the hot path, found where it is declared so that none is forgotten. */
public final class Statements {
    private static final List<Class<?>> HOLDERS = List.of(
            Contacts.class,
            Arrivals.class,
            Asides.class,
            Mailbox.class,
            Advance.class,
            Sends.class,
            Results.class,
            Actions.class,
            Attachments.class,
            AttachmentRows.class,
            Matching.class,
            ConversationRows.class,
            RunRows.class,
            MessageRows.class,
            ChangeRows.class,
            ProfileRows.class,
            EventRows.class);

    private Statements() {}

    public static Map<String, String> of(Dialect dialect) {
        var statements = new LinkedHashMap<String, String>();
        for (var holder : HOLDERS) {
            for (var field : holder.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    continue;
                }
                field.setAccessible(true);
                String name = holder.getSimpleName() + "." + field.getName();
                try {
                    switch (field.get(null)) {
                        case Bulk bulk -> statements.put(name, dialect.words(bulk));
                        case String sql
                        when sql.contains("?") && !Modifier.isPrivate(field.getModifiers()) ->
                            statements.put(name, dialect.words(sql));
                        default -> {}
                    }
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return statements;
    }
}
