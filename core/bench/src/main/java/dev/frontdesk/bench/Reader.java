package dev.frontdesk.bench;

import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.ChannelContext;
import dev.frontdesk.app.wiring.Folders;
import dev.frontdesk.app.wiring.Preparation;
import dev.frontdesk.app.wiring.Prepared;
import java.util.Map;
import java.util.function.Function;

/** The channels of a configuration in this process, without a store behind them. */
public final class Reader {
    private final Prepared prepared;

    public Reader(Site site) {
        prepared = switch (Preparation.prepare(new Folders(site.config(), site.data()), Map.of())) {
            case Preparation.Outcome.Ready(var ready) -> ready;
            case Preparation.Outcome.Faulty(var problems) -> throw new IllegalStateException(problems.toString());
        };
    }

    public Channel channel(String id, Function<String, ChannelContext> context) {
        var configured = prepared.configuration().channels().stream()
                .filter(one -> one.id().value().equals(id))
                .findFirst()
                .orElseThrow();
        return prepared.workshop().channel(configured, context.apply(id));
    }
}
