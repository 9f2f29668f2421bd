package dev.frontdesk.api;

import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.api.channel.HttpEndpoint;
import dev.frontdesk.api.enrich.Classifier;
import dev.frontdesk.api.enrich.Enricher;
import dev.frontdesk.api.event.EventListener;
import dev.frontdesk.api.routing.AssignmentStrategy;
import dev.frontdesk.api.routing.Router;
import dev.frontdesk.api.workflow.Action;
import dev.frontdesk.api.workflow.Step;

/**
 * What a plugin adds: for each thing a name, a settings record and a class. Frontdesk binds the configured block to the record
 * (see {@link Setting}), reports every mistake in it with file and line, and builds the class by constructor injection
 * ({@code jakarta.inject.Inject}) of its settings and the services of {@code dev.frontdesk.api.service}.
 *
 * <p>A name is lower-case letters, digits and dashes. A name that is already taken stops the start.
 */
public interface Contributions {

    /**
     * A kind of channel, named by {@code type} in the {@code channels} block. One instance per configured channel; it may
     * inject its settings and a {@link dev.frontdesk.api.channel.ChannelContext}.
     */
    <S extends Record> void channel(String type, Class<S> settings, Class<? extends Channel> channel);

    /**
     * A kind of workflow step, used as the step's type key. One stateless instance per type serves all workflows; the settings
     * of the occurrence come as an argument. It may inject an {@code Optional} of the settings record of an action of its plugin,
     * to check an occurrence against them; empty while the configuration has mistakes.
     */
    <S extends Record> void step(String type, Class<S> settings, Class<? extends Step<S>> step);

    /** An action that steps may ask for by name. One instance, built with the settings in {@code actions.<type>}. */
    <S extends Record> void action(String type, Class<S> settings, Class<? extends Action> action);

    /** An assignment strategy, named by {@code strategy} of a team. One instance per type, built with default settings. */
    <S extends Record> void strategy(String type, Class<S> settings, Class<? extends AssignmentStrategy> strategy);

    /** A router that the step {@code route} may consult by name. */
    <S extends Record> void router(String type, Class<S> settings, Class<? extends Router> router);

    /** A kind of classifier, named by {@code type} in a file under {@code config/intents}. One instance per file. */
    <S extends Record> void classifier(String type, Class<S> settings, Class<? extends Classifier> classifier);

    /** A kind of look-up, named by {@code type} in the {@code enrichers} block. One instance per configured enricher. */
    <S extends Record> void enricher(String type, Class<S> settings, Class<? extends Enricher> enricher);

    /** Told of every event, at least once and in order for each contact. */
    void listener(String name, Class<? extends EventListener> listener);

    /** Served on every node under {@code /plugins/<plugin id>/<path>}. */
    void endpoint(String path, Class<? extends HttpEndpoint> endpoint);

    /** A helper of the author's own: one instance, injectable into the plugin's other classes. */
    void service(Class<?> own);
}
