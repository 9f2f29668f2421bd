package dev.frontdesk.simulator.rehearsal;

import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.Fetched;
import dev.frontdesk.api.channel.Outbound;
import dev.frontdesk.engine.model.OutboxRow;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What stands at the other end of all channels: it takes every message and keeps it. Safe for use by many threads. */
final class Provider {
    private final Journal journal;
    private volatile Capabilities can = can().build();
    private final List<Heard> heard = new ArrayList<>();
    private boolean down;

    Provider(Journal journal) {
        this.journal = journal;
    }

    private static Capabilities.Builder can() {
        return Capabilities.builder()
                .contentKinds(Content.CHOICE, Content.PRESET)
                .buttons(10, 40);
    }

    /** From now on contacts may be answered freely only for so long after they wrote. */
    void frees(Duration window) {
        can = can().replyWindow(window).build();
    }

    /** A channel of one process. A process that died sends nothing, though its threads may try. */
    Channel channel(String id, BooleanSupplier dead) {
        return new Channel() {
            @Override
            public Capabilities capabilities() {
                return can;
            }

            /** Every file there is says its own name. */
            @Override
            public Fetched fetch(Content.Remote file, OutputStream into) throws IOException {
                journal.outside();
                into.write(("the bytes of " + file.handle()).getBytes(StandardCharsets.UTF_8));
                return new Fetched.Done("");
            }

            @Override
            public Delivery deliver(Outbound message) {
                synchronized (heard) {
                    if (dead.getAsBoolean()) {
                        return new Delivery.Unknown("the process has died");
                    }
                    if (down) {
                        return new Delivery.Later(Duration.ofSeconds(1), true, "the provider is down");
                    }
                    heard.add(new Heard(
                            message.id().value(),
                            id,
                            message.to().identity(),
                            message.content(),
                            message.automatic(),
                            false));
                    journal.outside();
                }
                return new Delivery.Sent("r" + message.id());
            }
        };
    }

    /** While it is down nothing is sent, and everything is kept. */
    void down(boolean now) {
        synchronized (heard) {
            down = now;
        }
    }

    /** What a person wrote and the process died on while sending is left to that person: it is not sent, and all know why. */
    void lost(OutboxRow row) {
        synchronized (heard) {
            boolean came = heard.stream().anyMatch(one -> one.message() == row.id());
            if (!row.automatic() && !came) {
                var to = row.reach();
                heard.add(new Heard(row.id(), to.channel(), to.identity(), row.content(), false, true));
            }
        }
    }

    List<Heard> heard() {
        synchronized (heard) {
            return List.copyOf(heard);
        }
    }
}
