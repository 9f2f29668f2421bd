package dev.frontdesk.plugin.questions;

import dev.frontdesk.api.Setting;
import dev.frontdesk.api.Template;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.workflow.StepContext;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The block {@code template} of a step that speaks: a form that the provider has approved. */
public record FormSettings(
        @Setting(doc = "The provider's name of the form.") String name,

        @Setting(doc = "The form's language, like en or pt_BR; without it the contact's.")
        Optional<String> language,

        @Setting(doc = "What goes into its blanks, by their names: 1, 2 … or the provider's own.")
        Map<String, Template> values) {

    public FormSettings {
        values = Map.copyOf(values);
        if (name.isBlank()) {
            throw new IllegalArgumentException("'template.name' must not be empty");
        }
        language.ifPresent(FormSettings::locale);
    }

    Content.Preset filled(StepContext now) {
        var filled = new HashMap<String, String>();
        values.forEach((blank, value) -> filled.put(blank, value.render(now.facts())));
        return new Content.Preset(
                name, language.map(FormSettings::locale).orElseGet(now::language), filled, Optional.empty(), "");
    }

    private static Locale locale(String tag) {
        try {
            return new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException(
                    "'template.language': '" + tag + "' is no language, like en or pt_BR", e);
        }
    }
}
