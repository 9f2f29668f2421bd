package dev.frontdesk.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.app.wiring.Beside;
import dev.frontdesk.app.wiring.Prepared;
import dev.frontdesk.app.wiring.Server;
import dev.frontdesk.engine.port.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workflows that find out who writes and what about, played from the question to the team. */
class EnrichingScenariosTest {
    @TempDir
    Path config;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void installation() throws IOException {
        Files.createDirectories(config.resolve("workflows/tests"));
        Files.writeString(config.resolve("frontdesk.conf"), """
                fields { email = text, vip = boolean }
                default-team = support
                teams { support { members = [bea] }, sales { members = [cem] } }
                """);
        Files.writeString(config.resolve("people.conf"), "agents { bea {}, cem {} }");
    }

    private void workflow(String steps) throws IOException {
        Files.writeString(config.resolve("workflows/inbound.conf"), "on = conversation-opened\n" + steps);
    }

    private void scenarios(String text) throws IOException {
        Files.writeString(config.resolve("workflows/tests/inbound.conf"), text);
    }

    private int test() {
        var server = new Server() {
            @Override
            public void run(Prepared prepared, Welcome welcome, List<Beside> beside) {
                throw new AssertionError("nothing is started");
            }

            @Override
            public Store store(Prepared prepared) {
                throw new AssertionError("the real store is not touched");
            }
        };
        return Commands.of(server, Map.of())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute("test", config.toString());
    }

    private void intents() throws IOException {
        Files.createDirectories(config.resolve("intents"));
        Files.writeString(config.resolve("intents/help.conf"), """
                examples {
                  order = ["where is my order", "track my parcel", "when will it arrive"]
                  refund = ["i want my money back", "refund please", "how do i return this"]
                }
                """);
    }

    @Test
    void an_intent_starts_a_workflow_and_a_later_message_is_seen_without_being_answered_twice() throws IOException {
        intents();
        workflow("""
                when = "intentOf(text, 'intents/help') == 'refund'"
                steps = [ { intent = intents/help, on-refund = money }
                          { jump = end }
                          { id = money, send = "We are sorry." }
                          { assign { team = sales } } ]
                """);
        Files.writeString(config.resolve("workflows/later.conf"), """
                on = message-received
                when = "handler == 'agent' && intentOf(text, 'intents/help') == 'order'"
                steps = [ { tag = asks-about-order }, { note = "Also about an order: {{text}}" }, { send = "I talk over you" } ]
                """);
        Files.writeString(config.resolve("workflows/slow.conf"), """
                on = message-received
                when = "text.startsWith('hello')"
                steps = [ { wait = 30m }, { send = "Still there?" } ]
                """);
        scenarios("""
                scenarios = [
                  { name = "About money"
                    lines = [
                      cem comes online
                      contact says "i would like my money back"
                      bot says "We are sorry."
                      assigned to cem
                      contact says "and when will my parcel arrive"
                      tagged asks-about-order
                      bot says nothing
                    ] }
                  { name = "Who writes much is looked after once at a time"
                    lines = [
                      contact says "track my parcel"
                      contact says "hello"
                      contact says "hello?"
                      contact says "hello??"
                      time passes 1h
                      contact hears "Still there?"
                      bot says nothing
                    ] }
                  { name = "About something else"
                    lines = [
                      contact says "track my parcel"
                      bot says nothing
                      waiting for support
                    ] }
                ]
                """);
        assertThat(test()).as(out.toString() + err).isZero();
    }

    @Test
    void what_is_looked_up_fills_fields_and_routes_and_holds_nobody_longer_than_its_deadline() throws IOException {
        Files.writeString(config.resolve("frontdesk.conf"), """

                enrichers { crm { type = http, url = "https://crm.example/{{contact.email}}"
                                  values { vip = "/vip", plan = "/plan" } } }
                """, StandardOpenOption.APPEND);
        workflow("""
                steps = [
                  { enrich { from = language, save { tongue = language } } }
                  { ask = "Your e-mail?", type = email, save-to = contact.email }
                  { id = look, enrich { from = crm, save { contact.vip = vip, plan = plan }, deadline = 2s
                      on-not-found = hand, on-failed = hand } }
                  { branch = [ { when = "contact.vip", goto = vip } ], else = hand }
                  { id = vip, assign = sales }
                  { id = hand, assign = support }
                ]
                """);
        scenarios("""
                scenarios = [
                  { name = "A good customer goes to sales"
                    lines = [
                      http "https://crm.example/ann%40example.org" answers 200 \"\"\"{"vip": "yes", "plan": "gold"}\"\"\"
                      contact says "Здравствуйте, подскажите пожалуйста, где мой заказ?"
                      bot asks "Your e-mail?"
                      variable tongue is ru
                      contact says "ann@example.org"
                      waiting for sales
                      variable plan is gold
                      field vip is true
                    ] }
                  { name = "Nobody knows them"
                    lines = [
                      http "https://crm.example/bob%40example.org" answers 404 "none"
                      contact says "Hello"
                      bot asks "Your e-mail?"
                      contact says "bob@example.org"
                      waiting for support
                    ] }
                  { name = "The service sleeps"
                    lines = [
                      http "https://crm.example/eve%40example.org" times out
                      contact says "Hello"
                      bot asks "Your e-mail?"
                      contact says "eve@example.org"
                      time passes 5s
                      waiting for support
                    ] }
                ]
                """);
        assertThat(test()).as(out.toString() + err).isZero();
    }
}
