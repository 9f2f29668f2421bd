package dev.frontdesk.app.config;

import dev.frontdesk.api.AgentId;
import dev.frontdesk.api.TeamId;
import dev.frontdesk.api.Value;
import dev.frontdesk.app.config.file.Frontdesk;
import dev.frontdesk.app.config.file.People;
import dev.frontdesk.engine.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** What the engine is told of the files. */
final class EngineSettings {
    private EngineSettings() {}

    static Settings of(Frontdesk file, People people) {
        var teams = new LinkedHashMap<String, Settings.TeamSettings>();
        file.teams().forEach((id, team) -> {
            var members = new TreeSet<String>();
            team.members().stream().map(AgentId::value).forEach(members::add);
            people.agents().forEach((agent, person) -> {
                if (person.teams().contains(new TeamId(id))) {
                    members.add(agent);
                }
            });
            teams.put(
                    id,
                    new Settings.TeamSettings(id, team.name().orElse(id), team.strategy(), team.capacity(), members));
        });
        Map<String, Class<? extends Value>> fields = new LinkedHashMap<>();
        file.fields().forEach((name, type) -> fields.put(name, type.type()));
        return new Settings(
                file.name(),
                file.timeZone(),
                file.languages(),
                file.defaultTeam().value(),
                teams,
                fields,
                file.close().categories(),
                file.close().note(),
                file.close().idle().after(),
                file.close().idle().includeQueued(),
                file.capacity(),
                file.presenceTimeout(),
                file.stepLimit(),
                file.windowFirst());
    }
}
