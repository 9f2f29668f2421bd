package dev.frontdesk.plugin.http;

import static dev.frontdesk.testkit.workflow.FakeStepContext.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.FrontdeskPlugin;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.workflow.ActionCall;
import dev.frontdesk.api.workflow.ActionResult;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Input;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.testkit.workflow.FakeStepContext;
import dev.frontdesk.testkit.workflow.StepContractTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HttpStepTest implements StepContractTest<HttpSettings> {
    private static final HttpSettings CRM = Http.to("https://crm.example/find?email={{contact.email}}")
            .save("plan", "/plan")
            .save("contact.crm_id", "/id", Value.of("none"))
            .settings();
    private static final HttpSettings ORDER = Http.to("https://crm.example/orders")
            .method(Method.POST)
            .header("X-Name", "{{contact.name}}")
            .body("{\"name\": \"{{contact.name}}\"}")
            .authorization("crm")
            .timeout(Duration.ofSeconds(20))
            .settings();

    @Override
    public Step<HttpSettings> step() {
        return new HttpStep();
    }

    @Override
    public List<HttpSettings> settings() {
        return List.of(CRM, ORDER);
    }

    private static Call call(HttpSettings settings, FakeStepContext context) {
        var next = new HttpStep().run(settings, context).next();
        return Call.from(((Next.Perform) next).call().input());
    }

    @Test
    void wishesARequest() {
        var next = (Next.Perform) step().run(ORDER, started()).next();
        assertThat(next.call())
                .extracting(ActionCall::action, ActionCall::deadline, ActionCall::attempts)
                .containsExactly("http-request", Duration.ofSeconds(25), 3);
        assertThat(Call.from(next.call().input()))
                .isEqualTo(Call.of(ORDER, started().facts()));
    }

    @Test
    void letsNoValueBreakOutOfItsPlace() {
        var hostile = started()
                .fact("contact.email", Value.of("a&admin=1#x/../?\r\n"))
                .fact("contact.name", Value.of("Ann\", \"admin\": true\r\nX-Evil: 1"));
        assertThat(call(CRM, hostile).url())
                .isEqualTo("https://crm.example/find?email=a%26admin%3D1%23x%2F..%2F%3F%0D%0A");
        var order = call(ORDER, hostile);
        assertThat(order.headers()).containsEntry("X-Name", "Ann\", \"admin\": true??X-Evil: 1");
        assertThat(order.headers()).containsEntry("Content-Type", "application/json");
        assertThat(order.body()).contains("{\"name\": \"Ann\\\", \\\"admin\\\": true\\r\\nX-Evil: 1\"}");
        var form = Http.to("https://crm.example")
                .method(Method.POST)
                .header("content-type", "application/x-www-form-urlencoded")
                .body("name={{contact.name}}")
                .settings();
        assertThat(call(form, hostile).body().orElseThrow()).doesNotContain("\"", "\n", " ");
        assertThat(call(form, hostile).headers()).hasSize(1);
    }

    @Test
    void keepsWhatCameBack() {
        var found = new Value.Fields(Map.of("plan", Value.of("gold"), "contact.crm_id", Value.of(7)));
        var outcome = step().run(CRM, started().input(new Input.Performed(new ActionResult.Ok(found))));
        assertThat(outcome.effects())
                .containsExactly(
                        new Effect.SetField("crm_id", Value.of(7)), new Effect.SetVar("plan", Value.of("gold")));
        assertThat(outcome.next()).isEqualTo(Next.onward());
        assertThat(step().shape(CRM).writes()).containsOnlyKeys("plan");
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void takesTheBranchOfTheTrouble(Trouble trouble) {
        var outcome = step().run(CRM, started().input(new Input.Performed(trouble.because("why", true))));
        assertThat(outcome.next()).isEqualTo(Next.branch(trouble.branch()));
        assertThat(outcome.effects())
                .containsExactly(new Effect.Explain("The HTTP request did not succeed: " + trouble.branch() + ": why"));
    }

    @Test
    void takesTheEnginesOwnFailureForFailed() {
        var cut = new Input.Performed(new ActionResult.Failed("interrupted at its deadline", true));
        assertThat(step().run(CRM, started().input(cut)).next()).isEqualTo(Next.branch("failed"));
    }

    @Test
    void refusesSettingsThatCannotWork() {
        refused(Http.to("x").body("x"), "get takes no body");
        refused(Http.to("x").timeout(Duration.ofSeconds(61)), "between 1ms and 60s");
        refused(Http.to("x").timeout(Duration.ZERO), "between 1ms and 60s");
        refused(Http.to("x").attempts(0), "between 1 and 10");
        refused(Http.to("x").save("plan", "plan"), "no JSON pointer");
        refused(Http.to("x").save("a b", "/plan"), "neither a variable");
        refused(Http.to("x").header("Host", "y"), "not the name of a header");
        refused(Http.to("x").header("X Y", "y"), "not the name of a header");
    }

    private static void refused(Http http, String message) {
        assertThatThrownBy(http::settings)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(FrontdeskPlugin.class)).hasExactlyElementsOfTypes(HttpPlugin.class);
    }
}
