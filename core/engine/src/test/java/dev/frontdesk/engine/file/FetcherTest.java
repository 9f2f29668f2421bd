package dev.frontdesk.engine.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.Fetched;
import dev.frontdesk.api.channel.Outbound;
import dev.frontdesk.engine.job.Job;
import dev.frontdesk.engine.model.Attachment.State;
import dev.frontdesk.engine.model.Attachment;
import dev.frontdesk.engine.port.Due;
import dev.frontdesk.engine.port.FileStore;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class FetcherTest {
    private final Set<Long> waiting = new ConcurrentSkipListSet<>();
    private final LinkedBlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
    private final CountDownLatch answer = new CountDownLatch(1);

    /** Odd files are the slow channel's, even ones the quick one's. */
    private static String channel(long id) {
        return id % 2 == 1 ? "slow" : "quick";
    }

    private final Fetcher fetcher = new Fetcher(
            Map.of("slow", new Giving(answer), "quick", new Giving(new CountDownLatch(0))),
            new Void(),
            due(),
            InstantSource.fixed(Instant.EPOCH),
            jobs::add);

    @Test
    void a_provider_that_does_not_answer_holds_up_nobody_else_and_has_a_few_under_way() {
        LongStream.rangeClosed(1, 40).forEach(waiting::add);
        var done = new ArrayList<String>();
        until(() -> {
            fetcher.sweep();
            claim(done);
            return done.stream().filter("quick"::equals).count() == 20;
        });
        assertThat(done).doesNotContain("slow");
        assertThat(waiting).as("those of the slow one that nobody has claimed").hasSize(20 - Fetcher.MOST);
        answer.countDown();
        until(() -> {
            claim(done);
            return done.size() == 40 && fetcher.idle();
        });
    }

    @Test
    void what_another_node_has_claimed_is_not_waited_for() {
        waiting.add(2L);
        fetcher.sweep();
        assertThat(fetcher.idle()).isFalse();
        fetcher.claimed(Set.of(2L), List.of());
        assertThat(fetcher.idle()).isTrue();
    }

    private static void until(BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    /** What a lane does. */
    private void claim(List<String> done) {
        for (Job job = jobs.poll(); job != null; job = jobs.poll()) {
            switch (job) {
                case Job.Fetch(var ids) ->
                    fetcher.claimed(
                            ids,
                            ids.stream()
                                    .filter(waiting::remove)
                                    .map(FetcherTest::row)
                                    .toList());
                case Job.Fetched fetched -> {
                    assertThat(fetched.result().state()).isEqualTo(State.GONE);
                    done.add(channel(fetched.result().id()));
                }
                default -> throw new AssertionError(job);
            }
        }
    }

    private static Attachment row(long id) {
        var file = new Content.Remote("h", Optional.empty(), "", "", -1);
        return new Attachment(
                id, id, 0, 1, channel(id), "image", "", file, "", State.RUNNING, 0, Long.MAX_VALUE, 1, "", 0);
    }

    private Due due() {
        return (Due) Proxy.newProxyInstance(
                Due.class.getClassLoader(),
                new Class<?>[] {Due.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "fetches" ->
                        waiting.stream()
                                .filter(id -> channel(id).equals(arguments[0]))
                                .limit((int) arguments[2])
                                .toList();
                    case "expiredFetches" -> List.of();
                    default -> throw new AssertionError(method);
                });
    }

    private record Giving(CountDownLatch answer) implements Channel {
        @Override
        public Capabilities capabilities() {
            return Capabilities.builder().build();
        }

        @Override
        public Delivery deliver(Outbound message) {
            throw new AssertionError(message);
        }

        @Override
        public Fetched fetch(Content.Remote file, OutputStream into) throws InterruptedException {
            answer.await();
            return new Fetched.Gone("no more");
        }
    }

    /** Keeps nothing. */
    private static final class Void implements FileStore {
        @Override
        public long maxSize() {
            return 1;
        }

        @Override
        public Draft draft() {
            return new Draft() {
                @Override
                public OutputStream stream() {
                    return OutputStream.nullOutputStream();
                }

                @Override
                public long size() {
                    return 0;
                }

                @Override
                public boolean tooLarge() {
                    return false;
                }

                @Override
                public String keep() {
                    throw new AssertionError("nothing is to be kept");
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public Content.Stored put(String name, String mediaType, InputStream bytes) {
            throw new AssertionError();
        }

        @Override
        public InputStream open(String sha256) {
            throw new AssertionError();
        }

        @Override
        public int forget(Instant olderThan, Function<Collection<String>, Set<String>> referred) {
            return 0;
        }
    }
}
