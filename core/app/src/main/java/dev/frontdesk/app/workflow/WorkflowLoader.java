package dev.frontdesk.app.workflow;

import dev.frontdesk.app.config.ConfigFiles;
import dev.frontdesk.app.config.Problems;
import dev.frontdesk.app.config.Where;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and compiles every workflow of a configuration folder. */
public final class WorkflowLoader {
    private final ConfigFiles files;
    private final WorkflowCompiler compiler;
    private final Problems problems;

    public WorkflowLoader(ConfigFiles files, WorkflowCompiler compiler, Problems problems) {
        this.files = files;
        this.compiler = compiler;
        this.problems = problems;
    }

    /** A workflow that is ready to be published. */
    public record Loaded(WorkflowCompiler.Compiled compiled, String body) {}

    /** Those that are without mistakes; the mistakes of the others are reported. */
    public List<Loaded> load() {
        var loaded = new ArrayList<Loaded>();
        Map<String, Path> names = new HashMap<>();
        for (var file : files.workflows()) {
            load(file).ifPresent(one -> {
                var twin = names.putIfAbsent(one.compiled().name(), file);
                if (twin == null) {
                    loaded.add(one);
                } else {
                    problems.error(
                            new Where(Where.shown(file), 0),
                            "the name '" + one.compiled().name() + "' is taken by " + Where.shown(twin));
                }
            });
        }
        return List.copyOf(loaded);
    }

    private Optional<Loaded> load(Path file) {
        var stem = String.valueOf(file.getFileName()).replaceFirst("\\.conf$", "");
        return files.workflow(file)
                .flatMap(written -> compiler.compile(written, stem, problems)
                        .map(compiled -> new Loaded(compiled, Canonical.body(written, compiled.name()))));
    }
}
