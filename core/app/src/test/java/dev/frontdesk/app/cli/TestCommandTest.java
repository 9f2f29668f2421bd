package dev.frontdesk.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.app.wiring.Beside;
import dev.frontdesk.app.wiring.Prepared;
import dev.frontdesk.app.wiring.Server;
import dev.frontdesk.engine.port.Store;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class TestCommandTest {
    private static final Path SHIPPED = Path.of("../../config");

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
                close { categories = [Sold] }
                """);
        Files.writeString(config.resolve("people.conf"), "agents { bea {}, cem {} }");
        workflow("""
                steps = [ { ask = "Your e-mail?", id = mail, type = email, save-to = contact.email, timeout = 1h }
                          { assign { team = support } } ]
                """);
    }

    private void workflow(String steps) throws IOException {
        Files.writeString(config.resolve("workflows/inbound.conf"), "on = conversation-opened\n" + steps);
    }

    private void scenarios(String text) throws IOException {
        Files.writeString(config.resolve("workflows/tests/inbound.conf"), text);
    }

    private void scenario(String... lines) throws IOException {
        scenarios("scenarios = [ { name = \"It\"\n lines = [\n" + String.join("\n", lines) + "\n] } ]");
    }

    private int frontdesk(String typed, String... arguments) {
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
        var input = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
        return Commands.of(server, Map.of(), input)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private int test(String... more) {
        return frontdesk(
                "",
                Stream.concat(Stream.of("test", config.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void the_shipped_scenarios_pass_with_a_crash_at_every_commit() {
        assertThat(frontdesk("", "test", SHIPPED.resolve("workflows").toString()))
                .as(out.toString() + err)
                .isZero();
        assertThat(out.toString()).contains("none failed", " crashes").doesNotContain("FAIL");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_scenario_tells_how_long_answers_are_free_and_that_a_form_goes_out_after_that() throws IOException {
        workflow("""
                steps = [ { send = "Hello" }
                          { wait = 2h }
                          { send { text = "Are you still there?", template { name = still_there, language = en } } }
                          { assign { team = support } } ]
                """);
        scenario(
                "answers are free for 1h",
                "contact says Hi",
                "bot says Hello",
                "time passes 2h",
                "\"bot sends the form still_there\"");
        assertThat(test()).as(out.toString() + err).isZero();

        out.getBuffer().setLength(0);
        scenario(
                "answers are free for 3h",
                "contact says Hi",
                "bot says Hello",
                "time passes 2h",
                "\"bot sends the form still_there\"");
        assertThat(test()).as("within the time the text goes, and no form").isOne();
        assertThat(out.toString()).contains("Are you still there?");
    }

    @Test
    void a_failure_shows_what_was_said_what_was_expected_where_and_what_came_instead() throws IOException {
        scenario("contact says Hi", "bot asks \"Your e-mail?\"", "contact says \"ada@\"", "bot says \"Thank you\"");

        assertThat(test()).isOne();
        assertThat(out.toString().replaceAll("\\d+ ms", "… ms").replaceAll("in [\\d.]+ s", "in … s"))
                .isEqualTo("""
                FAIL  It (… ms)
                      at        workflows/tests/inbound.conf:6
                      so far    contact: Hi
                                bot:     Your e-mail?
                                contact: ada@
                                bot:     That does not look like an e-mail address. Please write it like name@example.com.
                      expected  bot says Thank you
                      instead   bot said "That does not look like an e-mail address. Please write it like name@example.com."

                1 scenario, 1 failed, in … s
                """);
    }

    @Test
    void every_mistake_in_a_file_is_named_at_once_with_its_place_and_what_was_meant() throws IOException {
        scenarios("""
                scenarois = 1
                scenarios = [
                  { name = "One", contakt { }
                    lines = [
                      contact sais "Hi"
                      assigned to bae
                      waiting for sale
                      field mail is unset
                      at step mial
                      cem closes as Gold
                      time passes 5 parsecs
                      bot says something like "("
                      contcat says "Hi"
                      [ 1 ]
                    ] }
                  { name = "One", lines = [ bot says nothing ] }
                  { name = "Two" }
                  { name = "Three", at = monday, contact { channel = phone }, lines = [ open ] }
                ]
                """);

        assertThat(test()).isEqualTo(2);
        var file = "workflows/tests/inbound.conf:";
        assertThat(err.toString().lines())
                .contains(
                        file + "1: unknown setting 'scenarois'; did you mean 'scenarios'?",
                        file + "3: unknown setting 'contakt'; did you mean 'contact'?",
                        file + "5: nobody knows what 'contact sais Hi' means; did you mean '<contact> says <text>'?",
                        file + "6: there is no agent 'bae'; did you mean 'bea'?",
                        file + "7: there is no team 'sale'; did you mean 'sales'?",
                        file + "8: there is no field 'mail'; did you mean 'email'?",
                        file + "9: there is no step 'mial'; did you mean 'mail'?",
                        file + "10: there is no category 'Gold'; did you mean 'Sold'?",
                        file + "11: '5 parsecs' is no time, like 30s, 5m, 2h or 1d",
                        file + "12: regular expression '(': error parsing regexp: missing closing ): `(`",
                        file + "13: there is no contact 'contcat'; did you mean 'contact'?",
                        file + "14: a line is a sentence, like: contact says \"Hello\"",
                        file + "16: there is already a scenario 'One' at " + file + "3",
                        file + "17: a scenario needs lines = [ … ]",
                        file + "18: 'at' must be a time like 2026-03-02T09:00:00+01:00, not 'monday'",
                        file + "18: there is no channel 'phone' that is enabled; known: site");
    }

    @Test
    void http_is_answered_by_the_script_and_by_nothing_else() throws IOException {
        workflow("""
                steps = [
                  { id = look, http = "https://crm.example/people?name={{contact.name}}", save { tier = "/tier" }
                    on { failed = sorry, client-error = sorry } }
                  { send = "You are {{tier}}" }
                  { jump = end }
                  { id = sorry, send = "Sorry" }
                ]
                """);
        scenario(
                "http \"https://crm.example/people?name=\" answers 200 \"\"\"{\"tier\": \"gold\"}\"\"\"",
                "contact says Hi",
                "bot says \"You are gold\"",
                "waiting for support");
        assertThat(test()).as(out.toString() + err).isZero();

        scenario("contact says Hi", "bot says Sorry");
        assertThat(test()).isOne();
        assertThat(out.toString())
                .contains("the workflow calls GET https://crm.example/people?name=, and no line says what that answers."
                        + " Put one before: http \"https://crm.example/people?name=\" answers 200");

        scenario(
                "http \"https://crm.example/people?name=\" answers 404",
                "contact says Hi",
                "bot says Sorry",
                "action http-request failed with \"status 404\"");
        assertThat(test()).as(out.toString() + err).isZero();
    }

    @Test
    void what_becomes_of_a_message_comes_through_every_crash() throws IOException {
        scenario(
                "contact says Hi",
                "bot asks \"Your e-mail?\"",
                "contact reacts \"👍\"",
                "contact edits \"Hello\"",
                "provider reports read",
                "message is read",
                "provider reports failed",
                "message is read",
                "contact takes it back",
                "bot says nothing",
                "contact blocks us",
                "cannot be reached",
                "contact unblocks us",
                "can be reached",
                "contact says \"ada@example.com\"",
                "waiting for support");
        assertThat(test()).as(out.toString() + err).isZero();

        scenario("contact says Hi", "bot asks \"Your e-mail?\"", "message is read");
        assertThat(test()).isOne();
        assertThat(out.toString()).contains("it is sent");
    }

    @Test
    void what_a_bot_said_while_the_provider_was_down_is_not_heard_once_a_person_has_answered() throws IOException {
        scenario(
                "provider is down",
                "contact says Hi",
                "bea replies \"Hello, Bea here\"",
                "bot says nothing",
                "provider is back",
                "time passes 5s",
                "bot says nothing",
                "contact hears \"Hello, Bea here\"",
                "assigned to bea");
        assertThat(test()).as(out.toString() + err).isZero();
    }

    @Test
    void every_kind_of_step_comes_through_every_crash() throws IOException {
        Files.writeString(
                config.resolve("people.conf"), "agents { bea {}, cem {}, dan { skills = [ru], teams = [support] } }");
        Files.writeString(config.resolve("frontdesk.conf"), "\nclose.idle.after = 2h\n", StandardOpenOption.APPEND);
        Files.writeString(config.resolve("workflows/goodbye.conf"), """
                on = conversation-closed
                once-per-contact = true
                steps = [ { wait = 50m }, { send = "Were we of help?" }, { tag = asked } ]
                """);
        workflow("""
                steps = [
                  { send = "One", on-failed = hand }
                  { tag = lead }
                  { set = contact.vip, value = true }
                  { set = greeting, text = "Dear {{contact.name}}" }
                  { note = "{{greeting}} asked: {{text}}" }
                  { wait = 10m }
                  { http = "https://shop.example/17", save { state = "/state" }, attempts = 3, on-server-error = hand }
                  { send = "It is {{state}}" }
                  { id = mail, ask = "Your e-mail?", type = email, save-to = contact.email }
                  { id = menu, ask = "What?", choices = [Prices, Human], save-to = topic, on-Human = hand }
                  { jump = menu }
                  { id = hand, assign { team = support, skills = [ru], wait-timeout = 5m, leave-queue = true
                      on-timeout = other, then = continue } }
                  { send = "{{agent}} is with you" }
                  { jump = end }
                  { id = other, send = "Somebody else then." }
                  { assign { team = sales, wait-timeout = 5m } }
                ]
                """);
        scenarios("""
                scenarios = [
                  { name = "All goes well"
                    lines = [
                      http "https://shop.example/17" answers 200 \"\"\"{"state": "on its way"}\"\"\"
                      contact says Hi
                      bot says One
                      tagged lead
                      field vip is true
                      time passes 10m
                      bot says "It is on its way"
                      bot asks "Your e-mail?"
                      contact says "a@b.example"
                      bot asks "What?"
                      contact presses Prices
                      bot asks "What?"
                      contact says Human
                      waiting for support
                      bea comes online
                      dan comes online
                      assigned to dan
                      bot says "dan is with you"
                      dan replies Hello
                      dan transfers it to sales
                      waiting for sales
                      cem comes online
                      cem puts it back
                      assigned to cem
                      time passes 3h
                      closed
                      bot says "Were we of help?"
                      tagged asked
                      contact says Again
                      bot says One
                      bea takes over
                      time passes 10m
                      bea closes
                      time passes 2h
                      bot says nothing
                    ] }
                  { name = "The shop is down"
                    lines = [
                      http "https://shop.example/17" answers 500
                      contact says Hi
                      bot says One
                      time passes 11m
                      action http-request failed with "500"
                      waiting for support
                      time passes 5m
                      bot says "Somebody else then."
                      waiting for sales
                      time passes 5m
                      cem comes online
                      assigned to cem
                    ] }
                ]
                """);

        assertThat(test()).as(out.toString() + err).isZero();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void what_build_servers_read_can_be_read() throws Exception {
        scenarios("""
                scenarios = [
                  { name = "Good <one> & \\u0001", lines = [ contact says Hi, bot asks "Your e-mail?" ] }
                  { name = "Bad", lines = [ contact says Hi, assigned to bea ] }
                ]
                """);
        var file = config.resolve("junit.xml");

        assertThat(test("--junit", file.toString(), "--no-crash")).isOne();
        var xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Files.readString(file))))
                .getDocumentElement();
        assertThat(xml.getAttribute("tests")).isEqualTo("2");
        assertThat(xml.getAttribute("failures")).isEqualTo("1");
        assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(2);
        assertThat(xml.getElementsByTagName("failure").item(0).getTextContent())
                .contains("at        workflows/tests/inbound.conf:3", "instead   handled by the bot");
    }

    @Test
    void one_scenario_can_be_chosen_and_a_name_that_fits_none_is_said() throws IOException {
        scenarios("""
                scenarios = [
                  { name = "Good", lines = [ contact says Hi, bot asks "Your e-mail?" ] }
                  { name = "Bad", lines = [ contact says Hi, assigned to bea ] }
                ]
                """);

        assertThat(test("--only", "Good", "--no-crash")).isZero();
        assertThat(out.toString()).contains("1 scenario, none failed").doesNotContain("Bad");
        assertThat(test("--only", "Ugly")).isOne();
        assertThat(err.toString()).contains("no scenario has 'Ugly' in its name");
    }

    @Test
    void a_chat_at_the_terminal_shows_the_way_of_the_workflow() {
        assertThat(frontdesk("""
                        /why
                        Привет
                        /why
                        бу
                        /why
                        1
                        /vars
                        /why
                        /agent ana online
                        /agent anna online
                        /wait 1m
                        /reply Да?
                        /close Sold
                        /nonsense
                        /quit
                        """, "simulate", SHIPPED.toString(), "--language", "ru", "--name", "Аня"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains(
                        "bot: Здравствуйте! Чем мы можем помочь?\n  1  Купить\n  2  Мой заказ\n",
                        "(handled by the bot, at step need-ru (workflows/inbound.conf:",
                        "nothing was decided yet",
                        "  step need-ru\n",
                        "because language.startsWith('ru')",
                        "because It is about nothing known",
                        "bot: Спасибо! Я ищу того, кто вам поможет.",
                        "(waiting for sales, at step assign",
                        "  need = buy\n",
                        "  contact.name = Аня\n",
                        "wants to buy",
                        "there is no agent 'ana'; did you mean 'anna'?",
                        "(assigned to anna)",
                        "agent: Да?",
                        "(closed)",
                        "there is no /nonsense; /help tells what there is")
                .doesNotContain("\033");
    }
}
