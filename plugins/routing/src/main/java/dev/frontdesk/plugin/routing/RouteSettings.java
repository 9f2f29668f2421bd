package dev.frontdesk.plugin.routing;

import dev.frontdesk.api.Setting;
import dev.frontdesk.api.TeamId;
import java.util.List;

/** The keys of a {@code route} step. */
public record RouteSettings(
        @Setting(doc = "Tried from top to bottom; the first that applies decides.")
        List<RouteRule> rules,

        @Setting(doc = "The team when no rule applies.") TeamId otherwise) {

    public RouteSettings {
        rules = List.copyOf(rules);
    }
}
