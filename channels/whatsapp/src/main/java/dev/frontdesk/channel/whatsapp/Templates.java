package dev.frontdesk.channel.whatsapp;

import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.PresetForm;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The templates of the account as last read: at the start, then every while, and when Meta says that one has changed. On each node,
 * on a thread of its own, for all of them answer from memory. Safe for use by many threads.
 */
final class Templates implements AutoCloseable {

    private static final int MOST_PAGES = 50;
    private static final String FIELDS = "name,language,status,rejected_reason,components";

    private final WhatsAppSettings settings;
    private final Graph graph;
    private final Health health;
    private final Semaphore wanted = new Semaphore(1);
    private final Optional<Thread> thread;
    private volatile Map<String, Form> forms = Map.of();

    Templates(WhatsAppSettings settings, Graph graph, Health health, String channel) {
        this.settings = settings;
        this.graph = graph;
        this.health = health;
        thread = settings.businessAccountId()
                .map(account ->
                        Thread.ofVirtual().name("whatsapp-templates-" + channel).start(() -> run(account)));
    }

    /** By name, then by language. */
    List<PresetForm> presets() {
        return forms.values().stream()
                .map(Form::preset)
                .sorted(Comparator.comparing(PresetForm::name)
                        .thenComparing(form -> form.language().toLanguageTag()))
                .toList();
    }

    /** How to fill a template in: as Meta told, or as the values suggest where nothing is known of it. */
    Form of(Content.Preset preset) {
        var known = forms.get(key(preset.name(), Form.code(preset.language())));
        return known == null
                ? Form.guessed(preset.name(), preset.language(), preset.values().keySet())
                : known;
    }

    /** Something has changed; read them anew. */
    void refresh() {
        if (wanted.availablePermits() == 0) {
            wanted.release();
        }
    }

    private void run(String account) {
        try {
            while (true) {
                if (wanted.tryAcquire(settings.templatesEvery().toMillis(), TimeUnit.MILLISECONDS)) {
                    wanted.drainPermits();
                }
                read(account);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** All or nothing: with a page missing, what was known stays. */
    private void read(String account) throws InterruptedException {
        var found = new LinkedHashMap<String, Form>();
        var after = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            var path = account + "/message_templates?limit=100&fields=" + FIELDS
                    + (after.isEmpty() ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8));
            var answer = graph.get(path);
            if (!(answer instanceof Answer.Done done)) {
                health.trouble("templates", "the templates cannot be read" + why(answer));
                return;
            }
            var read = new ArrayList<Form>();
            done.body().path("data").forEach(template -> Form.of(template).ifPresent(read::add));
            read.forEach(form -> found.put(key(form.preset().name(), form.code()), form));
            after = done.body().path("paging").path("cursors").path("after").asText();
            if (after.isEmpty() || !done.body().path("paging").has("next")) {
                break;
            }
        }
        forms = Map.copyOf(found);
        health.well("templates");
    }

    private static String why(Answer answer) {
        return switch (answer) {
            case Answer.Refused(var refusal) ->
                " (" + refusal.why() + "); check business-account-id and whether the token may manage the account";
            case Answer.Strange(var status) -> ": something that is not the Cloud API answered " + status;
            case Answer.NotSent(var why) -> ": " + why;
            case Answer.Unsure(var why) -> ": " + why;
            case Answer.Done _ -> "";
        };
    }

    /** Languages are compared as Java writes them, which is not always as Meta does. */
    private static String key(String name, String code) {
        return name + "\n" + Form.code(Form.language(code));
    }

    @Override
    public void close() {
        thread.ifPresent(Thread::interrupt);
    }
}
