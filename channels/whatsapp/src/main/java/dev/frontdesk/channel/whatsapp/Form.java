package dev.frontdesk.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.channel.PresetForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One template as Meta knows it. Blanks of the body keep their names ({@code 1} or {@code first_name}); the one of the head is called
 * {@code header} where it has only a number, and those of the buttons {@code button-1} and so on.
 *
 * @param code Meta's word for the language
 * @param buttons what a button that needs a value is filled with, by its place from 0
 */
record Form(PresetForm preset, String code, List<String> head, List<String> body, Map<Integer, Button> buttons) {

    /** A button with a blank. */
    record Button(String subType, String blank) {}

    private static final Set<String> MEDIA = Set.of("IMAGE", "VIDEO", "DOCUMENT");
    private static final Set<String> PRESSED =
            Set.of("QUICK_REPLY", "URL", "PHONE_NUMBER", "COPY_CODE", "FLOW", "VOICE_CALL");
    private static final String HEAD = "header";
    private static final String BUTTON = "button-";
    private static final int MOST_BUTTONS = 10;

    static Optional<Form> of(JsonNode template) {
        var name = Json.text(template.path("name"));
        var code = Json.text(template.path("language"));
        return name.isPresent() && code.isPresent()
                ? Optional.of(new Draft().form(name.get(), code.get(), template))
                : Optional.empty();
    }

    /** A template nobody has read yet, as its values suggest. */
    static Form guessed(String name, Locale language, Set<String> blanks) {
        var body = blanks.stream()
                .filter(blank -> !blank.equals(HEAD) && !blank.startsWith(BUTTON))
                .sorted(Form::byNumber)
                .toList();
        var head = blanks.contains(HEAD) ? List.of(HEAD) : List.<String>of();
        var buttons = new LinkedHashMap<Integer, Button>();
        for (int place = 0; place < MOST_BUTTONS; place++) {
            var blank = BUTTON + (place + 1);
            if (blanks.contains(blank)) {
                buttons.put(place, new Button("url", blank));
            }
        }
        var preset = new PresetForm(
                name,
                language,
                "",
                Stream.concat(head.stream(), body.stream()).toList(),
                Optional.empty(),
                Optional.empty());
        return new Form(preset, code(language), head, body, buttons);
    }

    private static int byNumber(String one, String other) {
        return isNumber(one) && isNumber(other)
                ? Integer.compare(Integer.parseInt(one), Integer.parseInt(other))
                : one.compareTo(other);
    }

