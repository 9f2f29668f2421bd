package dev.frontdesk.app.wiring;

import dev.frontdesk.api.enrich.Enricher;
import dev.frontdesk.api.service.HttpGateway;
import dev.frontdesk.api.workflow.Action;
import dev.frontdesk.app.config.ConfigFiles;
import dev.frontdesk.app.config.Configuration;
import dev.frontdesk.app.config.ConfigurationLoader;
import dev.frontdesk.app.config.FolderTexts;
import dev.frontdesk.app.config.Problem;
import dev.frontdesk.app.config.Problems;
import dev.frontdesk.app.config.Where;
import dev.frontdesk.app.enrich.IntentFolder;
import dev.frontdesk.app.http.Allowed;
import dev.frontdesk.app.http.GuardedHttp;
import dev.frontdesk.app.plugin.BuiltIns;
import dev.frontdesk.app.plugin.Caches;
import dev.frontdesk.app.plugin.Catalog;
import dev.frontdesk.app.plugin.Contribution.Kind;
import dev.frontdesk.app.plugin.Plugin;
import dev.frontdesk.app.plugin.PluginException;
import dev.frontdesk.app.plugin.PluginFolder;
import dev.frontdesk.app.plugin.Workshop;
import dev.frontdesk.app.workflow.StepType;
import dev.frontdesk.app.workflow.WorkflowCompiler;
import dev.frontdesk.app.workflow.WorkflowLoader;
import dev.frontdesk.engine.enrich.ClassifyAction;
import dev.frontdesk.engine.enrich.Enrich;
import dev.frontdesk.engine.enrich.EnrichAction;
import dev.frontdesk.engine.enrich.EnrichStep;
import dev.frontdesk.engine.workflow.control.Consult;
import dev.frontdesk.engine.workflow.control.ConsultStep;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads and checks everything; starts and writes nothing. */
public final class Preparation {
    private Preparation() {}

    public sealed interface Outcome {
        record Ready(Prepared prepared) implements Outcome {}

        record Faulty(List<Problem> problems) implements Outcome {}
    }

    /** Throws {@link dev.frontdesk.app.plugin.PluginException} when a plugin cannot be used. */
    public static Outcome prepare(Folders folders, Map<String, String> environment) {
        return prepare(folders, environment, InstantSource.system());
    }

    /** @param clock what plugins see as the time */
    public static Outcome prepare(Folders folders, Map<String, String> environment, InstantSource clock) {
        var plugins = Stream.concat(BuiltIns.all().stream(), new PluginFolder(folders.data()).load().stream());
        return prepare(folders, environment, clock, plugins.toList());
    }

    static Outcome prepare(
            Folders folders, Map<String, String> environment, InstantSource clock, List<Plugin> plugins) {
        return prepare(folders, environment, clock, plugins, Optional.empty());
    }

    /** For a rehearsal: plugins see this time as theirs and these servers as the network. */
    public static Outcome rehearse(
            Folders folders, Map<String, String> environment, InstantSource clock, HttpGateway network) {
        var plugins = Stream.concat(BuiltIns.all().stream(), new PluginFolder(folders.data()).load().stream());
        return prepare(folders, environment, clock, plugins.toList(), Optional.of(network));
    }

    private static Outcome prepare(
            Folders folders,
            Map<String, String> environment,
            InstantSource clock,
            List<Plugin> plugins,
            Optional<HttpGateway> network) {
        var catalog = Catalog.of(plugins);
        var problems = new Problems();
        var files = new ConfigFiles(folders.config(), environment, problems);
        var loaded = new ConfigurationLoader(files, catalog, problems).load();
        var allow = loaded.configuration()
                .map(sound -> sound.file().httpClient().allow())
                .orElse(List.of());
        var http = new GuardedHttp(Allowed.of(allow));
        var workshop = new Workshop(
                catalog, network.orElse(http), clock, Caches.in(folders.data()), new FolderTexts(folders.config()));
        var enrichers = loaded.configuration().map(sound -> enrichers(sound, workshop, problems));
        long before = problems.errors();
        var intents = new IntentFolder(files, catalog, workshop).load(problems);
        boolean understood = problems.errors() == before;
        var compiler = new WorkflowCompiler(
                types(catalog, workshop, loaded, enrichers),
                loaded.fields(),
                loaded.known().with(intents.byName()));
        // Without their intents workflows would be full of mistakes that are none.
        var workflows =
                understood ? new WorkflowLoader(files, compiler, problems).load() : List.<WorkflowLoader.Loaded>of();
        if (workflows.isEmpty() && !problems.anyError()) {
            problems.warn(
                    new Where("workflows", 0),
                    "there is no workflow; every conversation goes straight to the default team");
        }
        var actions = new LinkedHashMap<String, Action>();
        actions.put(ClassifyAction.NAME, new ClassifyAction(intents.byName()));
        actions.put(EnrichAction.NAME, new EnrichAction(enrichers.orElse(Map.of()), clock));
        return loaded.configuration()
                .filter(_ -> !problems.anyError())
                .<Outcome>map(sound -> new Outcome.Ready(new Prepared(
                        sound,
                        folders.data(),
                        catalog,
                        workshop,
                        http,
                        intents,
                        actions,
                        compiler,
                        workflows,
                        problems.all())))
                .orElseGet(() -> new Outcome.Faulty(problems.all()));
    }

    private static Map<String, Enricher> enrichers(Configuration sound, Workshop workshop, Problems problems) {
        var built = new LinkedHashMap<String, Enricher>();
        for (var one : sound.enrichers()) {
            try {
                built.put(one.name(), workshop.enricher(one.type(), one.settings()));
            } catch (PluginException e) {
                problems.error(one.where(), e.reason());
            }
        }
        return built;
    }

    private static Map<String, StepType<?>> types(
            Catalog catalog,
            Workshop workshop,
            ConfigurationLoader.Result loaded,
            Optional<Map<String, Enricher>> enrichers) {
        var types = new LinkedHashMap<String, StepType<?>>();
        var singles = loaded.configuration().map(Configuration::singles).orElse(Map.of());
        workshop.steps(singles).forEach((name, step) -> {
            var contribution = catalog.find(Kind.STEP, name).orElseThrow();
            types.put(name, StepType.of(name, contribution.settings(), step));
        });
        types.put("enrich", StepType.of("enrich", Enrich.class, new EnrichStep(enrichers, loaded.fields())));
        var routers = loaded.configuration()
                .map(sound -> workshop.routers(sound.singles()))
                .orElse(Map.of());
        types.put("router", StepType.of("router", Consult.class, new ConsultStep(routers)));
        return types;
    }
}
