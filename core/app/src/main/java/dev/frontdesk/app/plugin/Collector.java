package dev.frontdesk.app.plugin;

import dev.frontdesk.api.Contributions;
import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.HttpEndpoint;
import dev.frontdesk.api.enrich.Classifier;
import dev.frontdesk.api.enrich.Enricher;
import dev.frontdesk.api.event.EventListener;
import dev.frontdesk.api.routing.AssignmentStrategy;
import dev.frontdesk.api.routing.Router;
import dev.frontdesk.api.workflow.Action;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.app.plugin.Contribution.Kind;
import java.util.ArrayList;
import java.util.List;

/** Writes down what one plugin brings. */
final class Collector implements Contributions {
    private final String plugin;
    private final List<Contribution> all = new ArrayList<>();

    Collector(String plugin) {
        this.plugin = plugin;
    }

    List<Contribution> all() {
        return List.copyOf(all);
    }

    private void named(Kind kind, String name, Class<? extends Record> settings, Class<?> type) {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("'" + name + "' is no name: lower-case letters, digits and dashes");
        }
        all.add(new Contribution(kind, plugin, name, settings, type));
    }

    @Override
    public <S extends Record> void channel(String type, Class<S> settings, Class<? extends Channel> channel) {
        named(Kind.CHANNEL, type, settings, channel);
    }

    @Override
    public <S extends Record> void step(String type, Class<S> settings, Class<? extends Step<S>> step) {
        named(Kind.STEP, type, settings, step);
    }

    @Override
    public <S extends Record> void action(String type, Class<S> settings, Class<? extends Action> action) {
        named(Kind.ACTION, type, settings, action);
    }

    @Override
    public <S extends Record> void strategy(
            String type, Class<S> settings, Class<? extends AssignmentStrategy> strategy) {
        named(Kind.STRATEGY, type, settings, strategy);
    }

    @Override
    public <S extends Record> void router(String type, Class<S> settings, Class<? extends Router> router) {
        named(Kind.ROUTER, type, settings, router);
    }

    @Override
    public <S extends Record> void classifier(String type, Class<S> settings, Class<? extends Classifier> classifier) {
        named(Kind.CLASSIFIER, type, settings, classifier);
    }

    @Override
    public <S extends Record> void enricher(String type, Class<S> settings, Class<? extends Enricher> enricher) {
        named(Kind.ENRICHER, type, settings, enricher);
    }

    @Override
    public void listener(String name, Class<? extends EventListener> listener) {
        named(Kind.LISTENER, name, Contribution.None.class, listener);
    }

    @Override
    public void endpoint(String path, Class<? extends HttpEndpoint> endpoint) {
        all.add(new Contribution(Kind.ENDPOINT, plugin, path, Contribution.None.class, endpoint));
    }

    @Override
    public void service(Class<?> own) {
        all.add(new Contribution(Kind.SERVICE, plugin, own.getName(), Contribution.None.class, own));
    }
}
