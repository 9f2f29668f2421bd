package dev.frontdesk.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import dev.frontdesk.app.admin.AdminFiles;
import dev.frontdesk.engine.lane.Engine;
import dev.frontdesk.engine.port.Store;
import dev.frontdesk.store.SqlStore;
import dev.frontdesk.web.AdminToken;
import dev.frontdesk.web.FrontdeskWeb;
import dev.frontdesk.web.WebPorts;
import dev.frontdesk.web.WebSettings;
import dev.frontdesk.web.WebSettings.ChannelInfo;
import dev.frontdesk.web.assets.Assets;
import dev.frontdesk.web.auth.Links;
import dev.frontdesk.web.auth.Passwords;
import dev.frontdesk.web.auth.Sessions;
import dev.frontdesk.web.live.Live;
import dev.frontdesk.web.ops.Health;
import dev.frontdesk.web.ops.HealthPart;
import dev.frontdesk.web.ops.Metrics;
import dev.frontdesk.web.staff.Staff;
import dev.frontdesk.channel.webchat.WebChatSettings;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Everything on the port: inbox, live events, endpoints, health, metrics. */
final class WebModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(WebPorts.class);
        bind(Staff.class).in(Scopes.SINGLETON);
        bind(Sessions.class).in(Scopes.SINGLETON);
        bind(Links.class).in(Scopes.SINGLETON);
        bind(Passwords.class).in(Scopes.SINGLETON);
        bind(Live.class).in(Scopes.SINGLETON);
        bind(Assets.class).in(Scopes.SINGLETON);
        bind(FrontdeskWeb.class).in(Scopes.SINGLETON);
        bind(AdminToken.class).toInstance(new AdminToken(AdminFiles.newToken()));
    }

    @Provides
    WebSettings settings(Prepared prepared) {
        var configuration = prepared.configuration();
        var http = configuration.file().http();
        return new WebSettings(
                http.port(),
                http.address(),
                http.publicUrl(),
                new HashSet<>(http.trustedProxies()),
                http.metricsToken(),
                configuration.channels().stream()
                        .map(channel -> new ChannelInfo(
                                channel.id().value(),
                                channel.type().name(),
                                channel.settings() instanceof WebChatSettings chat
                                        ? chat.title()
                                        : channel.id().value()))
                        .toList());
    }

    /** A part that has a problem turns health red; it restarts nothing. */
    @Provides
    @Singleton
    Health health(Store store, Engine engine, Prepared prepared) {
        var parts = new ArrayList<HealthPart>();
        prepared.configuration().channels().forEach(channel -> {
            String name = "channel " + channel.id().value();
            parts.add(new HealthPart(
                    name, () -> Optional.ofNullable(engine.problems().get(name))));
        });
        parts.add(new HealthPart("workflows", () -> disabledSteps(engine)));
        return new Health(HealthPart.check("store", store::ping), parts);
    }

    private static Optional<String> disabledSteps(Engine engine) {
        return engine.problems().entrySet().stream()
                .filter(problem -> problem.getKey().startsWith("step type "))
                .map(problem -> problem.getKey() + ": " + problem.getValue())
                .reduce((one, other) -> one + "; " + other);
    }

    @Provides
    @Singleton
    Metrics metrics(SqlStore store, Engine engine) {
        var metrics = new Metrics();
        count(
                metrics,
                "frontdesk.messages.stored",
                "Messages that came in and were stored",
                engine,
                Engine::storedMessages);
        count(metrics, "frontdesk.store.commits", "Transactions of the lanes", engine, Engine::commits);
        count(
                metrics,
                "frontdesk.store.statements",
                "Statements executed",
                store,
                s -> s.traffic().statements());
        count(
                metrics,
                "frontdesk.store.rows",
                "Rows written",
                store,
                s -> s.traffic().rows());
        Gauge.builder("frontdesk.lanes.waiting", engine, Engine::waiting)
                .description("Jobs that wait for a lane")
                .register(metrics.registry());
        Gauge.builder("frontdesk.dead.letters", store, s -> s.deadLetters().count())
                .description("Dead letters that nobody has driven again")
                .register(metrics.registry());
        return metrics;
    }

    private static <T> void count(Metrics metrics, String name, String description, T of, ToDoubleFunction<T> value) {
        FunctionCounter.builder(name, of, value).description(description).register(metrics.registry());
    }
}
