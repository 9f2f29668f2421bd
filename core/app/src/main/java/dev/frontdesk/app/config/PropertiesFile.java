package dev.frontdesk.app.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOriginFactory;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** Reads a {@code .properties} file with the line of each key, which {@link Properties} forgets, and fills in the environment. */
final class PropertiesFile {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(\\??)([A-Za-z_][A-Za-z0-9_]*)}");

    private final Path file;
    private final Map<String, String> environment;
    private final Problems problems;

    PropertiesFile(Path file, Map<String, String> environment, Problems problems) {
        this.file = file;
        this.environment = environment;
        this.problems = problems;
    }

    private record Entry(int line, String text) {}

    ConfigObject read() throws IOException {
        var config = ConfigFactory.empty();
        for (var entry : entries(Files.readAllLines(file))) {
            config = with(config, entry);
        }
        return config.root().withOrigin(ConfigOriginFactory.newFile(file.toString()));
    }

    /** Joins lines that end in a backslash, as the format wants. */
    private static List<Entry> entries(List<String> lines) {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < lines.size(); i++) {
            int first = i + 1;
            var text = new StringBuilder(lines.get(i));
            while (continues(text) && i + 1 < lines.size()) {
                text.append('\n').append(lines.get(++i));
            }
            entries.add(new Entry(first, text.toString()));
        }
        return entries;
    }

    private static boolean continues(CharSequence text) {
        var written = text.toString();
        var start = written.stripLeading();
        int slashes = written.length() - written.replaceFirst("\\\\+$", "").length();
        return slashes % 2 == 1 && !start.startsWith("#") && !start.startsWith("!");
    }

    private Config with(Config config, Entry entry) throws IOException {
        var one = new Properties();
        one.load(new StringReader(entry.text()));
        var where = new Where(Where.shown(file), entry.line());
        for (var key : one.stringPropertyNames()) {
            var value = filled(one.getProperty(key), where);
            if (value.isPresent()) {
                var origin = ConfigOriginFactory.newFile(file.toString()).withLineNumber(entry.line());
                return put(config, key, value.get(), origin, where);
            }
        }
        return config;
    }

    private Config put(Config config, String key, String value, com.typesafe.config.ConfigOrigin origin, Where where) {
        var parts = List.of(key.split("\\.", -1));
        for (int end = 1; end < parts.size(); end++) {
            var above = com.typesafe.config.ConfigUtil.joinPath(parts.subList(0, end));
            if (config.hasPath(above) && !(config.getValue(above) instanceof ConfigObject)) {
                problems.error(where, "'" + key + "' cannot be set: '" + above + "' already has a value of its own");
                return config;
            }
        }
        try {
            var path = com.typesafe.config.ConfigUtil.joinPath(parts);
            return placed(
                    config, parts, path, ConfigValueFactory.fromAnyRef(value).withOrigin(origin), origin);
        } catch (ConfigException e) {
            problems.error(where, "'" + key + "' is no key");
            return config;
        }
    }

    /** A block gets the line of its first key. */
    private static Config placed(
            Config config,
            List<String> parts,
            String path,
            com.typesafe.config.ConfigValue value,
            com.typesafe.config.ConfigOrigin origin) {
        var placed = config.withValue(path, value);
        for (int end = parts.size() - 1; end > 0; end--) {
            var above = com.typesafe.config.ConfigUtil.joinPath(parts.subList(0, end));
            var first = config.hasPath(above) ? config.getValue(above).origin() : origin;
            placed = placed.withValue(above, placed.getValue(above).withOrigin(first));
        }
        return placed;
    }

    /** {@code ${NAME}} must be there; a value with a missing {@code ${?NAME}} is as if it were not written. */
    private Optional<String> filled(String value, Where where) {
        var references = REFERENCE.matcher(value);
        var filled = new StringBuilder();
        boolean complete = true;
        while (references.find()) {
            var found = Optional.ofNullable(environment.get(references.group(2)));
            if (found.isEmpty()) {
                complete = false;
                if (references.group(1).isEmpty()) {
                    problems.error(where, "the environment variable " + references.group(2) + " is not set");
                }
            }
            references.appendReplacement(filled, java.util.regex.Matcher.quoteReplacement(found.orElse("")));
        }
        references.appendTail(filled);
        return complete ? Optional.of(filled.toString()) : Optional.empty();
    }
}
