package dev.frontdesk.app.plugin;

import com.google.inject.Binder;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.ProvisionException;
import com.google.inject.Scopes;
import com.google.inject.util.Types;
import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.ChannelContext;
import dev.frontdesk.api.channel.HttpEndpoint;
import dev.frontdesk.api.enrich.Classifier;
import dev.frontdesk.api.enrich.Enricher;
import dev.frontdesk.api.event.EventListener;
import dev.frontdesk.api.routing.AssignmentStrategy;
import dev.frontdesk.api.routing.Router;
import dev.frontdesk.api.service.Cache;
import dev.frontdesk.api.service.ConfigTexts;
import dev.frontdesk.api.service.HttpGateway;
import dev.frontdesk.api.workflow.Action;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.app.config.Configuration.ConfiguredChannel;
import dev.frontdesk.app.plugin.Contribution.Kind;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Builds what plugins bring. Each plugin has an injector of its own that knows its own helpers and the services of the API and
 * nothing else of Frontdesk; what has settings gets a child of it. Safe for use by several threads.
 */
public final class Workshop {
    private final Catalog catalog;
    private final HttpGateway http;
    private final InstantSource clock;
    private final Caches caches;
    private final ConfigTexts texts;
    private final Map<String, Injector> injectors = new ConcurrentHashMap<>();

    /** With nothing beside the configuration to be read. */
    public Workshop(Catalog catalog, HttpGateway http, InstantSource clock, Caches caches) {
        this(catalog, http, clock, caches, _ -> Map.of());
    }

    public Workshop(Catalog catalog, HttpGateway http, InstantSource clock, Caches caches, ConfigTexts texts) {
        this.catalog = catalog;
        this.http = http;
        this.clock = clock;
        this.caches = caches;
        this.texts = texts;
    }

    /** A new one per configured channel. */
    public Channel channel(ConfiguredChannel configured, ChannelContext context) {
        return make(configured.type(), Channel.class, binder -> {
            settings(binder, configured.settings());
            binder.bind(ChannelContext.class).toInstance(context);
        });
    }

    /** A new one per file of intents; may take its time, to learn. */
    public Classifier classifier(Contribution type, Record settings) {
        return make(type, Classifier.class, binder -> settings(binder, settings));
    }

    /** A new one per configured enricher. */
    public Enricher enricher(Contribution type, Record settings) {
        return make(type, Enricher.class, binder -> settings(binder, settings));
    }

    /** Every step type by its name, while nothing is known of the settings of actions. */
    public Map<String, Step<?>> steps() {
        return steps(Map.of());
    }

    /** Every step type by its name. It may want to know how the actions of its plugin are set. */
    public Map<String, Step<?>> steps(Map<Contribution, Record> settings) {
        var steps = new LinkedHashMap<String, Step<?>>();
        for (var one : catalog.all(Kind.STEP)) {
            steps.put(
                    one.name(),
                    make(
                            one,
                            Step.class,
                            binder -> catalog.all(Kind.ACTION).stream()
                                    .filter(action -> action.plugin().equals(one.plugin()) && isAlone(action))
                                    .forEach(action -> maybe(
                                            binder, action.settings(), Optional.ofNullable(settings.get(action))))));
        }
        return steps;
    }

    /** Settings that several actions share say nothing about one of them. */
    private boolean isAlone(Contribution action) {
        return catalog.all(Kind.ACTION).stream()
                        .filter(other -> other.plugin().equals(action.plugin())
                                && other.settings().equals(action.settings()))
                        .count()
                == 1;
    }

    public Map<String, Action> actions(Map<Contribution, Record> settings) {
        return configured(Kind.ACTION, Action.class, settings);
    }

    public Map<String, AssignmentStrategy> strategies(Map<Contribution, Record> settings) {
        return configured(Kind.STRATEGY, AssignmentStrategy.class, settings);
    }

    public Map<String, Router> routers(Map<Contribution, Record> settings) {
        return configured(Kind.ROUTER, Router.class, settings);
    }

    /** By {@code plugin/name}. */
    public Map<String, EventListener> listeners() {
        return unconfigured(Kind.LISTENER, EventListener.class);
    }

    /** By the path below {@code /plugins}: {@code plugin/path}. */
    public Map<String, HttpEndpoint> endpoints() {
        return unconfigured(Kind.ENDPOINT, HttpEndpoint.class);
    }

    private <T> Map<String, T> configured(Kind kind, Class<T> as, Map<Contribution, Record> settings) {
        var made = new LinkedHashMap<String, T>();
        for (var one : catalog.all(kind)) {
            var record = settings.get(one);
            if (record == null) {
                throw new IllegalStateException(one + " has no settings");
            }
            made.put(one.name(), make(one, as, binder -> settings(binder, record)));
        }
        return made;
    }

    private <T> Map<String, T> unconfigured(Kind kind, Class<T> as) {
        var made = new LinkedHashMap<String, T>();
        for (var one : catalog.all(kind)) {
            made.put(one.plugin() + "/" + one.name(), make(one, as, _ -> {}));
        }
        return made;
    }

    private <T> T make(Contribution one, Class<T> as, com.google.inject.Module more) {
        try {
            var injector = injectors
                    .computeIfAbsent(one.plugin(), this::injector)
                    .createChildInjector(more, binder -> built(binder, one.type()));
            return as.cast(injector.getInstance(Key.get(one.type())));
        } catch (CreationException | ProvisionException e) {
            throw new PluginException(
                    "plugin '" + one.plugin() + "': the " + one + " cannot be built: " + e.getMessage(), e);
        }
    }

    private Injector injector(String plugin) {
        return Guice.createInjector(binder -> {
            binder.requireExplicitBindings();
            binder.requireAtInjectOnConstructors();
            binder.requireExactBindingAnnotations();
            binder.disableCircularProxies();
            binder.bind(ConfigTexts.class).toInstance(texts);
            binder.bind(HttpGateway.class).toInstance(http);
            binder.bind(InstantSource.class).toInstance(clock);
            binder.bind(Cache.class).toInstance(caches.of(plugin));
            catalog.all(Kind.SERVICE).stream()
                    .filter(service -> service.plugin().equals(plugin))
                    .forEach(service -> built(binder, service.type()));
        });
    }

    @SuppressWarnings("unchecked") // the class of a record is the class of that record
    private static void settings(Binder binder, Record settings) {
        binder.bind((Class<Record>) settings.getClass()).toInstance(settings);
    }

    @SuppressWarnings("unchecked") // the settings, if there are any, are of that class
    private static void maybe(Binder binder, Class<? extends Record> type, Optional<Record> settings) {
        var key = (Key<Optional<Record>>) Key.get(Types.newParameterizedType(Optional.class, type));
        binder.bind(key).toInstance(settings);
    }

    @SuppressWarnings("unchecked") // class and constructor belong together
    private static void built(Binder binder, Class<?> type) {
        var any = (Class<Object>) type;
        binder.bind(any)
                .toConstructor((java.lang.reflect.Constructor<Object>) Constructors.of(type))
                .in(Scopes.SINGLETON);
    }
}
