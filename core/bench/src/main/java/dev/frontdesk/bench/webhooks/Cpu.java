package dev.frontdesk.bench.webhooks;

import dev.frontdesk.api.ChannelId;
import dev.frontdesk.api.channel.Attachments;
import dev.frontdesk.api.channel.Batch;
import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.ChannelContext;
import dev.frontdesk.api.channel.History;
import dev.frontdesk.api.channel.Intake;
import dev.frontdesk.api.service.HttpGateway;
import dev.frontdesk.bench.Reader;
import dev.frontdesk.bench.Site;
import dev.frontdesk.bench.StoreKind;
import dev.frontdesk.testkit.channel.Endpoints;
import dev.frontdesk.testkit.channel.FakeCall;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The processor time that reading and answering one webhook takes, from the body to the answer; the store costs nothing here. */
final class Cpu {
    private static final int ROUNDS = 40_000;

    private final Provider provider;

    Cpu(Provider provider) {
        this.provider = provider;
    }

    /** Microseconds. */
    record Figures(double p50, double p99) {}

    Figures measure(List<Corpus.Webhook> webhooks) throws Exception {
        var first = webhooks.getFirst();
        try (var site = Site.make(StoreKind.SQLITE)) {
            var values = Map.of(
                    "port",
                    "1",
                    "url",
                    "jdbc:sqlite:" + site.folder().resolve("none.db"),
                    "user",
                    "",
                    "channels",
                    "c0 { " + provider.channel(first.webhook()) + " }");
            site.write("webhooks/frontdesk.conf", "frontdesk.conf", values);
            site.write("webhooks/inbound.conf", "workflows/inbound.conf", values);
            try (var channel = new Reader(site).channel("c0", Nothing::new)) {
                return run(channel, webhooks);
            }
        }
    }

    private Figures run(Channel channel, List<Corpus.Webhook> webhooks) throws InterruptedException {
        var calls = webhooks.stream().map(this::call).toList();
        var threads = ManagementFactory.getThreadMXBean();
        long[] took = new long[ROUNDS];
        for (int round = 0; round < 2 * ROUNDS; round++) {
            long begin = threads.getCurrentThreadCpuTime();
            Endpoints.call(channel, calls.get(round % calls.size()));
            took[round % ROUNDS] = threads.getCurrentThreadCpuTime() - begin;
        }
        Arrays.sort(took);
        return new Figures(took[ROUNDS / 2] / 1e3, took[ROUNDS * 99 / 100] / 1e3);
    }

    private FakeCall call(Corpus.Webhook webhook) {
        var call = FakeCall.post(provider.endpoint()).body(webhook.body());
        for (var header : provider.credentials(webhook.body()).entrySet()) {
            call = call.header(header.getKey(), header.getValue());
        }
        return call;
    }

    /** A core that takes everything and keeps nothing. */
    private record Nothing(String name) implements ChannelContext, Intake {
        private static final FakeChannelContext REST = new FakeChannelContext("rest");

        @Override
        public List<Accepted> accept(Batch batch) {
            return Collections.nCopies(batch.items().size(), Accepted.STORED);
        }

        @Override
        public Optional<String> cursor(String key) {
            return Optional.empty();
        }

        @Override
        public ChannelId id() {
            return new ChannelId(name);
        }

        @Override
        public Intake intake() {
            return this;
        }

        @Override
        public History history() {
            return REST.history();
        }

        @Override
        public Attachments attachments() {
            return REST.attachments();
        }

        @Override
        public HttpGateway http() {
            return REST.http();
        }

        @Override
        public InstantSource clock() {
            return InstantSource.system();
        }

        @Override
        public void health(Optional<String> problem) {}
    }
}
