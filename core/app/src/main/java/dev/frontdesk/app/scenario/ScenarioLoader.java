package dev.frontdesk.app.scenario;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import dev.frontdesk.app.config.Binder;
import dev.frontdesk.app.config.Block;
import dev.frontdesk.app.config.ConfigFiles;
import dev.frontdesk.app.config.Known;
import dev.frontdesk.app.config.Names;
import dev.frontdesk.app.config.Problems;
import dev.frontdesk.app.config.Where;
import dev.frontdesk.app.wiring.Prepared;
import dev.frontdesk.simulator.rehearsal.Person;
import dev.frontdesk.simulator.scenario.Scenario;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads every scenario of a configuration folder and reports all that is wrong with them. Used by one thread. */
public final class ScenarioLoader {
    private static final String CONTACT = "contact";
    private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-03-02T09:00:00");

    private final Prepared prepared;
    private final Problems problems;
    private final Map<String, Where> names = new HashMap<>();

    public ScenarioLoader(Prepared prepared, Problems problems) {
        this.prepared = prepared;
        this.problems = problems;
    }

    /** Those that are without mistakes. */
    public List<Scenario> load(ConfigFiles files) {
        var scenarios = new ArrayList<Scenario>();
        for (var file : files.scenarios()) {
            files.workflow(file).ifPresent(written -> scenarios.addAll(read(written)));
        }
        return List.copyOf(scenarios);
    }

    private List<Scenario> read(ConfigObject written) {
        written.forEach((key, value) -> {
            if (!key.equals("scenarios")) {
                problems.error(value.origin(), "unknown setting '" + key + "'" + Names.hint(key, Set.of("scenarios")));
            }
        });
        if (!(written.get("scenarios") instanceof ConfigList all)) {
            problems.error(written.origin(), "a file of scenarios needs scenarios = [ { … } ]");
            return List.of();
        }
        var scenarios = new ArrayList<Scenario>();
        for (ConfigValue one : all) {
            if (one instanceof ConfigObject block) {
                scenario(block).ifPresent(scenarios::add);
            } else {
                problems.error(one.origin(), "a scenario must be a block { name = …, lines = [ … ] }");
            }
        }
        return scenarios;
    }

    private Optional<Scenario> scenario(ConfigObject block) {
        long before = problems.errors();
        var where = Where.of(block.origin());
        var settings = new Binder(problems, Known.nothing(), Optional.empty())
                .bind(new Block("", block), ScenarioSettings.class, Set.of("lines"));
        if (settings.isEmpty()) {
            return Optional.empty();
        }
        var name = settings.get().name();
        var twin = names.putIfAbsent(name, where);
        if (twin != null) {
            problems.error(where, "there is already a scenario '" + name + "' at " + twin);
        }
        var people = people(settings.get(), block);
        var at = begin(settings.get(), block);
        var lines = lines(block, new Sentences(Cast.of(prepared, people)));
        return problems.errors() > before
                ? Optional.empty()
                : Optional.of(new Scenario(name, where.toString(), at, people, lines));
    }

    private List<Person> people(ScenarioSettings settings, ConfigObject block) {
        var people = new ArrayList<Person>();
        people.add(person(CONTACT, settings.contact().orElse(ScenarioSettings.Someone.ANYBODY), block));
        settings.contacts().forEach((id, someone) -> {
            if (prepared.configuration().people().agents().containsKey(id)) {
                problems.error(block.origin(), "'contacts." + id + "': that is the name of an agent; choose another");
            }
            people.add(person(id, someone, block));
        });
        return people;
    }

    private Person person(String id, ScenarioSettings.Someone someone, ConfigObject block) {
        var channels = Stage.channels(prepared);
        var channel = someone.channel().orElse(channels.getFirst());
        if (!channels.contains(channel)) {
            problems.error(
                    block.origin(),
                    "there is no channel '" + channel + "' that is enabled" + Names.hint(channel, channels));
        }
        return new Person(id, channel, someone.name(), someone.language());
    }

    private Instant begin(ScenarioSettings settings, ConfigObject block) {
        var usual = MONDAY.atZone(prepared.configuration().engine().zone()).toInstant();
        try {
            return settings.at()
                    .map(text -> OffsetDateTime.parse(text).toInstant())
                    .orElse(usual);
        } catch (DateTimeException e) {
            problems.error(
                    block.getOrDefault("at", block).origin(),
                    "'at' must be a time like 2026-03-02T09:00:00+01:00, not '"
                            + settings.at().orElse("") + "'");
            return usual;
        }
    }

    private List<Scenario.Line> lines(ConfigObject block, Sentences sentences) {
        if (!(block.get("lines") instanceof ConfigList written) || written.isEmpty()) {
            problems.error(block.origin(), "a scenario needs lines = [ … ]");
            return List.of();
        }
        var lines = new ArrayList<Scenario.Line>();
        for (ConfigValue line : written) {
            if (line.valueType() != ConfigValueType.STRING) {
                problems.error(line.origin(), "a line is a sentence, like: contact says \"Hello\"");
                continue;
            }
            var words = String.valueOf(line.unwrapped());
            try {
                lines.add(new Scenario.Line(Where.of(line.origin()).toString(), words, sentences.meaning(words)));
            } catch (Sentences.Unclear e) {
                problems.error(line.origin(), String.valueOf(e.getMessage()));
            }
        }
        return lines;
    }
}
