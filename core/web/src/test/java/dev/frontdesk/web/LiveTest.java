package dev.frontdesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontdesk.engine.model.Fact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveTest {

    @Test
    void factsBecomeEventsWithRowsFirstAndThePositionOnTheLast() throws Exception {
        try (var site = new Site();
                var stream = site.signedIn("anna").events("p0")) {
            site.inbox.queued(101);
            site.inbox.said(7, 1, 12, "Hi");
            site.log.append(
                    FakeLog.fact("conversation.opened", 1, 101, 10, "source", "contact", "channel", "site"),
                    FakeLog.fact("message.stored", 1, 101, 12, "message", "7"),
                    FakeLog.fact("contact.field", 1, 101, 0, "field", "order"));
            site.live.committed();
            stream.awaitEvents("message", 1);
            stream.awaitEvents("counts", 2);
            var told = stream.events.stream()
                    .filter(event -> !List.of("presence", "counts").contains(event.name()))
                    .toList();
            assertThat(told).extracting(Stream.Event::name).containsExactly("conversation", "timeline", "message");
            assertThat(told).extracting(Stream.Event::id).containsExactly("", "", "p1");
            assertThat(told.get(1).data())
                    .contains(
                            "\"conversation\":\"101\",\"contact\":\"1\",\"event\":{\"ord\":\"10\",\"type\":\"opened\"");
            assertThat(told.get(2).data()).contains("\"message\":{\"id\":\"7\"");
            assertThat(stream.named("counts").getLast().data()).isEqualTo("{\"mine\":0,\"unassigned\":1,\"all\":1}");
            assertThat(stream.response.headers().firstValue("X-Accel-Buffering"))
                    .hasValue("no");
        }
    }

    @Test
    void aChangeShowsOnItsMessageOrAsALineOfItsOwn() throws Exception {
        try (var site = new Site();
                var stream = site.signedIn("anna").events("p0")) {
            site.inbox.queued(101);
            site.inbox.changed(7, 1, 12, "helo", "hello", "❤");
            site.inbox.strayed(9, 1, 13, "never seen");
            site.log.append(
                    FakeLog.fact("message.changed", 1, 0, 12, "change", "71"),
                    FakeLog.fact("message.changed", 1, 0, 13, "change", "9"));
            stream.awaitEvents("timeline", 1);
            assertThat(stream.named("changed").getFirst().data())
                    .contains(
                            "\"contact\":\"1\",\"message\":{\"id\":\"7\"",
                            "\"text\":\"hello\"",
                            "\"answerable\":true",
                            "\"editedAt\":\"1970-01-01T00:00:03Z\",\"earlier\":[{\"text\":\"helo\",\"at\":\"1970-01-01T00:00:02Z\"}]",
                            "\"reactions\":[\"❤\"]",
                            "\"changes\":[\"12\",\"13\"]");
            assertThat(stream.named("timeline").getFirst().data())
                    .isEqualTo("{\"contact\":\"1\",\"event\":{\"ord\":\"13\",\"type\":\"stray-edit\","
                            + "\"at\":\"1970-01-01T00:00:03Z\",\"text\":\"never seen\"}}");
            assertThat(site.signedIn("anna").get("/api/conversations/101").body())
                    .contains("\"type\":\"stray-edit\"");
        }
    }

    @Test
    void aReportOfManyContactsNamesTheConversationInItsDetails() throws Exception {
        try (var site = new Site();
                var stream = site.signedIn("anna").events("p0")) {
            site.log.append(FakeLog.fact(
                    "message.status",
                    0,
                    0,
                    0,
                    "conversation",
                    "101",
                    "contact",
                    "1",
                    "message",
                    "7",
                    "state",
                    "dropped",
                    "why",
                    "closed"));
            stream.awaitEvents("status", 1);
            assertThat(stream.named("status").getFirst().data())
                    .isEqualTo("{\"conversation\":\"101\",\"message\":\"7\",\"state\":\"failed\",\"why\":\"closed\"}");
        }
    }

    @Test
    void theOutcomeOfACommandGoesToItsAgentOnly() throws Exception {
        try (var site = new Site();
                var anna = site.signedIn("anna").events("p0");
                var boris = site.signedIn("boris").events("p0")) {
            site.log.append(
                    FakeLog.fact("command", 1, 101, 0, "id", "c1", "ok", "false", "message", "too late", "by", "anna"));
            site.log.append(
                    FakeLog.fact("message.status", 0, 0, 0, "conversation", "101", "message", "7", "state", "sent"));
            anna.awaitEvents("status", 1);
            boris.awaitEvents("status", 1);
            assertThat(anna.named("command"))
                    .extracting(Stream.Event::data)
                    .containsExactly("{\"id\":\"c1\",\"ok\":false,\"message\":\"too late\"}");
            assertThat(boris.named("command")).isEmpty();
        }
    }

    @Test
    void aBatchCostsTwoQueriesHoweverLargeItIs() throws Exception {
        try (var site = new Site();
                var stream = site.signedIn("anna").events("p0")) {
            stream.awaitEvents("presence", 2);
            var facts = new ArrayList<Fact>();
            for (int i = 1; i <= 100; i++) {
                site.inbox.queued(i * 100L + 1);
                site.inbox.said(i, i, 12, "Hi");
                facts.add(FakeLog.fact("message.stored", i, i * 100L + 1, 12, "message", Integer.toString(i)));
            }
            site.log.append(facts.toArray(Fact[]::new));
            stream.awaitEvents("message", 100);
            assertThat(site.inbox.queries).hasValue(2);
        }
    }

    @Test
    void whatWasMissedIsReplayedOnceAndInOrderWhileMoreComesIn() throws Exception {
        try (var site = new Site()) {
            for (int i = 1; i <= 300; i++) {
                append(site, i);
            }
            var browser = site.signedIn("anna");
            try (var other = site.signedIn("boris").events("p300")) {
                var writer = Thread.ofVirtual().start(() -> {
                    for (int i = 301; i <= 600; i++) {
                        append(site, i);
                        site.live.committed();
                    }
                });
                try (var stream = browser.events("p10")) {
                    writer.join();
                    stream.awaitEvents("status", 590);
                    other.awaitEvents("status", 300);
                    assertThat(stream.named("status"))
                            .extracting(Stream.Event::data)
                            .isEqualTo(expected(11, 600));
                    assertThat(stream.events.stream()
                                    .map(Stream.Event::id)
                                    .filter(id -> !id.isEmpty())
                                    .reduce((_, b) -> b))
                            .hasValue("p600");
                }
            }
        }
    }

    @Test
    void aPositionThatIsNoLongerKeptMeansFetchingEverythingAgain() throws Exception {
        try (var site = new Site()) {
            append(site, 1);
            append(site, 2);
            site.log.forgetUpTo(2);
            var browser = site.signedIn("anna");
            try (var stream = browser.events("p1")) {
                stream.awaitEvents("resync", 1);
                assertThat(stream.named("resync").getFirst().id()).isEqualTo("p2");
                append(site, 3);
                site.live.committed();
                stream.awaitEvents("status", 1);
            }
            try (var stream = browser.events("nonsense")) {
                stream.awaitEvents("resync", 1);
            }
        }
    }

    @Test
    void whoMissedTooMuchFetchesEverythingAgain() throws Exception {
        try (var site = new Site()) {
            for (int i = 1; i <= 2500; i++) {
                append(site, i);
            }
            try (var stream = site.signedIn("anna").events("p0")) {
                stream.awaitEvents("resync", 1);
            }
        }
    }

    @Test
    void aReaderThatNeverReadsHoldsUpNobodyElse() throws Exception {
        try (var site = new Site()) {
            var browser = site.signedIn("anna");
            try (var stuck = new Raw(site);
                    var stream = browser.events("p0")) {
                stuck.write("GET /api/events?after=p0 HTTP/1.1\r\nHost: localhost\r\nCookie: " + browser.cookie
                        + "\r\n\r\n");
                String reason = "x".repeat(50_000);
                for (int i = 1; i <= 300; i++) {
                    site.log.append(FakeLog.fact(
                            "message.status",
                            0,
                            0,
                            0,
                            "message",
                            Integer.toString(i),
                            "state",
                            "failed",
                            "why",
                            reason));
                    site.live.committed();
                }
                stream.awaitEvents("status", 300);
                assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void pingsCarryThePositionOfWhatWasNotForThisAgent() throws Exception {
        var options = new Site.Options();
        options.ping = Duration.ofMillis(100);
        try (var site = new Site(options);
                var stream = site.signedIn("anna").events("p0")) {
            site.log.append(FakeLog.fact("command", 1, 101, 0, "id", "c1", "ok", "true", "by", "boris"));
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> stream.named("ping").stream()
                            .anyMatch(ping -> ping.id().equals("p1")));
            assertThat(stream.named("command")).isEmpty();
        }
    }

    @Test
    void theStreamEndsWhenItsSessionDoes() throws Exception {
        try (var site = new Site()) {
            var leaving = site.signedIn("anna");
            var staying = site.signedIn("anna");
            try (var ending = leaving.events("p0");
                    var going = staying.events("p0")) {
                ending.awaitEvents("counts", 1);
                going.awaitEvents("counts", 1);
                leaving.post("/api/logout", "");
                ending.awaitEnd();
                assertThat(going.ended).isFalse();
            }
        }
    }

    @Test
    void theStreamEndsWhenTheSessionRunsOutTheRoleChangesOrTheAgentIsDisabled() throws Exception {
        var options = new Site.Options();
        options.ping = Duration.ofMillis(100);
        try (var site = new Site(options)) {
            try (var stream = site.signedIn("anna").events("p0")) {
                site.now.addAndGet(Duration.ofHours(13).toMillis());
                stream.awaitEnd();
            }
            try (var stream = site.signedIn("anna").events("p0")) {
                stream.awaitEvents("counts", 1);
                site.directory.role("anna", "admin");
                site.now.addAndGet(2_000);
                stream.awaitEnd();
            }
            try (var stream = site.signedIn("anna").events("p0")) {
                stream.awaitEvents("counts", 1);
                site.directory.disable("anna");
                site.now.addAndGet(2_000);
                stream.awaitEnd();
            }
        }
    }

    @Test
    void anAgentWhosePagesAreGoneIsOfflineToTheOthers() throws Exception {
        try (var site = new Site()) {
            var boris = site.signedIn("boris");
            boris.send("PUT", "/api/me/availability", "{\"availability\":\"online\"}");
            try (var stream = site.signedIn("anna").events("p0")) {
                await().atMost(Duration.ofSeconds(5)).until(() -> last(stream).contains("online"));
                site.now.addAndGet(61_000);
                await().atMost(Duration.ofSeconds(8)).until(() -> last(stream).contains("offline"));
            }
        }
    }

    private static String last(Stream stream) {
        return stream.named("presence").stream()
                .map(Stream.Event::data)
                .filter(data -> data.contains("boris"))
                .reduce("", (_, b) -> b);
    }

    private static void append(Site site, int n) {
        site.log.append(FakeLog.fact(
                "message.status", 0, 0, 0, "conversation", "101", "message", Integer.toString(n), "state", "sent"));
    }

    private static List<String> expected(int from, int to) {
        return java.util.stream.IntStream.rangeClosed(from, to)
                .mapToObj(n -> "{\"conversation\":\"101\",\"message\":\"" + n + "\",\"state\":\"sent\"}")
                .toList();
    }
}
