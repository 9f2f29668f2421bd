package dev.frontdesk.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontdesk.api.channel.ChannelContext;
import dev.frontdesk.api.channel.Lease;
import dev.frontdesk.api.channel.Receiver;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;

/**
 * Keeps the webhook set, from one node, and reports what Telegram says about it. It sets it only if it is another one, and nobody
 * removes it: a node that stops must not unhook those that go on.
 */
final class HookKeeper implements Receiver {

    private static final Duration EVERY = Duration.ofSeconds(60);
    private static final Duration RECENT = Duration.ofMinutes(5);

    private final TelegramSettings settings;
    private final ChannelContext context;
    private final BotApi api;
    private final Pause pause;
    private final Health health;

    HookKeeper(TelegramSettings settings, ChannelContext context, BotApi api, Pause pause) {
        this.settings = settings;
        this.context = context;
        this.api = api;
        this.pause = pause;
        this.health = new Health(context);
    }

    @Override
    public void run(Lease lease) throws InterruptedException {
        var seen = new HashSet<Long>();
        int failures = 0;
        boolean on = lease.beat();
        while (on) {
            var problem = look(seen);
            problem.ifPresentOrElse(health::trouble, health::well);
            failures = problem.isPresent() ? failures + 1 : 0;
            on = pause.rest(problem.isPresent() ? Polling.doubled(Duration.ofSeconds(1), failures) : EVERY, lease);
        }
        health.well();
    }

    /** Looks once and mends what it can; answers what is wrong. */
    private Optional<String> look(Set<Long> rejected) throws InterruptedException {
        var url = url();
        if (url.isEmpty()) {
            return Optional.of("mode = webhook needs an address that Telegram can reach: set http.public-url, or"
                    + " channels." + context.id() + ".webhook-url");
        }
        return switch (api.call(new GetWebhookInfo())) {
            case Answer.Done done -> {
                var info = done.result();
                yield differs(info, url.get()) || secretRefused(info, rejected) ? set(url.get()) : said(info);
            }
            case Answer other -> Optional.of(trouble(other));
        };
    }

    private Optional<URI> url() {
        return settings.webhookUrl().or(() -> context.publicUrl().map(base -> base.resolve(Hook.PATH)));
    }

    private boolean differs(JsonNode info, URI url) {
        return !info.path("url").asText().equals(url.toString())
                || info.path("max_connections").asInt(settings.webhookConnections()) != settings.webhookConnections()
                || bringsTooLittle(info.path("allowed_updates"));
    }

    /** Unset means nearly everything. */
    private static boolean bringsTooLittle(JsonNode allowed) {
        var kinds = new HashSet<String>();
        allowed.forEach(kind -> kinds.add(kind.asText()));
        return !kinds.isEmpty() && !kinds.containsAll(Reading.KINDS);
    }

    /** Nobody tells which secret is set; but that ours is not the one shows. Once for each time it shows. */
    private static boolean secretRefused(JsonNode info, Set<Long> rejected) {
        return info.path("last_error_message").asText().contains("401")
                && rejected.add(info.path("last_error_date").asLong());
    }

    private Optional<String> set(URI url) throws InterruptedException {
        var call = SetWebhook.builder()
                .url(url.toString())
                .maxConnections(settings.webhookConnections())
                .allowedUpdates(Reading.KINDS)
                .secretToken(settings.webhookSecret().orElseThrow().reveal())
                .build();
        return switch (api.call(new Verbatim(call))) {
            case Answer.Done _ -> Optional.empty();
            case Answer other -> Optional.of("the webhook is not set: " + trouble(other));
        };
    }

    private Optional<String> said(JsonNode info) {
        long at = info.path("last_error_date").asLong();
        boolean recent = at > context.clock().instant().minus(RECENT).getEpochSecond();
        return recent && info.path("pending_update_count").asInt() > 0
                ? Optional.of("Telegram cannot bring "
                        + info.path("pending_update_count").asInt() + " updates: "
                        + info.path("last_error_message").asText())
                : Optional.empty();
    }

    private String trouble(Answer answer) {
        return switch (answer) {
            case Answer.Refused refused
            when refused.code() == 401 || refused.code() == 404 ->
                "Telegram refuses the token (" + refused.code() + "): set channels." + context.id()
                        + ".token to the one that @BotFather shows";
            case Answer.Refused refused -> "Telegram answers " + refused.code() + " " + refused.description();
            case Answer.Strange(var status) ->
                "something that is no Bot API answers at " + Polling.host(settings.apiUrl()) + " (" + status + ")";
            case Answer.NotSent(var why) -> "Telegram cannot be reached: " + why;
            case Answer.Unsure(var why) -> "Telegram does not answer: " + why;
            case Answer.Done _ -> "";
        };
    }
}
