package dev.frontdesk.app.workflow;

import com.typesafe.config.ConfigException;
import dev.frontdesk.app.config.Problems;
import dev.frontdesk.engine.Ids;
import dev.frontdesk.engine.port.WorkflowVersions;
import dev.frontdesk.engine.workflow.Workflow;
import dev.frontdesk.engine.workflow.Workflows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes workflows and finds the versions that runs began with. Versions are compiled when first asked for, then kept. */
public final class WorkflowCatalog implements Workflows {
    private static final Logger log = LoggerFactory.getLogger(WorkflowCatalog.class);

    private final List<Workflow> current;
    private final Map<Long, Optional<Workflow>> versions = new ConcurrentHashMap<>();
    private final WorkflowVersions stored;
    private final WorkflowCompiler compiler;

    private WorkflowCatalog(List<Workflow> current, WorkflowVersions stored, WorkflowCompiler compiler) {
        this.current = current;
        this.stored = stored;
        this.compiler = compiler;
        current.forEach(workflow -> versions.put(workflow.version(), Optional.of(workflow)));
    }

    /** Stores what is new; what was published before as it is now keeps its version. */
    public static WorkflowCatalog publish(
            List<WorkflowLoader.Loaded> loaded, WorkflowVersions stored, WorkflowCompiler compiler, Ids ids, long now) {
        var current = new ArrayList<Workflow>();
        for (var one : loaded) {
            if (one.compiled().head().enabled()) {
                var name = one.compiled().name();
                current.add(one.compiled()
                        .as(stored.publish(name, Canonical.hash(one.body()), one.body(), ids.next(), now)));
            }
        }
        current.sort(Comparator.comparingInt(Workflow::priority).reversed().thenComparing(Workflow::name));
        return new WorkflowCatalog(List.copyOf(current), stored, compiler);
    }

    @Override
    public List<Workflow> current() {
        return current;
    }

    @Override
    public Optional<Workflow> version(long id) {
        var known = versions.get(id);
        if (known != null) {
            return known;
        }
        var read = stored.get(id).flatMap(this::compiled);
        versions.put(id, read);
        return read;
    }

    private Optional<Workflow> compiled(WorkflowVersions.Version version) {
        var problems = new Problems();
        var origin = version.name() + " (version " + version.id() + ")";
        try {
            var compiled = compiler.compile(Canonical.parse(version.body(), origin), version.name(), problems);
            if (compiled.isEmpty()) {
                log.error(
                        "{} cannot be run any more, its runs are parked until this is put right: {}",
                        origin,
                        problems.all());
            }
            return compiled.map(found -> found.as(version.id()));
        } catch (ConfigException e) {
            log.error("{} cannot be read, its runs are parked: {}", origin, e.getMessage());
            return Optional.empty();
        }
    }
}
