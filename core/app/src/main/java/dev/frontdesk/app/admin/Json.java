package dev.frontdesk.app.admin;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigValueFactory;
import dev.frontdesk.app.admin.AdminApi.AgentLine;
import dev.frontdesk.app.admin.AdminApi.DeadLine;
import dev.frontdesk.app.admin.AdminApi.HeardLine;
import dev.frontdesk.app.admin.AdminApi.NewAgent;
import dev.frontdesk.app.admin.AdminApi.NoticeLine;
import java.util.List;
import java.util.Map;

/** The admin API's few values in JSON. */
final class Json {
    private Json() {}

    static String write(Map<String, ?> fields) {
        return ConfigValueFactory.fromMap(fields).render(ConfigRenderOptions.concise());
    }

    /** Throws {@link com.typesafe.config.ConfigException} on anything else. */
    static Config read(String text) {
        return ConfigFactory.parseString(text, ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON));
    }

    static Map<String, Object> of(NewAgent agent) {
        return Map.of(
                "id", agent.id(),
                "name", agent.name(),
                "role", agent.role(),
                "teams", agent.teams(),
                "skills", agent.skills(),
                "capacity", agent.capacity());
    }

    static NewAgent newAgent(Config json) {
        return new NewAgent(
                json.getString("id"),
                json.getString("name"),
                json.getString("role"),
                json.getStringList("teams"),
                json.getStringList("skills"),
                json.getInt("capacity"));
    }

    static Map<String, Object> of(HeardLine heard) {
        return Map.of(
                "at", heard.at(),
                "words", heard.words(),
                "intent", heard.intent(),
                "probability", heard.probability(),
                "team", heard.team(),
                "moved-to", heard.movedTo());
    }

    static HeardLine heardLine(Config json) {
        return new HeardLine(
                json.getLong("at"),
                json.getString("words"),
                json.getString("intent"),
                json.getDouble("probability"),
                json.getString("team"),
                json.getString("moved-to"));
    }

    static Map<String, Object> of(AgentLine agent) {
        return Map.of(
                "id", agent.id(),
                "name", agent.name(),
                "role", agent.role(),
                "enabled", agent.enabled(),
                "presence", agent.presence(),
                "load", agent.load());
    }

    static AgentLine agentLine(Config json) {
        return new AgentLine(
                json.getString("id"),
                json.getString("name"),
                json.getString("role"),
                json.getBoolean("enabled"),
                json.getString("presence"),
                json.getInt("load"));
    }

    /** Ids go as text: they are larger than a number of JavaScript. */
    static Map<String, Object> of(DeadLine letter) {
        return Map.of(
                "id", Long.toString(letter.id()),
                "channel", letter.channel(),
                "kind", letter.kind(),
                "reason", letter.reason(),
                "at", Long.toString(letter.at()),
                "raw", letter.raw());
    }

    static DeadLine deadLine(Config json) {
        return new DeadLine(
                Long.parseLong(json.getString("id")),
                json.getString("channel"),
                json.getString("kind"),
                json.getString("reason"),
                Long.parseLong(json.getString("at")),
                json.getString("raw"));
    }

    static Map<String, Object> of(NoticeLine notice) {
        return Map.of(
                "id", Long.toString(notice.id()),
                "channel", notice.channel(),
                "kind", notice.kind(),
                "details", notice.details(),
                "at", Long.toString(notice.at()));
    }

    static NoticeLine noticeLine(Config json) {
        return new NoticeLine(
                Long.parseLong(json.getString("id")),
                json.getString("channel"),
                json.getString("kind"),
                json.getString("details"),
                Long.parseLong(json.getString("at")));
    }

    static List<? extends Config> list(Config json, String key) {
        return json.getConfigList(key);
    }
}