    static boolean isNumber(String blank) {
        return !blank.isEmpty() && blank.length() < 4 && blank.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** As Meta writes languages: {@code en_US}. */
    static String code(Locale language) {
        return language.getCountry().isEmpty()
                ? language.getLanguage()
                : language.getLanguage() + "_" + language.getCountry();
    }

    static Locale language(String code) {
        return Locale.forLanguageTag(code.replace('_', '-'));
    }

    /** The parts of the message; {@code media} makes the head where the template has a file there. */
    ArrayNode components(Function<String, String> values, Optional<JsonNode> media) {
        var components = Json.object().putArray("components");
        media.ifPresent(file -> component(components, HEAD).add(file));
        if (media.isEmpty() && !head.isEmpty()) {
            texts(component(components, HEAD), head, values);
        }
        if (!body.isEmpty()) {
            texts(component(components, "body"), body, values);
        }
        buttons.forEach((place, button) -> {
            var component = components.addObject().put("type", "button").put("sub_type", button.subType());
            component.put("index", Integer.toString(place));
            var value = component.putArray("parameters").addObject();
            if (button.subType().equals("copy_code")) {
                value.put("type", "coupon_code").put("coupon_code", values.apply(button.blank()));
            } else {
                value.put("type", "text").put("text", values.apply(button.blank()));
            }
        });
        return components;
    }

    private static ArrayNode component(ArrayNode components, String type) {
        return components.addObject().put("type", type).putArray("parameters");
    }

    private static void texts(ArrayNode parameters, List<String> blanks, Function<String, String> values) {
        for (var blank : blanks) {
            var parameter = parameters.addObject().put("type", "text");
            if (!isNumber(blank) && !blank.equals(HEAD)) {
                parameter.put("parameter_name", blank);
            }
            parameter.put("text", values.apply(blank));
        }
    }

    /** Reads a template piece by piece. */
    private static final class Draft {
        private final List<String> lines = new ArrayList<>();
        private final List<String> head = new ArrayList<>();
        private final List<String> body = new ArrayList<>();
        private final Map<Integer, Button> buttons = new LinkedHashMap<>();
        private final List<String> strange = new ArrayList<>();
        private Optional<String> media = Optional.empty();

        Form form(String name, String code, JsonNode template) {
            for (var component : template.path("components")) {
                read(component.path("type").asText().toUpperCase(Locale.ROOT), component);
            }
            var blanks = new ArrayList<>(head);
            blanks.addAll(body);
            buttons.values().forEach(button -> blanks.add(button.blank()));
            var preset =
                    new PresetForm(name, language(code), String.join("\n", lines), blanks, media, refused(template));
            return new Form(
                    preset, code, List.copyOf(head), List.copyOf(body), Map.copyOf(new LinkedHashMap<>(buttons)));
        }

        private void read(String type, JsonNode component) {
            var text = component.path("text").asText();
            switch (type) {
                case "HEADER" -> head(component.path("format").asText("TEXT"), text);
                case "BODY" -> {
                    body.addAll(blanks(text));
                    lines.add(text);
                }
                case "FOOTER" -> lines.add(text);
                case "BUTTONS" -> {
                    int place = 0;
                    for (var button : component.path("buttons")) {
                        button(place++, button);
                    }
                }
                default -> strange.add(type);
            }
        }

        private void head(String format, String text) {
            if (MEDIA.contains(format)) {
                media = Optional.of(
                        switch (format) {
                            case "IMAGE" -> Content.IMAGE;
                            case "VIDEO" -> Content.VIDEO;
                            default -> Content.DOCUMENT;
                        });
            } else if (format.equals("TEXT")) {
                var blanks = blanks(text);
                blanks.forEach(blank -> head.add(isNumber(blank) ? HEAD : blank));
                lines.add(blanks.stream().anyMatch(Form::isNumber) ? text.replace("{{1}}", "{{" + HEAD + "}}") : text);
            } else {
                strange.add("a head with " + format);
            }
        }

        private void button(int place, JsonNode button) {
            var type = button.path("type").asText();
            var url = button.path("url").asText();
            var blank = BUTTON + (place + 1);
            var line = "[" + button.path("text").asText() + "]";
            if (type.equals("URL") && url.contains("{{")) {
                buttons.put(place, new Button("url", blank));
                line += " " + url.substring(0, url.indexOf("{{")) + "{{" + blank + "}}";
            } else if (type.equals("COPY_CODE")) {
                buttons.put(place, new Button("copy_code", blank));
                line += " {{" + blank + "}}";
            } else if (!PRESSED.contains(type)) {
                strange.add("a button " + type);
            }
            lines.add(line);
        }

        /** The names between double braces, in their order. */
        private static List<String> blanks(String text) {
            var found = new ArrayList<String>();
            for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", open + 2)) {
                int close = text.indexOf("}}", open);
                var name = close < 0 ? "" : text.substring(open + 2, close).strip();
                if (!name.isEmpty() && name.length() <= 60 && !found.contains(name)) {
                    found.add(name);
                }
            }
            return found;
        }

        private Optional<String> refused(JsonNode template) {
            var status = template.path("status").asText();
            var reason = Json.text(template.path("rejected_reason")).filter(text -> !text.equals("NONE"));
            if (!status.equals("APPROVED")) {
                return Optional.of("Meta says " + (status.isEmpty() ? "nothing of it" : status)
                        + reason.map(text -> ": " + text).orElse(""));
            }
            return strange.isEmpty()
                    ? Optional.empty()
                    : Optional.of("Frontdesk cannot fill in " + String.join(", ", strange));
        }
    }
}
