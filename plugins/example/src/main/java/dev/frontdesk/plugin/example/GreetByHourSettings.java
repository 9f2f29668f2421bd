package dev.frontdesk.plugin.example;

import dev.frontdesk.api.Setting;
import dev.frontdesk.api.Template;
import java.time.ZoneId;

/** The keys of a {@code greet-by-hour} step. */
public record GreetByHourSettings(
        @Setting(shorthand = true, doc = "What to say by day.")
        Template day,

        @Setting(doc = "What to say from 18:00 to 6:00.") Template night,
        @Setting(value = "UTC", doc = "Whose clock counts.") ZoneId zone) {}
