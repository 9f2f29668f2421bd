package dev.frontdesk.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.engine.Settings;
import dev.frontdesk.engine.assignment.Matcher;
import dev.frontdesk.engine.desk.Roster;
import dev.frontdesk.engine.model.Changes;
import dev.frontdesk.engine.model.Mail;
import dev.frontdesk.engine.model.QueueRow;
import dev.frontdesk.engine.port.Directory;
import dev.frontdesk.engine.port.Store;
import dev.frontdesk.engine.port.Transaction;
import dev.frontdesk.engine.watch.StepTypes;
import dev.frontdesk.engine.watch.StepWatch;
import dev.frontdesk.store.StoreSettings;
import dev.frontdesk.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatcherTest {
    private static final long CONTACT = 77;

    @TempDir
    Path folder;

    private Store store;
    private Store.Writer lane;

    @BeforeEach
    void open() {
        store = Stores.open(StoreSettings.of("jdbc:sqlite:" + folder.resolve("test.db")));
        lane = store.writer(0);
        store.directory()
                .provision(
                        List.of(new Directory.Team("support", "Support", "first", 0, List.of("bea"))),
                        List.of(new Directory.Agent(
                                "bea", "Bea", "agent", "en", true, 0, 0, Set.of(), false, "online", 0, true)));
        lane.transact(tx -> tx.create(List.of(
                new Transaction.Newcomer(new Transaction.Identity("site", "ada"), CONTACT, 3, "Ada", "en", 1))));
    }

    @AfterEach
    void close() {
        lane.close();
        store.close();
    }

    @Test
    void many_who_wait_for_somebody_else_do_not_hold_up_the_one_behind_them() {
        var changes = new Changes();
        for (long id = 1; id <= 300; id++) {
            changes.enqueued.put(id, waiting(id, id, "nobody", 9));
        }
        changes.enqueued.put(1000L, waiting(1000, CONTACT, "", 0));
        lane.transact(tx -> {
            tx.apply(changes);
            return true;
        });
        var mail = new LinkedHashMap<Long, List<Mail>>();
        lane.transact(
                tx -> matcher().match(tx, "support", mail::putAll, computation -> computation.apply(new StepWatch())));
        assertThat(mail).containsOnlyKeys(CONTACT);
    }

    private static QueueRow waiting(long conversation, long contact, String agent, int priority) {
        return new QueueRow(conversation, contact, "support", agent, priority, 1, 0, Set.of(), Set.of(), "site", "en");
    }

    private Matcher matcher() {
        var settings = new Settings(
                "Test",
                ZoneOffset.UTC,
                List.of(Locale.ENGLISH),
                "support",
                Map.of(),
                Map.of(),
                List.of(),
                Settings.ClosePolicy.OPTIONAL,
                Duration.ZERO,
                false,
                5,
                Duration.ofSeconds(60),
                Duration.ofMillis(500));
        return new Matcher(
                settings, Map.of(), new StepTypes(), new Roster(store.directory()), () -> Instant.ofEpochMilli(1000));
    }
}
