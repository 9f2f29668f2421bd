package dev.frontdesk.app.scenario;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.app.wiring.Prepared;
import dev.frontdesk.engine.desk.Order.What;
import dev.frontdesk.engine.model.Conversation;
import dev.frontdesk.engine.model.Fact;
import dev.frontdesk.engine.model.Handler;
import dev.frontdesk.engine.model.Run;
import dev.frontdesk.simulator.rehearsal.Heard;
import dev.frontdesk.simulator.rehearsal.Journal;
import dev.frontdesk.simulator.rehearsal.Person;
import dev.frontdesk.simulator.rehearsal.Rehearsal;
import dev.frontdesk.simulator.scenario.Event.Act;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A chat at the terminal with the workflows of an installation. Used by one thread. */
public final class Chat {
    private static final String HELP = """
            Type what the contact says, or the number of a button. Besides:
              /agent NAME online|away|offline   an agent comes or goes
              /reply [NAME:] TEXT               an agent replies: NAME, or whoever has the conversation
              /close [CATEGORY]                 the agent closes
              /wait 30m                         time passes
              /http URL answers 200 BODY        what a server answers from now on; also: fails, times out
              /vars                             variables, fields and tags
              /why                              how the last decisions came about
              /quit                             ends""";
    private static final List<String> DECISIONS =
            List.of("conversation.routed", "conversation.assigned", "workflow.skipped", "run.failed");

    private final Prepared prepared;
    private final Rehearsal rehearsal;
    private final Person contact;
    private final PrintWriter out;
    private final boolean colours;
    private List<Content.Option> buttons = List.of();
    private int heard;
    private int facts;
    private int calls;
    private String state = "";

    public Chat(Prepared prepared, Rehearsal rehearsal, Person contact, PrintWriter out, boolean colours) {
        this.prepared = prepared;
        this.rehearsal = rehearsal;
        this.contact = contact;
        this.out = out;
        this.colours = colours;
    }

    /** Until the input ends or says so. */
    public void run(BufferedReader input) throws IOException {
        rehearsal.begin(Instant.parse("2026-03-02T09:00:00Z"), new Journal.Death.Never());
        print(faint("You are " + contact.name().orElse(contact.id()) + " on channel " + contact.channel()
                + ". It is Monday morning. /help tells what you can do besides typing."));
        prompt();
        for (String line = input.readLine(); line != null && !line.strip().equals("/quit"); line = input.readLine()) {
            if (!line.isBlank()) {
                take(line.strip());
            }
            prompt();
        }
    }

    private void prompt() {
        if (colours) {
            out.print("> ");
        }
        out.flush();
    }

    private void take(String line) {
        try {
            if (line.startsWith("/")) {
                command(line);
            } else {
                facts = rehearsal.events().size();
                rehearsal.writes(contact, content(line));
            }
        } catch (Sentences.Unclear | IllegalArgumentException | IllegalStateException e) {
            print(String.valueOf(e.getMessage()));
        }
        tell();
    }

    private Content content(String line) {
        if (line.matches("\\d{1,2}")) {
            int place = Integer.parseInt(line);
            if (place >= 1 && place <= buttons.size()) {
                var pressed = buttons.get(place - 1);
                return new Content.Picked(pressed.token(), pressed.label());
            }
        }
        return Content.text(line);
    }

    private void command(String line) {
        var words = line.split("\\s+", 2);
        var rest = words.length > 1 ? words[1] : "";
        switch (words[0]) {
            case "/help" -> print(HELP);
            case "/vars" -> variables();
            case "/why" -> why();
            case "/wait" -> rehearsal.passes(Sentences.time(rest));
            case "/agent" -> presence(rest);
            case "/reply" -> reply(rest);
            case "/close" -> order(agent(), new What.Close(rest, ""));
            case "/http" -> serves(rest);
            default -> print("there is no " + words[0] + "; /help tells what there is");
        }
    }

    private void presence(String words) {
        var name = words.replaceFirst("\\s.*", "");
        var presence = words.substring(name.length()).strip();
        if (!List.of("online", "away", "offline").contains(presence)) {
            throw new IllegalArgumentException("/agent NAME online, away or offline");
        }
        rehearsal.presence(known(name), presence);
    }

    private String known(String agent) {
        var agents = prepared.configuration().people().agents().keySet();
        if (!agents.contains(agent)) {
            throw new IllegalArgumentException(
                    "there is no agent '" + agent + "'" + dev.frontdesk.app.config.Names.hint(agent, agents));
        }
        return agent;
    }

    private void reply(String words) {
        int colon = words.indexOf(": ");
        boolean named = colon > 0 && words.substring(0, colon).matches("\\S+");
        order(
                named ? known(words.substring(0, colon)) : agent(),
                new What.Reply(named ? words.substring(colon + 2) : words));
    }

    private void order(String agent, What what) {
        rehearsal.order(agent, contact, what).ifPresent(this::print);
    }

