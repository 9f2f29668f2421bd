package dev.frontdesk.app.scenario;

import dev.frontdesk.api.Setting;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A scenario besides its lines. */
record ScenarioSettings(
        @Setting(doc = "What it shows, in a few words.") String name,

        @Setting(doc = "When it begins, like 2026-03-02T09:00:00+01:00; a Monday morning unless you say otherwise.")
        Optional<String> at,

        @Setting(doc = "The one the lines call contact.") Optional<Someone> contact,

        @Setting(doc = "More contacts, by what the lines call them.")
        Map<String, Someone> contacts) {

    /** The block {@code contact}. */
    record Someone(
            @Setting(doc = "What they call themselves.") Optional<String> name,

            @Setting(doc = "Their language.") Optional<Locale> language,

            @Setting(doc = "Where they write; the first channel unless you say otherwise.")
            Optional<String> channel) {
        static final Someone ANYBODY = new Someone(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
