package dev.frontdesk.plugin.example;

import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Next;
import dev.frontdesk.api.workflow.Shape;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.api.workflow.StepContext;
import dev.frontdesk.api.workflow.StepOutcome;
import java.util.List;

/** Greets by day or by night, and goes on along the branch of that name. */
public final class GreetByHour implements Step<GreetByHourSettings> {

    @Override
    public Shape shape(GreetByHourSettings settings) {
        return Shape.plain().branching("day").branching("night");
    }

    @Override
    public StepOutcome run(GreetByHourSettings settings, StepContext now) {
        int hour = now.now().atZone(settings.zone()).getHour();
        boolean day = hour >= 6 && hour < 18;
        var greeting = (day ? settings.day() : settings.night()).render(now.facts());
        return StepOutcome.of(List.of(new Effect.Send(Content.text(greeting))), Next.branch(day ? "day" : "night"));
    }
}
