package dev.frontdesk.web.inbox;

import dev.frontdesk.api.channel.PresetForm;
import dev.frontdesk.engine.desk.Desk;
import dev.frontdesk.engine.desk.Order.What;
import dev.frontdesk.web.http.Exchange;
import dev.frontdesk.web.http.JsonBody;
import dev.frontdesk.web.http.Refusal;
import dev.frontdesk.web.http.Route;
import dev.frontdesk.web.http.Routes;
import dev.frontdesk.web.view.FormJson;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/** The forms a channel may send when the time to answer freely is over. */
public final class FormRoutes implements Routes {
    private static final String VALUE = "value.";
    private static final int MOST = 1024;

    private final Desk desk;

    public FormRoutes(Desk desk) {
        this.desk = desk;
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route("GET", "/api/channels/{id}/forms", this::forms));
    }

    private void forms(Exchange exchange) {
        var forms = desk.presets(exchange.param("id")).stream()
                .sorted(Comparator.comparing(PresetForm::name)
                        .thenComparing(form -> form.language().toLanguageTag()))
                .toList();
        exchange.json(200, to -> {
            to.writeStartObject();
            to.writeArrayFieldStart("forms");
            for (var form : forms) {
                FormJson.write(to, form);
            }
            to.writeEndArray();
            to.writeEndObject();
        });
    }

    /**
     * Reads a form from a body: name, language, and each value as {@code value.<blank>}.
     *
     * @param begins true when it opens a conversation
     */
    static What.Form form(Desk desk, String channel, boolean begins, JsonBody body) {
        String name = body.required("form");
        String language = body.required("language");
        var known = desk.presets(channel).stream()
                .filter(form -> form.name().equals(name)
                        && form.language().toLanguageTag().equals(language))
                .findFirst()
                .orElseThrow(() -> Refusal.of(422, "unknown-form", "This channel has no such form."));
        known.refused().ifPresent(why -> {
            throw Refusal.of(422, "form-refused", "The form cannot be sent: " + why);
        });
        if (known.media().isPresent()) {
            throw Refusal.of(
                    422, "form-needs-file", "This form needs a file in its head; it can be sent by a workflow only.");
        }
        var values = new HashMap<String, String>();
        for (String blank : known.blanks()) {
            String value = body.text(VALUE + blank).strip();
            if (value.isEmpty() || value.length() > MOST) {
                throw Refusal.of(
                        422,
                        "form-value",
                        "The blank '" + blank + "' takes a text of at most " + MOST + " characters.");
            }
            values.put(blank, value);
        }
        return new What.Form(begins ? channel : "", name, language, values);
    }
}
