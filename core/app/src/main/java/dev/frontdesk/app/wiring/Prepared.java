package dev.frontdesk.app.wiring;

import dev.frontdesk.api.workflow.Action;
import dev.frontdesk.app.config.Configuration;
import dev.frontdesk.app.config.Problem;
import dev.frontdesk.app.enrich.LiveIntents;
import dev.frontdesk.app.http.GuardedHttp;
import dev.frontdesk.app.plugin.Catalog;
import dev.frontdesk.app.plugin.Workshop;
import dev.frontdesk.app.workflow.WorkflowCompiler;
import dev.frontdesk.app.workflow.WorkflowLoader;
import dev.frontdesk.engine.port.FileStore;
import dev.frontdesk.store.StoreSettings;
import dev.frontdesk.store.file.FolderStore;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A sound configuration and all that can be built from it without a store. */
public record Prepared(
        Configuration configuration,
        Path data,
        Catalog catalog,
        Workshop workshop,
        GuardedHttp http,
        LiveIntents intents,
        Map<String, Action> ownActions,
        WorkflowCompiler compiler,
        List<WorkflowLoader.Loaded> workflows,
        List<Problem> warnings) {
    private static final int READERS = 4;

    public StoreSettings storeSettings() {
        var store = configuration.file().store();
        return new StoreSettings(store.url(data), store.user(), store.password(), store.lanes(), READERS);
    }

    /** Those that plugins bring, and the core's own. */
    public Map<String, Action> actions() {
        var actions = new LinkedHashMap<>(workshop.actions(configuration.singles()));
        actions.putAll(ownActions);
        return actions;
    }

    public FileStore files() {
        var attachments = configuration.file().attachments();
        return new FolderStore(attachments.folder(data), attachments.maxSize().bytes());
    }

    public Prepared onPort(int port) {
        return new Prepared(
                configuration.onPort(port),
                data,
                catalog,
                workshop,
                http,
                intents,
                ownActions,
                compiler,
                workflows,
                warnings);
    }

    /** As if there were no other workflow than the one in this file. */
    public Prepared onlyWorkflow(String file) {
        var only = workflows.stream()
                .filter(one ->
                        one.compiled().steps().firstEntry().getValue().where().startsWith(file + ":"))
                .toList();
        return new Prepared(
                configuration, data, catalog, workshop, http, intents, ownActions, compiler, only, warnings);
    }
}
