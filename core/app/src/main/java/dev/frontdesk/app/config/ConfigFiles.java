package dev.frontdesk.app.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigResolver;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the files of a configuration folder. Environment variables fill in here and never at run time. */
public final class ConfigFiles {
    private static final String INTENTS = "intents";

    private final Path folder;
    private final Map<String, String> environment;
    private final Problems problems;

    public ConfigFiles(Path folder, Map<String, String> environment, Problems problems) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
        this.problems = problems;
    }

    /** {@code <name>.conf} or {@code <name>.properties}; empty when neither is there, or when it cannot be read. */
    public Optional<ConfigObject> read(String name) {
        var hocon = folder.resolve(name + ".conf");
        var properties = folder.resolve(name + ".properties");
        if (Files.exists(hocon) && Files.exists(properties)) {
            problems.error(new Where(name + ".properties", 0), "there is also " + name + ".conf; keep one of the two");
        }
        if (Files.exists(hocon)) {
            return hocon(hocon);
        }
        return Files.exists(properties) ? properties(properties) : Optional.empty();
    }

    /** Every workflow file, by name. */
    public List<Path> workflows() {
        return files("workflows");
    }

    /** Every file of scenarios, by name. */
    public List<Path> scenarios() {
        return files("workflows/tests");
    }

    /** Every file that says how intents are found, by name. */
    public List<Path> intents() {
        return files(INTENTS);
    }

    /** Where these lie, and the examples they name. */
    public Path intentFolder() {
        return folder.resolve(INTENTS);
    }

    private List<Path> files(String name) {
        var within = folder.resolve(name);
        if (!Files.isDirectory(within)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(within)) {
            return files.filter(file -> file.toString().endsWith(".conf"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.error(new Where(name, 0), "cannot be listed: " + e.getMessage());
            return List.of();
        }
    }

    public Optional<ConfigObject> hocon(Path file) {
        return hocon(file, options());
    }

    /** Without the environment: a workflow is stored as it was published, and a secret must not be. */
    public Optional<ConfigObject> workflow(Path file) {
        return hocon(file, ConfigResolveOptions.noSystem());
    }

    private Optional<ConfigObject> hocon(Path file, ConfigResolveOptions how) {
        try {
            var resolved = ConfigFactory.parseFile(file.toFile()).resolve(how);
            return Optional.of(resolved.root());
        } catch (ConfigException.UnresolvedSubstitution e) {
            problems.error(
                    where(e, file),
                    "${…} names an environment variable or a key that is not set: " + plain(e)
                            + "; write ${?NAME} when it may be absent");
        } catch (ConfigException e) {
            problems.error(where(e, file), plain(e));
        }
        return Optional.empty();
    }

    private Optional<ConfigObject> properties(Path file) {
        try {
            return Optional.of(new PropertiesFile(file, environment, problems).read());
        } catch (IOException | IllegalArgumentException e) {
            problems.error(new Where(Where.shown(file), 0), "cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private ConfigResolveOptions options() {
        return ConfigResolveOptions.noSystem().appendResolver(new FromEnvironment(environment));
    }

    private static Where where(ConfigException e, Path file) {
        var origin = e.origin();
        return origin == null ? new Where(Where.shown(file), 0) : Where.of(origin);
    }

    /** The library puts file and line in front; so do we. */
    private static String plain(ConfigException e) {
        return String.valueOf(e.getMessage()).replaceFirst("^.*?: \\d+(-\\d+)?: ", "");
    }

    private record FromEnvironment(Map<String, String> environment) implements ConfigResolver {
        @Override
        public @Nullable ConfigValue lookup(String path) {
            var value = environment.get(path);
            return value == null ? null : ConfigValueFactory.fromAnyRef(value, "environment variable " + path);
        }

        @Override
        public ConfigResolver withFallback(ConfigResolver fallback) {
            return this;
        }
    }
}
