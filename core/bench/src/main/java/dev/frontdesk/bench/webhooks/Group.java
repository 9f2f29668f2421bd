package dev.frontdesk.bench.webhooks;

import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.bench.Database;
import dev.frontdesk.bench.Http;
import dev.frontdesk.bench.Product;
import dev.frontdesk.bench.Reader;
import dev.frontdesk.bench.Site;
import dev.frontdesk.bench.StoreKind;
import dev.frontdesk.testkit.channel.Endpoints;
import dev.frontdesk.testkit.channel.FakeCall;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Some webhooks of a corpus and one process with a fresh store. Each is for a channel of its own: collections repeat ids, and what is
 * known would count as a duplicate. What the process stored is what its metrics say; what each was read as says the same channel in
 * this process.
 */
final class Group {
    static final int MOST = 50;

    private final Provider provider;
    private final List<Corpus.Webhook> webhooks;
    private final Tally tally;

    Group(Provider provider, List<Corpus.Webhook> webhooks, Tally tally) {
        this.provider = provider;
        this.webhooks = webhooks;
        this.tally = tally;
    }

    void run(Product.Command command, StoreKind store) throws IOException, InterruptedException {
        try (var site = Site.make(store);
                var database = Database.of(store, site.folder(), false)) {
            int port = Product.freePort();
            configure(site, database, port);
            try (var product = Product.start(command, site.config(), site.data(), port)) {
                for (int i = 0; i < webhooks.size(); i++) {
                    bring(webhooks.get(i), i, port);
                }
                tally.stored += (long) product.metric("frontdesk_messages_stored_total");
                tally.deadLetters += (long) product.metric("frontdesk_dead_letters");
                var errors = product.log()
                        .lines()
                        .filter(line -> line.contains(" ERROR "))
                        .toList();
                errors.forEach(System.err::println);
                tally.exceptions += errors.size();
            }
            read(new Reader(site));
        }
    }

    private void configure(Site site, Database database, int port) throws IOException {
        var channels = new ArrayList<String>();
        for (int i = 0; i < webhooks.size(); i++) {
            channels.add("c" + i + " { " + provider.channel(webhooks.get(i).webhook()) + " }");
        }
        var values = Map.of(
                "port", Integer.toString(port),
                "url", database.url(),
                "user", database.user(),
                "channels", String.join("\n  ", channels));
        site.write("webhooks/frontdesk.conf", "frontdesk.conf", values);
        site.write("webhooks/inbound.conf", "workflows/inbound.conf", values);
    }

    private void bring(Corpus.Webhook webhook, int number, int port) {
        tally.files++;
        int status;
        try (var http = new Http(port)) {
            status = http.post(path(number), provider.credentials(webhook.body()), webhook.body());
        } catch (IOException noAnswer) {
            status = 0;
        }
        tally.accepted += status / 100 == 2 ? 1 : 0;
        tally.rejected += status / 100 == 4 ? 1 : 0;
        tally.exceptions += status == 0 || status >= 500 ? 1 : 0;
        if (status / 100 != 2) {
            System.out.println(webhook.name() + ": answered with " + status);
        }
    }

    private String path(int number) {
        return "/channels/c" + number + "/" + provider.endpoint();
    }

    private void read(Reader reader) throws InterruptedException {
        for (int i = 0; i < webhooks.size(); i++) {
            var webhook = webhooks.get(i);
            var call = FakeCall.post(provider.endpoint()).body(webhook.body());
            for (var header : provider.credentials(webhook.body()).entrySet()) {
                call = call.header(header.getKey(), header.getValue());
            }
            var context = new FakeChannelContext("c" + i);
            try (var channel = reader.channel("c" + i, _ -> context)) {
                Endpoints.call(channel, call);
            } catch (RuntimeException | AssertionError thrown) {
                tally.exceptions++;
                System.out.println(webhook.name() + ": " + thrown);
                continue;
            } catch (InterruptedException stopped) {
                throw stopped;
            } catch (Exception closing) {
                throw new IllegalStateException(closing);
            }
            var items = new ArrayList<>(context.intake().stored());
            items.addAll(context.intake().deadLetters());
            count(webhook, items);
        }
    }

    private void count(Corpus.Webhook webhook, List<Inbound> items) {
        var strange = new ArrayList<String>();
        for (var item : items) {
            switch (item) {
                case Inbound.Message(var _, var _, Content.Unsupported(var what, var _), var _, var _) -> {
                    tally.messages++;
                    tally.unsupported++;
                    strange.add("unsupported " + what);
                }
                case Inbound.Message _ -> tally.messages++;
                case Inbound.Report _ -> tally.statuses++;
                case Inbound.Notice notice
                when !provider.isKnownEvent(notice.kind()) -> strange.add("unknown event " + notice.kind());
                case Inbound.Unreadable unreadable -> strange.add("unreadable: " + unreadable.why());
                default -> {}
            }
        }
        if (items.isEmpty()) {
            strange.add("nothing was stored");
        }
        if (!strange.isEmpty()) {
            System.out.println(webhook.name() + ": " + String.join(", ", strange));
        }
    }
}
