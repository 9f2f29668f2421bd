package dev.frontdesk.engine.enrich;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.workflow.Effect;
import dev.frontdesk.api.workflow.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where what was found goes. What does not fit a field of the contact is left out and told: a look-up breaks no workflow. */
record Saving(Enrich settings, Map<String, Class<? extends Value>> fields) {
    private static final String CONTACT = "contact.";

    Shape declaredIn(Shape shape) {
        if (settings.save().isEmpty()) {
            return shape.writing(settings.variable(), Value.Fields.class);
        }
        var wider = shape;
        for (var target : settings.save().keySet()) {
            if (!target.startsWith(CONTACT)) {
                wider = wider.writing(target, Value.class);
            } else if (type(target).isEmpty()) {
                throw new IllegalArgumentException("'" + target + "' is not declared in 'fields'");
            }
        }
        return wider;
    }

    private Optional<Class<? extends Value>> type(String target) {
        var field = target.substring(CONTACT.length());
        return field.equals("name") || field.equals("language")
                ? Optional.of(Value.Text.class)
                : Optional.ofNullable(fields.get(field));
    }

    List<Effect> effects(Map<String, Value> found, Facts facts) {
        var effects = new ArrayList<Effect>();
        var told = new ArrayList<String>();
        if (settings.save().isEmpty()) {
            effects.add(new Effect.SetVar(settings.variable(), new Value.Fields(found)));
            told.addAll(found.keySet());
        }
        new TreeMap<>(settings.save()).forEach((target, name) -> {
            var value = within(new Value.Fields(found), name);
            boolean stays = settings.merge() == Enrich.Merge.FILL_EMPTY
                    && facts.get(target).filter(known -> !known.isEmpty()).isPresent();
            if (stays || value.isEmpty()) {
                told.add(target + (stays ? " stays as it is" : " is not known"));
                return;
            }
            var effect = target.startsWith(CONTACT)
                    ? fitting(value, target)
                            .map(fits -> (Effect) new Effect.SetField(target.substring(CONTACT.length()), fits))
                    : Optional.<Effect>of(new Effect.SetVar(target, value));
            effect.ifPresent(effects::add);
            told.add(effect.isPresent() ? target : target + " does not take '" + value.asText() + "'");
        });
        effects.add(new Effect.Explain(settings.from() + ": " + String.join(", ", told)));
        return effects;
    }

    /** {@code address.city} is the city in the fields of the address. */
    private static Value within(Value.Fields all, String path) {
        var whole = all.get(path);
        int dot = path.indexOf('.');
        return whole.isEmpty() && dot > 0 && all.get(path.substring(0, dot)) instanceof Value.Fields inner
                ? within(inner, path.substring(dot + 1))
                : whole;
    }

    private Optional<Value> fitting(Value value, String target) {
        return type(target).flatMap(type -> Conversion.to(type, value));
    }
}
