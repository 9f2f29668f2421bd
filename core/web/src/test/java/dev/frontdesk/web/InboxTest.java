package dev.frontdesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.PresetForm;
import dev.frontdesk.engine.desk.Order;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxTest {
    private static final String COMMAND = "0b6f2e0c-6f2c-4b52-8d0e-3a7f1f1f0001";

    private Site site;
    private Browser browser;

    @BeforeEach
    void open() {
        site = new Site();
        browser = site.signedIn("anna");
        site.inbox.queued(101);
        site.inbox.queued(201);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theListCarriesRowsCountsAndThePositionToGoOnFrom() {
        site.log.append(FakeLog.fact("conversation.changed", 1, 101, 0));
        var answer = browser.get("/api/conversations?view=all&limit=1");
        assertThat(answer.body())
                .isEqualTo(
                        "{\"rows\":[{\"id\":\"201\",\"contact\":{\"id\":\"2\",\"name\":\"Ada\"},\"channel\":\"site\",\"status\":\"open\","
                                + "\"handler\":\"queue\",\"team\":\"sales\",\"source\":\"contact\",\"preview\":{\"author\":\"contact\",\"text\":\"Hello\"},"
                                + "\"lastAt\":\"1970-01-01T00:00:02Z\",\"openedAt\":\"1970-01-01T00:00:01Z\",\"waitingSince\":\"1970-01-01T00:00:02Z\"}],"
                                + "\"next\":\"201\",\"counts\":{\"mine\":0,\"unassigned\":2,\"all\":2},\"position\":\"p1\"}");
        var rest = browser.get("/api/conversations?view=all&limit=1&before=201");
        assertThat(rest.body()).contains("\"id\":\"101\"").doesNotContain("\"next\"");
    }

    @Test
    void aConversationCarriesItsThreadItsContactAndWhatHappened() {
        site.inbox.said(7, 1, 12, "Hi there");
        site.log.append(FakeLog.fact("conversation.opened", 1, 101, 10, "source", "contact", "channel", "site"));
        site.log.append(FakeLog.fact("agent.load", 0, 0, 0, "agent", "anna"));
        var answer = browser.get("/api/conversations/101").body();
        assertThat(answer)
                .contains(
                        "\"fields\":{\"order\":\"4512\"}",
                        "\"tags\":[\"vip\"]",
                        "\"identities\":[{\"channel\":\"site\",\"identity\":\"visitor\"}]")
                .contains(
                        "\"messages\":[{\"id\":\"7\",\"ord\":\"12\",\"conversation\":\"101\",\"direction\":\"out\",\"author\":\"agent\",\"agent\":\"anna\","
                                + "\"text\":\"Hi there\",\"kind\":\"text\",\"at\":\"1970-01-01T00:00:02Z\",\"state\":\"sent\",\"command\":\"cmd-7\",\"channel\":\"site\"}]")
                .contains(
                        "\"events\":[{\"ord\":\"10\",\"type\":\"opened\",\"at\":\"1970-01-01T00:00:01Z\",\"conversation\":\"101\","
                                + "\"source\":\"contact\",\"channel\":\"site\"}]")
                .doesNotContain("\"older\"");
    }

    @Test
    void olderMessagesComePageByPageWithWhatHappenedBetween() {
        for (int i = 1; i <= 60; i++) {
            site.inbox.said(i, 1, 100 + i, "message " + i);
        }
        site.log.append(
                FakeLog.fact("conversation.routed", 1, 101, 105, "team", "sales"),
                FakeLog.fact("conversation.closed", 1, 101, 155, "by", "anna"));
        var newest = browser.get("/api/conversations/101").body();
        assertThat(newest)
                .contains("\"older\":\"111\"", "message 60", "\"type\":\"closed\"")
                .doesNotContain("\"message 10\"", "routed");
        var older = browser.get("/api/conversations/101/messages?before=111&limit=50")
                .body();
        assertThat(older)
                .contains("\"message 10\"", "\"message 1\"", "routed")
                .doesNotContain("\"message 11\"", "closed", "\"older\"");
    }

    @Test
    void aDecisionSaysWhoWasConsideredAndWhyOneWasTaken() {
        assertThat(browser.get("/api/conversations/101/decision").body())
                .contains("\"waiting\":{\"since\":\"1970-01-01T00:00:01.500Z\",\"position\":1}");
        site.inbox.decision = Value.EMPTY
                .with("agent", Value.of("anna"))
                .with(
                        "decision",
                        Value.EMPTY
                                .with("team", Value.of("sales"))
                                .with("agent", Value.of("anna"))
                                .with("strategy", Value.of("round-robin"))
                                .with("why", Value.of("longest without one"))
                                .with(
                                        "candidates",
                                        new Value.Items(List.of(
                                                Value.EMPTY
                                                        .with("agent", Value.of("anna"))
                                                        .with("load", Value.of(1))
                                                        .with("rank", Value.of(1)),
                                                Value.EMPTY
                                                        .with("agent", Value.of("boris"))
                                                        .with("excluded", Value.of("presence"))))));
        assertThat(browser.get("/api/conversations/101/decision").body())
                .startsWith(
                        "{\"team\":\"sales\",\"agent\":\"anna\",\"strategy\":\"round-robin\",\"why\":\"longest without one\",\"candidates\":["
                                + "{\"agent\":\"anna\",\"load\":1,\"rank\":1},{\"agent\":\"boris\",\"excluded\":\"presence\"}]");
    }

    @Test
    void commandsBecomeOrdersOfTheAgentWhoseSessionItIs() {
        assertThat(command("reply", "\"text\":\"On its way\"").statusCode()).isEqualTo(202);
        assertThat(command("note", "\"text\":\"asked the courier\"").body()).isEqualTo("{\"id\":\"" + COMMAND + "\"}");
        assertThat(command("assign", "\"agent\":\"boris\"").statusCode()).isEqualTo(202);
        assertThat(command("assign", "\"team\":\"sales\"").statusCode()).isEqualTo(202);
        assertThat(command("unassign", "\"text\":\"\"").statusCode()).isEqualTo(202);
        assertThat(command("close", "\"category\":\"Solved\"").statusCode()).isEqualTo(202);
        assertThat(site.desk.orders)
                .extracting(Order::what)
                .hasExactlyElementsOfTypes(
                        Order.What.Reply.class,
                        Order.What.Note.class,
                        Order.What.AssignTo.class,
                        Order.What.TransferTo.class,
                        Order.What.Requeue.class,
                        Order.What.Close.class);
        assertThat(site.desk.orders)
                .allMatch(order -> order.by().equals("anna") && order.contact() == 1 && order.conversation() == 101);
    }

    @Test
    void aReplyAnswersAMessageUnderTheNameItsChannelGaveIt() {
        site.inbox.changed(7, 1, 12, "helo", "hello", "");
        site.inbox.said(8, 1, 13, "not named by anybody yet");
        site.inbox.changed(9, 2, 14, "of another contact", "x", "");
        assertThat(command("reply", "\"text\":\"Yes\",\"replyTo\":\"7\"").statusCode())
                .isEqualTo(202);
        assertThat(site.desk.orders.getLast().what()).isEqualTo(new Order.What.Reply("Yes", "m7", "site"));
        assertThat(command("reply", "\"text\":\"Yes\",\"replyTo\":\"8\"").body())
                .contains("not-answerable");
        assertThat(command("reply", "\"text\":\"Yes\",\"replyTo\":\"9\"").body())
                .contains("unknown-message");
        assertThat(command("reply", "\"text\":\"Yes\",\"replyTo\":\"x\"").statusCode())
                .isEqualTo(404);
    }

    @Test
    void commandsThatCannotBeMeantAreRefusedBeforeTheyAreStored() {
        assertThat(command("reply", "\"text\":\"  \"").statusCode()).isEqualTo(400);
        assertThat(command("reply", "\"text\":\"" + "x".repeat(16_001) + "\"").statusCode())
                .isEqualTo(422);
        assertThat(command("assign", "\"agent\":\"nobody\"").body()).contains("unknown-agent");
        assertThat(command("assign", "\"team\":\"nobody\"").body()).contains("unknown-team");
        assertThat(command("assign", "\"agent\":\"anna\",\"team\":\"sales\"").statusCode())
                .isEqualTo(400);
        assertThat(command("close", "\"category\":\"\"").body()).contains("category-required");
        assertThat(command("close", "\"category\":\"Other\"").body()).contains("unknown-category");
        assertThat(browser.post("/api/conversations/101/reply", "{\"id\":\"1\",\"text\":\"x\"}")
                        .body())
                .contains("bad-id");
        assertThat(site.desk.orders).isEmpty();
    }

    @Test
    void aKnownContactCanBeWrittenToWhereTheyCanBeReached() {
        String body = "{\"id\":\"" + COMMAND + "\",\"channel\":\"site\",\"text\":\"Hello\"}";
        assertThat(browser.post("/api/contacts/1/conversations", body).statusCode())
                .isEqualTo(202);
        assertThat(browser.post("/api/contacts/1/conversations", body.replace("site", "mail"))
                        .body())
                .contains("not-reachable");
        assertThat(browser.post("/api/contacts/9/conversations", body).statusCode())
                .isEqualTo(404);
    }

    @Test
    void idsThatAreNotThereOrNoIdsFindNothing() {
        for (String id : List.of("999", "-1", "abc", "99999999999999999999", "1e3", "%31%30%31x", "0x65")) {
            assertThat(browser.get("/api/conversations/" + id).statusCode())
                    .as(id)
                    .isEqualTo(404);
            assertThat(browser.post(
                                    "/api/conversations/" + id + "/reply",
                                    "{\"id\":\"" + COMMAND + "\",\"text\":\"x\"}")
                            .statusCode())
                    .as(id)
                    .isEqualTo(404);
        }
        assertThat(browser.get("/api/conversations?view=secret").statusCode()).isEqualTo(400);
        assertThat(browser.get("/api/conversations?limit=x").statusCode()).isEqualTo(400);
    }

    @Test
    void anOverloadedStoreIsSaidSo() {
        site.desk.full = true;
        var answer = command("reply", "\"text\":\"x\"");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).doesNotContain("the queue is full");
    }

    private java.net.http.HttpResponse<String> command(String verb, String fields) {
        return browser.post("/api/conversations/101/" + verb, "{\"id\":\"" + COMMAND + "\"," + fields + "}");
    }

    @Test
    void formsAreListedAndSentOnlyWholeAndAsTheProviderAllows() {
        site.desk.forms = List.of(
                form("back", "Hello {{1}}", List.of("1"), Optional.empty(), Optional.empty()),
                form("offer", "Buy", List.of(), Optional.empty(), Optional.of("paused")),
                form("picture", "Look", List.of(), Optional.of("image"), Optional.empty()));
        assertThat(browser.get("/api/channels/site/forms").body())
                .startsWith(
                        "{\"forms\":[{\"name\":\"back\",\"language\":\"en\",\"text\":\"Hello {{1}}\",\"blanks\":[\"1\"]},")
                .contains("\"refused\":\"paused\"", "\"media\":\"image\"");
        assertThat(browser.get("/api/channels/other/forms").body()).isEqualTo("{\"forms\":[]}");
        String path = "/api/conversations/101/form";
        assertThat(browser.post(path, body("back", "")).statusCode()).isEqualTo(422);
        assertThat(browser.post(path, body("offer", "")).body()).contains("form-refused", "paused");
        assertThat(browser.post(path, body("picture", "")).body()).contains("form-needs-file");
        assertThat(browser.post(path, body("gone", "")).body()).contains("unknown-form");
        assertThat(site.desk.orders).isEmpty();
        assertThat(browser.post(path, body("back", ",\"value.1\":\"Ada\"")).statusCode())
                .isEqualTo(202);
        assertThat(site.desk.orders.getLast().what())
                .isEqualTo(new Order.What.Form("", "back", "en", Map.of("1", "Ada")));
        browser.post("/api/contacts/1/conversations", body("back", ",\"channel\":\"site\",\"value.1\":\"Ada\""));
        assertThat(site.desk.orders.getLast().what())
                .isEqualTo(new Order.What.Form("site", "back", "en", Map.of("1", "Ada")));
    }

    private static String body(String form, String more) {
        return "{\"id\":\"" + COMMAND + "\",\"language\":\"en\",\"form\":\"" + form + "\"" + more + "}";
    }

    private static PresetForm form(
            String name, String text, List<String> blanks, Optional<String> media, Optional<String> refused) {
        return new PresetForm(name, Locale.ENGLISH, text, blanks, media, refused);
    }
}
