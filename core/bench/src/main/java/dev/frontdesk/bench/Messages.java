package dev.frontdesk.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontdesk.app.admin.AdminApi.NewAgent;
import dev.frontdesk.app.admin.AdminClient;
import dev.frontdesk.app.admin.AdminFiles;
import dev.frontdesk.app.http.Allowed;
import dev.frontdesk.app.http.GuardedHttp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** People write their first message, agents of ten teams answer and close, until nothing is left over or nothing moves any more. */
final class Messages {
    static final List<String> TEAMS =
            List.of("flights", "buses", "cars", "stays", "dining", "films", "outings", "care", "bank", "desk");

    private static final int CONNECTIONS = 16;
    private static final int PER_TEAM = 2;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Product product;
    private final Site site;
    private final List<Inquiry> inquiries;
    private final Map<Inquiry, Chatter> chatters = new ConcurrentHashMap<>();
    private final AtomicInteger closing = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    /**
     * What became of the messages.
     *
     * @param byTeam closed conversations
     * @param agreed how many went to the team that people would have chosen
     */
    record Tally(
            int messages,
            int stored,
            int routed,
            int assigned,
            int answered,
            int closed,
            int open,
            int agreed,
            Map<String, Integer> byTeam) {
        int leftOver() {
            return messages - Math.min(Math.min(stored, routed), Math.min(assigned, Math.min(answered, closed))) + open;
        }
    }

    Messages(Product product, Site site, List<Inquiry> inquiries) {
        this.product = product;
        this.site = site;
        this.inquiries = inquiries;
    }

    Tally run() throws Exception {
        try (var http = new GuardedHttp(Allowed.of(List.of("127.0.0.1")));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var admin =
                    new AdminClient(http, new AdminFiles(site.data()).process().orElseThrow());
            var agents = new ArrayList<ScriptedAgent>();
            for (String team : TEAMS) {
                for (int i = 1; i <= PER_TEAM; i++) {
                    var agent =
                            new NewAgent(team + i, "Agent " + i + " of " + team, "agent", List.of(team), List.of(), 0);
                    agents.add(ScriptedAgent.welcomed(product.port(), admin.addAgent(agent)));
                }
            }
            var working = agents.stream()
                    .map(agent -> threads.submit(() -> shift(agent)))
                    .toList();
            write(threads);
            waitForTheLast();
            over.set(true);
            for (Future<?> shift : working) {
                shift.get();
            }
            var tally = tally(agents.getFirst());
            for (var agent : agents) {
                agent.close();
            }
            return tally;
        }
    }

    private Void shift(ScriptedAgent agent) throws IOException, InterruptedException {
        agent.online();
        int before = 0;
        while (!over.get()) {
            boolean any = agent.work();
            closing.addAndGet(agent.answered() - before);
            before = agent.answered();
            if (!any) {
                Thread.sleep(20);
            }
        }
        return null;
    }

    private void write(java.util.concurrent.ExecutorService threads) throws InterruptedException, ExecutionException {
        var next = new AtomicInteger();
        var writing = new ArrayList<Future<?>>();
        for (int i = 0; i < CONNECTIONS; i++) {
            writing.add(threads.submit(() -> {
                try (var http = new Http(product.port())) {
                    for (int n = next.getAndIncrement(); n < inquiries.size(); n = next.getAndIncrement()) {
                        write(http, inquiries.get(n));
                    }
                }
                return null;
            }));
        }
        for (Future<?> one : writing) {
            one.get();
        }
    }

    private void write(Http http, Inquiry inquiry) throws IOException {
        var chatter = Chatter.somebody();
        int status = chatter.says(http, inquiry.id(), inquiry.text());
        if (status == 200) {
            chatters.put(inquiry, chatter);
        } else {
            System.err.println("message " + inquiry.id() + " was answered with " + status);
        }
    }

    private void waitForTheLast() throws InterruptedException {
        int before = -1;
        long since = System.nanoTime();
        while (closing.get() < inquiries.size() && System.nanoTime() - since < PATIENCE_NANOS) {
            if (closing.get() != before) {
                before = closing.get();
                since = System.nanoTime();
            }
            Thread.sleep(20);
        }
    }

    private Tally tally(ScriptedAgent reader) throws IOException, InterruptedException {
        int open = open(reader);
        for (long begin = System.nanoTime();
                open > 0 && System.nanoTime() - begin < PATIENCE_NANOS;
                open = open(reader)) {
            Thread.sleep(20);
        }
        var expected = new TreeMap<String, String>();
        inquiries.forEach(inquiry -> expected.put(inquiry.id(), inquiry.team()));
        var byTeam = new TreeMap<String, Integer>();
        int closed = 0;
        int assigned = 0;
        int agreed = 0;
        String cursor = "";
        do {
            var page = reader.list("closed", cursor);
            for (JsonNode row : page.path("rows")) {
                String team = row.path("team").asText();
                closed++;
                assigned += row.path("assignee").asText().isEmpty() ? 0 : 1;
                agreed += team.equals(
                                expected.get(row.path("contact").path("name").asText()))
                        ? 1
                        : 0;
                byTeam.merge(team, 1, Integer::sum);
            }
            cursor = page.path("next").asText();
        } while (!cursor.isEmpty());
        int routed = byTeam.entrySet().stream()
                .filter(team -> TEAMS.contains(team.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return new Tally(inquiries.size(), chatters.size(), routed, assigned, answered(), closed, open, agreed, byTeam);
    }

    private static int open(ScriptedAgent reader) throws IOException {
        return reader.list("all", "").path("counts").path("all").asInt();
    }

    private int answered() throws IOException {
        int answered = 0;
        try (var http = new Http(product.port())) {
            for (var chatter : chatters.values()) {
                answered += chatter.wasAnswered(http) ? 1 : 0;
            }
        }
        return answered;
    }
}
