package dev.frontdesk.web.inbox;

import static dev.frontdesk.web.http.Json.texts;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.engine.Settings;
import dev.frontdesk.engine.port.Directory;
import dev.frontdesk.web.WebPorts;
import dev.frontdesk.web.WebSettings;
import dev.frontdesk.web.http.Exchange;
import dev.frontdesk.web.http.Route;
import dev.frontdesk.web.http.Routes;
import dev.frontdesk.web.staff.Staff;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What a page needs once, before anything else. */
public final class BootstrapRoutes implements Routes {
    private static final List<String> FILES =
            List.of(Content.IMAGE, Content.VIDEO, Content.AUDIO, Content.VOICE, Content.DOCUMENT);

    private final Settings settings;
    private final WebSettings web;
    private final Staff staff;
    private final WebPorts ports;

    public BootstrapRoutes(Settings settings, WebSettings web, Staff staff, WebPorts ports) {
        this.settings = settings;
        this.web = web;
        this.staff = staff;
        this.ports = ports;
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route("GET", "/api/bootstrap", this::bootstrap));
    }

    private void bootstrap(Exchange exchange) {
        String position = ports.events().end();
        var teams = staff.teams();
        var agents = staff.enabled();
        exchange.json(200, to -> {
            to.writeStartObject();
            to.writeStringField("name", settings.name());
            texts(
                    to,
                    "languages",
                    settings.languages().stream().map(Locale::toLanguageTag).toList());
            texts(to, "categories", settings.categories());
            to.writeStringField("closeNote", closeNote(settings.closePolicy()));
            writeTeams(to, teams);
            writeAgents(to, agents);
            writeChannels(to);
            to.writeNumberField("maxUpload", ports.files().maxSize());
            to.writeNumberField("windowFirst", settings.windowFirst().toMillis());
            to.writeStringField("position", position);
            to.writeEndObject();
        });
    }

    private static String closeNote(Settings.ClosePolicy policy) {
        return switch (policy) {
            case OFF -> "off";
            case OPTIONAL -> "optional";
            case CATEGORY -> "category";
            case CATEGORY_AND_SUMMARY -> "category+summary";
        };
    }

    private static void writeTeams(JsonGenerator to, List<Directory.Team> teams) throws IOException {
        to.writeArrayFieldStart("teams");
        for (var team : teams) {
            to.writeStartObject();
            to.writeStringField("id", team.id());
            to.writeStringField("name", team.name());
            texts(to, "members", team.members());
            to.writeEndObject();
        }
        to.writeEndArray();
    }

    private void writeAgents(JsonGenerator to, List<Directory.Agent> agents) throws IOException {
        to.writeArrayFieldStart("agents");
        for (var agent : agents) {
            to.writeStartObject();
            to.writeStringField("id", agent.id());
            to.writeStringField("name", agent.name());
            to.writeStringField("availability", staff.availability(agent));
            to.writeNumberField("load", agent.load());
            to.writeNumberField("capacity", capacity(agent));
            to.writeEndObject();
        }
        to.writeEndArray();
    }

    private void writeChannels(JsonGenerator to) throws IOException {
        to.writeArrayFieldStart("channels");
        for (var channel : web.channels()) {
            to.writeStartObject();
            to.writeStringField("id", channel.id());
            to.writeStringField("type", channel.type());
            to.writeStringField("title", channel.title());
            var capabilities = ports.desk().capabilities(channel.id());
            writeFiles(to, capabilities);
            var window = capabilities.replyWindow();
            if (window.isPresent()) {
                to.writeNumberField("replyWindow", window.get().toMillis());
            }
            to.writeEndObject();
        }
        to.writeEndArray();
    }

    /** Which files a channel takes; nothing when it takes none. */
    private static void writeFiles(JsonGenerator to, Capabilities channel) throws IOException {
        var kinds = FILES.stream().filter(channel.contentKinds()::contains).toList();
        if (!kinds.isEmpty()) {
            to.writeObjectFieldStart("files");
            texts(to, "kinds", kinds);
            to.writeNumberField("limit", channel.fileLimit());
            to.writeEndObject();
        }
    }

    private int capacity(Directory.Agent agent) {
        return agent.capacity() > 0 ? agent.capacity() : settings.capacity();
    }
}