    /** Whoever has the conversation, else the first of all. */
    private String agent() {
        return rehearsal
                .conversation(contact)
                .map(one -> one.handling().handler() instanceof Handler.Agent(var agent) ? agent : "")
                .filter(agent -> !agent.isEmpty())
                .orElseGet(() -> prepared.configuration().people().agents().keySet().stream()
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("people.conf names no agent")));
    }

    private void serves(String rest) {
        var cast = Cast.of(prepared, List.of(contact));
        if (new Sentences(cast).meaning("http " + rest) instanceof Act.Serves(var url, var reply)) {
            rehearsal.http().answers(url, reply);
        }
    }

    private void tell() {
        var all = rehearsal.heard(contact);
        all.subList(heard, all.size()).forEach(this::tell);
        heard = all.size();
        var asked = rehearsal.http().unscripted();
        asked.subList(calls, asked.size())
                .forEach(request -> print(
                        faint("(" + request + " was called; nobody is, here: say what it answers" + " with /http)")));
        calls = asked.size();
        var now = rehearsal.conversation(contact).map(this::state).orElse("");
        if (!now.equals(state)) {
            print(faint("(" + now + ")"));
            state = now;
        }
    }

    private void tell(Heard one) {
        print(bold((one.byBot() ? "bot" : "agent") + ": ") + one.text());
        buttons = one.options();
        for (int i = 0; i < buttons.size(); i++) {
            print("  " + (i + 1) + "  " + buttons.get(i).label());
        }
    }

    private String state(Conversation one) {
        var who = one.open()
                ? switch (one.handling().handler()) {
                    case Handler.Agent(var agent) -> "assigned to " + agent;
                    case Handler.Queue(var team) -> "waiting for " + team;
                    case Handler.Bot _ -> "handled by the bot";
                    case Handler.None _ -> "handled by nobody";
                }
                : "closed";
        return run(one).filter(run -> run.state().active())
                .map(run -> who + ", at step " + run.step() + where(run))
                .orElse(who);
    }

    private Optional<Run> run(Conversation one) {
        return rehearsal.store().inbox().run(one.id());
    }

    private String where(Run run) {
        return prepared.workflows().stream()
                .filter(one -> one.compiled().name().equals(run.workflow()))
                .flatMap(one -> one.compiled().steps().values().stream())
                .filter(node -> node.id().equals(run.step()))
                .map(node -> " (" + node.where() + ")")
                .findFirst()
                .orElse("");
    }

    private void variables() {
        var shown = new TreeMap<String, String>();
        rehearsal
                .conversation(contact)
                .flatMap(this::run)
                .ifPresent(run -> run.vars().values().forEach((name, value) -> {
                    if (!name.startsWith("_")) {
                        shown.put(name, value.asText());
                    }
                }));
        rehearsal
                .contact(contact)
                .flatMap(id -> rehearsal.store().inbox().contact(id))
                .ifPresent(card -> {
                    var profile = card.profile();
                    shown.put("contact.name", profile.name());
                    shown.put("contact.language", profile.language());
                    shown.put("contact.tags", String.join(", ", profile.tags()));
                    profile.fields().values().forEach((name, value) -> shown.put("contact." + name, value.asText()));
                });
        shown.forEach((name, value) -> print("  " + name + " = " + value));
    }

    /** Since the contact wrote last, or what there was before when that decided nothing. */
    private void why() {
        var events = rehearsal.events();
        var told = told(events.subList(Math.min(facts, events.size()), events.size()));
        if (told.isEmpty()) {
            told = told(events);
        }
        told.forEach(text -> print("  " + text));
        if (told.isEmpty()) {
            print("  nothing was decided yet");
        }
    }

    private static List<String> told(List<Fact> events) {
        return events.stream().flatMap(fact -> inWords(fact).stream()).toList();
    }

    private static Optional<String> inWords(Fact fact) {
        var details = fact.details();
        if (fact.type().equals("workflow.step")) {
            var text = details.get("text").asText();
            return Optional.of(text.isEmpty() ? "step " + details.get("step").asText() : "  because " + text);
        } else if (DECISIONS.contains(fact.type())) {
            var words = new StringBuilder(fact.type());
            new TreeMap<>(details.values())
                    .forEach((name, value) ->
                            words.append("\n    ").append(name).append(": ").append(shown(value)));
            return Optional.of(words.toString());
        }
        return Optional.empty();
    }

    private static String shown(Value value) {
        return switch (value) {
            case Value.Items(var items) ->
                String.join("; ", items.stream().map(Chat::shown).toList());
            case Value.Fields(var fields) ->
                String.join(
                        ", ",
                        new TreeMap<>(fields)
                                .entrySet().stream()
                                        .map(entry -> entry.getKey() + " " + shown(entry.getValue()))
                                        .toList());
            default -> value.asText();
        };
    }

    private void print(String text) {
        out.println(text);
    }

    private String bold(String text) {
        return colours ? "\033[1m" + text + "\033[0m" : text;
    }

    private String faint(String text) {
        return colours ? "\033[2m" + text + "\033[0m" : text;
    }
}
