package dev.frontdesk.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.routing.Candidate;
import dev.frontdesk.api.routing.Ranking;
import dev.frontdesk.engine.desk.Order;
import dev.frontdesk.engine.port.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process at a file was killed while it sent; the next one need not wait for a lease that nobody holds any more. */
class KilledTest {
    private static final Duration LEASE = Duration.ofSeconds(50);

    @TempDir
    Path folder;

    @Test
    void whatAPersonWroteInAChatIsSentAtOnceForTheChatKnowsItById() {
        var chat = new FakeChannel(Capabilities.builder().idempotent().build());
        try (var store = Simulation.sqlite(folder.resolve("chat.db"))) {
            killedWhileSending(store);
            try (var _ = office(store, chat)) {
                assertThat(chat.heardBy("ada")).containsExactly("Hello Ada");
            }
        }
    }

    @Test
    void elsewhereAReportIsWaitedForAndThenItIsLeftToThem() {
        var phone = new FakeChannel(Capabilities.builder().build());
        try (var store = Simulation.sqlite(folder.resolve("phone.db"))) {
            killedWhileSending(store);
            try (var office = office(store, phone)) {
                assertThat(store.due().contactsToSend(office.clock().millis(), 10))
                        .as("a report may still come")
                        .isEmpty();
                office.passes(LEASE);
                assertThat(phone.heardBy("ada")).as("not a second time").isEmpty();
                assertThat(store.due().contactsToSend(Long.MAX_VALUE, 10)).isEmpty();
            }
        }
    }

    private static Simulation office(Store store, FakeChannel channel) {
        var office = Simulation.on(store)
                .team("support", "first", "anna")
                .strategy(
                        "first",
                        (_, eligible) -> new Ranking(
                                eligible.stream().map(Candidate::agent).toList(), "the first"))
                .channel(channel)
                .start();
        office.settle();
        return office;
    }

    /** Leaves a message as it is in the middle of the call to the provider. */
    private static void killedWhileSending(Store store) {
        long contact;
        long later;
        var channel = new FakeChannel(Capabilities.builder().build());
        channel.answers(_ -> new Delivery.Later(Duration.ofSeconds(1), false, "not yet"));
        try (var office = office(store, channel)) {
            office.says("ada", "hi");
            office.order("anna", "ada", new Order.What.Reply("Hello Ada"));
            contact = office.conversation("ada").contact();
            later = office.clock().millis() + 1000;
        }
        try (var lane = store.writer(0)) {
            assertThat(lane.<List<?>>transact(
                            tx -> tx.claimSends(List.of(contact), 0, later, store.databaseTime() + LEASE.toMillis())))
                    .hasSize(1);
        }
    }
}
