package dev.frontdesk.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.app.admin.AdminApi;
import dev.frontdesk.app.admin.AdminEndpoints;
import dev.frontdesk.channel.webchat.WebChatSettings;
import dev.frontdesk.engine.lane.Engine;
import dev.frontdesk.web.AdminToken;
import dev.frontdesk.web.endpoints.EndpointTable;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The configured channels, each with an injector of its own, and all addresses under which somebody may call. */
final class ChannelModule extends AbstractModule {

    @Provides
    @Singleton
    Channels channels(Prepared prepared, Engine engine) {
        var byId = new LinkedHashMap<String, Channel>();
        var demoPages = new ArrayList<String>();
        for (var configured : prepared.configuration().channels()) {
            String id = configured.id().value();
            var context = engine.context(configured.id(), prepared.http(), publicUrl(prepared, id));
            byId.put(id, prepared.workshop().channel(configured, context));
            if (configured.settings() instanceof WebChatSettings chat && chat.demoPage()) {
                demoPages.add("/channels/" + id + "/demo");
            }
        }
        return new Channels(byId, demoPages);
    }

    private static Optional<URI> publicUrl(Prepared prepared, String channel) {
        return prepared.configuration()
                .file()
                .http()
                .publicUrl()
                .map(url -> URI.create(url.toString().replaceFirst("/+$", "") + "/channels/" + channel + "/"));
    }

    @Provides
    @Singleton
    EndpointTable endpoints(Prepared prepared, Channels channels, AdminApi admin, AdminToken token) {
        var table = EndpointTable.builder();
        channels.byId().forEach((id, channel) -> table.channel(id, channel.endpoints()));
        prepared.workshop()
                .endpoints()
                .forEach((path, endpoint) -> table.plugin(path.substring(0, path.indexOf('/')), List.of(endpoint)));
        return table.admin(new AdminEndpoints(admin, token.value()).all()).build();
    }
}
