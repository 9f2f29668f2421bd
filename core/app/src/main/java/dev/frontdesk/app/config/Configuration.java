package dev.frontdesk.app.config;

import dev.frontdesk.api.ChannelId;
import dev.frontdesk.app.config.file.Frontdesk;
import dev.frontdesk.app.config.file.People;
import dev.frontdesk.app.plugin.Contribution;
import dev.frontdesk.engine.Settings;
import dev.frontdesk.engine.port.Directory;
import java.util.List;
import java.util.Map;

/**
 * A configuration without mistakes.
 *
 * @param channels those that are enabled
 * @param singles settings of actions, strategies and routers, which exist once
 * @param people teams and agents to provision
 */
public record Configuration(
        Frontdesk file,
        People people,
        Settings engine,
        List<ConfiguredChannel> channels,
        Map<Contribution, Record> singles,
        List<ConfiguredEnricher> enrichers,
        List<Effective> effective) {

    public Configuration {
        channels = List.copyOf(channels);
        singles = Map.copyOf(singles);
        enrichers = List.copyOf(enrichers);
        effective = List.copyOf(effective);
    }

    /** The same on another port. */
    public Configuration onPort(int port) {
        var other = new Frontdesk(
                file.name(),
                file.timeZone(),
                file.languages(),
                file.http().onPort(port),
                file.httpClient(),
                file.store(),
                file.attachments(),
                file.channels(),
                file.fields(),
                file.defaultTeam(),
                file.teams(),
                file.capacity(),
                file.close(),
                file.windowFirst(),
                file.presenceTimeout(),
                file.stepLimit(),
                file.actions(),
                file.enrichers());
        var told = effective.stream()
                .map(one -> one.key().equals("http.port")
                        ? new Effective(one.key(), Integer.toString(port), "--port")
                        : one)
                .toList();
        return new Configuration(other, people, engine, channels, singles, enrichers, told);
    }

    /** @param where its block is, for what goes wrong when it is built */
    public record ConfiguredEnricher(String name, Contribution type, Record settings, Where where) {}

    public record ConfiguredChannel(ChannelId id, Contribution type, Record settings) {}

    /** The address people use, without a slash at its end. */
    public String site() {
        return file.http()
                .publicUrl()
                .map(url -> url.toString().replaceFirst("/+$", ""))
                .orElseGet(() -> "http://127.0.0.1:" + file.http().port());
    }

    /** For {@link Directory#provision}. */
    public List<Directory.Team> teams() {
        return engine.teams().values().stream()
                .map(team -> new Directory.Team(
                        team.id(),
                        team.name(),
                        team.strategy(),
                        team.capacity(),
                        team.members().stream().sorted().toList()))
                .sorted(java.util.Comparator.comparing(Directory.Team::id))
                .toList();
    }

    /** For {@link Directory#provision}. */
    public List<Directory.Agent> agents() {
        return people.agents().entrySet().stream()
                .map(entry -> agent(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Directory.Agent agent(String id, People.Person person) {
        var language = person.language().orElseGet(engine.languages()::getFirst);
        return new Directory.Agent(
                id,
                person.name().orElse(id),
                Names.key(person.role()),
                language.getLanguage(),
                true,
                person.capacity(),
                0,
                person.skills(),
                person.presenceRequired(),
                "offline",
                0,
                true);
    }
}
