package dev.frontdesk.plugin.questions;

import dev.frontdesk.api.Setting;
import dev.frontdesk.api.Template;
import java.time.Duration;
import java.util.Optional;

/** The keys of a {@code send} step. */
public record SendSettings(
        @Setting(shorthand = true, doc = "What to say.") Optional<Template> text,

        @Setting(
                doc =
                        "A form that the provider has approved: sent when the time to answer freely is over, or, without a text, always.")
        Optional<FormSettings> template,

        @Setting(step = true, doc = "Where to go when it could not be sent; without it the run does not wait.")
        Optional<String> onFailed,

        @Setting(value = "2m", doc = "How long to wait for the provider's answer when on-failed is given.")
        Duration deliveryTimeout) {

    public SendSettings {
        if (text.isEmpty() && template.isEmpty()) {
            throw new IllegalArgumentException("a text or a template is missing");
        }
    }
}
