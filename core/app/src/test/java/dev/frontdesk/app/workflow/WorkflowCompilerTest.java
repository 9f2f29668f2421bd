package dev.frontdesk.app.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.service.HttpGateway;
import dev.frontdesk.app.config.Known;
import dev.frontdesk.app.config.Problem;
import dev.frontdesk.app.config.Problems;
import dev.frontdesk.app.plugin.BuiltIns;
import dev.frontdesk.app.plugin.Caches;
import dev.frontdesk.app.plugin.Catalog;
import dev.frontdesk.app.plugin.Contribution.Kind;
import dev.frontdesk.app.plugin.Workshop;
import dev.frontdesk.engine.Ids;
import dev.frontdesk.engine.port.WorkflowVersions;
import dev.frontdesk.engine.workflow.Workflow;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkflowCompilerTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));
    private static final Map<String, StepType<?>> TYPES = types();

    private final Problems problems = new Problems();

    private static Map<String, StepType<?>> types() {
        var catalog = Catalog.of(BuiltIns.all());
        HttpGateway none = (_, _, _) -> {
            throw new AssertionError("nothing is called here");
        };
        var types = new LinkedHashMap<String, StepType<?>>();
        new Workshop(catalog, none, CLOCK, Caches.none())
                .steps()
                .forEach((name, step) -> types.put(
                        name,
                        StepType.of(
                                name,
                                catalog.find(Kind.STEP, name).orElseThrow().settings(),
                                step)));
        return types;
    }

    private static WorkflowCompiler compiler(Map<String, StepType<?>> types) {
        return new WorkflowCompiler(
                types,
                Map.of("email", Value.Text.class, "age", Value.Num.class),
                Known.of(Set.of("sales", "support"), Set.of("anna"), Set.of("Sold")));
    }

    private static ConfigObject parse(String text) {
        return ConfigFactory.parseString(text, ConfigParseOptions.defaults().setOriginDescription("w.conf"))
                .root();
    }

    private Optional<Workflow> compile(String text) {
        return compiler(TYPES).compile(parse(text), "test", problems).map(compiled -> compiled.as(7));
    }

    private Optional<Workflow> steps(String steps) {
        return compile("on = conversation-opened\nsteps = [\n" + steps + "\n]");
    }

    private List<String> said() {
        return problems.all().stream().map(Problem::toString).toList();
    }

    @Test
    void stepsFollowEachOtherAndLeadWhereTheySay() {
        var workflow = compile("""
                name = Greeting, on = conversation-opened, when = "source == 'contact'", priority = 3, once-per-contact = true
                steps = [
                  { send = "Hello {{contact.name}}!" }
                  { id = need, ask = "How can we help?", choices = [Buy, Other], save-to = need, on-timeout = bye, on { Buy = sales } }
                  { branch = [ { when = "need == 'Other' && contact.age > 17", goto = bye } ], else = sales }
                  { id = sales, assign { team = sales, on-timeout = bye } }
                  { id = bye, send = "Bye" }
                ]
                """).orElseThrow(() -> new AssertionError(said()));

        assertThat(said()).isEmpty();
        assertThat(workflow.name()).isEqualTo("Greeting");
        assertThat(workflow.version()).isEqualTo(7);
        assertThat(workflow.priority()).isEqualTo(3);
        assertThat(workflow.oncePerContact()).isTrue();
        assertThat(workflow.when()).isPresent();
        assertThat(workflow.outline()).containsExactly("send-1", "need", "branch-3", "sales", "bye");
        assertThat(workflow.steps().get("need").branches())
                .containsExactlyInAnyOrderEntriesOf(Map.of("timeout", "bye", "Buy", "sales"));
        assertThat(workflow.steps().get("need").next()).isEqualTo("branch-3");
        assertThat(workflow.steps().get("need").where()).isEqualTo("w.conf:4");
        assertThat(workflow.steps().get("bye").next()).isEmpty();
    }

    @Test
    void aStepHasOneTypeThatExists() {
        steps(
                "{ sned = \"x\" }\n{ send = \"x\", close = \"Sold\" }\n{ id = lonely }\n{ send { text = \"x\" }, delivery-timeout = 3s }");

        assertThat(said())
                .containsExactly(
                        "w.conf:3: unknown step type 'sned'; did you mean 'send'?",
                        "w.conf:4: a step has one type, this one has several: close, send",
                        "w.conf:5: a step without a type"
                                + said().get(2).substring("w.conf:5: a step without a type".length()),
                        "w.conf:6: step 'send-4': delivery-timeout must stand inside the block send { … }");
    }

    @Test
    void placesThatAreNotThereAreNamed() {
        steps("""
                { id = a, ask = "?", save-to = x, on-timeout = nowhere, on-sometimes = a }
                { branch = [ { when = "x == 'y'", goto = aa } ], else = end }
                { id = a, send = "twice" }
                """);
        assertThat(said()).containsExactly("w.conf:5: there is already a step 'a' at w.conf:3");

        problemsOf(
                """
                { id = a, ask = "?", save-to = x, on-timeout = nowhere, on-sometimes = a }
                { branch = [ { when = "x == 'y'", goto = aa } ], else = end }
                """,
                "w.conf:3: step 'a' leads to 'nowhere', which is not there",
                "w.conf:3: step 'a' has no branch 'sometimes'",
                "w.conf:4: step 'branch-2' leads to 'aa', which is not there; did you mean 'a'?");
    }

    private void problemsOf(String steps, String... beginnings) {
        var fresh = new Problems();
        compiler(TYPES).compile(parse("on = conversation-opened\nsteps = [\n" + steps + "\n]"), "test", fresh);
        var said = fresh.all().stream().map(Problem::toString).toList();
        assertThat(said).hasSize(beginnings.length);
        for (var beginning : beginnings) {
            assertThat(said).anyMatch(line -> line.startsWith(beginning));
        }
    }

    @Test
    void aVariableIsKnownToTheStepsAfterTheOneThatWritesIt() {
        problemsOf(
                """
                { branch = [ { when = "need == 'x'", goto = end } ], else = ask }
                { id = ask, ask = "?", save-to = need }
                { branch = [ { when = "need > 3", goto = end } ], else = end }
                { ask = "?", save-to = source }
                """,
                "w.conf:3: 'cases[0].when': column 1: unknown name 'need'",
                "w.conf:5: 'cases[0].when': column 6: ",
                "w.conf:6: step 'ask-4' writes the variable 'source', but that name already means something");
    }

    @Test
    void whatAStepWritesIntoTheContactFitsItsFields() {
        problemsOf(
                """
                { id = a, ai = "x", may-write = [
                  { name = contact.phone, about = "x" }
                  { name = contact.tags, about = "x" }
                  { name = contact.age, about = "x" }
                  { name = contact.email, about = "x", type = boolean }
                ] }
                """,
                "w.conf:3: step 'a' writes 'contact.phone', which is not declared in 'fields'",
                "w.conf:3: step 'a' writes 'contact.tags' as Text, but it takes Items",
                "w.conf:3: step 'a' writes 'contact.age' as Text, but it takes Num",
                "w.conf:3: step 'a' writes 'contact.email' as Bool, but it takes Text");
        problemsOf("""
                { id = a, ai = "x", may-write = [
                  { name = contact.name, about = "x" }, { name = contact.age, about = "x", type = number }
                ] }
                """);
    }

    @Test
    void stepsThatNobodyReachesAreDoubtful() {
        problemsOf("{ jump = end }\n{ send = \"x\" }", "w.conf:4: warning: step 'send-2' is never reached");
    }

    @Test
    void aCircleThatNeverWaitsIsRefused() {
        problemsOf("""
                { id = a, send = "x" }
                { branch = [ { when = "text == 'y'", goto = a } ], else = end }
                """, "w.conf:3: these steps go round for ever without waiting: a → branch-2 → a");
        problemsOf(
                "{ id = a, send = \"x\" }\n{ wait = 5m }\n{ branch = [ { when = \"text == 'y'\", goto = a } ], else = end }");
        problemsOf("{ id = a, send = \"x\" }\n{ jump = a, max = 3 }");
    }

    @Test
    void nobodyIsAskedOnceAConversationIsClosed() {
        compile("on = conversation-closed\nsteps = [ { send = \"Bye\" }, { ask = \"Happy?\" } ]");

        assertThat(said()).singleElement().asString().contains("step 'ask-2' waits for people");
    }

    @Test
    void aTemplateThatNamesAnUnknownFieldIsDoubtful() {
        assertThat(steps("{ send = \"{{contact.emial}}\" }")).isPresent();
        assertThat(said()).singleElement().asString().contains("warning", "did you mean 'contact.email'?");
    }

    @Test
    void theSameWorkflowKeepsItsVersionAndAChangedOneGetsANewOne() {
        var stored = new Kept();
        var first = publish("steps = [ { send = \"x\" } ]\non = conversation-opened", stored);
        var same = publish("on = conversation-opened // as before\nsteps = [ { send = x } ]", stored);
        var changed = publish("on = conversation-opened, steps = [ { send = y } ]", stored);

        assertThat(same.current().getFirst().version())
                .isEqualTo(first.current().getFirst().version());
        assertThat(changed.current().getFirst().version())
                .isNotEqualTo(first.current().getFirst().version());
        var old = changed.version(first.current().getFirst().version()).orElseThrow();
        assertThat(old.outline()).containsExactly("send-1");
        assertThat(old.steps().get("send-1").where()).contains("test (version ");
        assertThat(changed.version(4711)).isEmpty();
    }

    @Test
    void aVersionWhoseStepTypeIsGoneCannotBeRun() {
        var stored = new Kept();
        long version = publish("on = conversation-opened, steps = [ { tag = vip } ]", stored)
                .current()
                .getFirst()
                .version();
        var fewer = new LinkedHashMap<>(TYPES);
        fewer.remove("tag");

        var catalog = WorkflowCatalog.publish(List.of(), stored, compiler(fewer), new Ids(CLOCK, 1), 0);

        assertThat(catalog.version(version)).isEmpty();
    }

    @Test
    void higherPriorityGoesFirstAndDisabledOnesAreNotCurrent() {
        var stored = new Kept();
        var loaded = new ArrayList<WorkflowLoader.Loaded>();
        for (var text : List.of("name = b", "name = a", "name = c, priority = 1", "name = d, enabled = false")) {
            var written = parse(text + ", on = conversation-opened, steps = [ { send = x } ]");
            var compiled = compiler(TYPES).compile(written, "test", problems).orElseThrow();
            loaded.add(new WorkflowLoader.Loaded(compiled, Canonical.body(written, compiled.name())));
        }

        var current = WorkflowCatalog.publish(loaded, stored, compiler(TYPES), new Ids(CLOCK, 1), 0)
                .current();

        assertThat(current).extracting(Workflow::name).containsExactly("c", "a", "b");
    }

    private WorkflowCatalog publish(String text, WorkflowVersions stored) {
        var written = parse(text);
        var compiled = compiler(TYPES).compile(written, "test", problems).orElseThrow(() -> new AssertionError(said()));
        var loaded = new WorkflowLoader.Loaded(compiled, Canonical.body(written, compiled.name()));
        return WorkflowCatalog.publish(List.of(loaded), stored, compiler(TYPES), new Ids(CLOCK, 1), 0);
    }

    /** As a store keeps them. */
    private static final class Kept implements WorkflowVersions {
        private final Map<String, Version> byHash = new LinkedHashMap<>();

        @Override
        public long publish(String name, String hash, String body, long newId, long at) {
            return byHash.computeIfAbsent(name + hash, _ -> new Version(newId + byHash.size(), name, body))
                    .id();
        }

        @Override
        public Optional<Version> get(long id) {
            return byHash.values().stream()
                    .filter(version -> version.id() == id)
                    .findFirst();
        }
    }
}
