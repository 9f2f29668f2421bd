package dev.frontdesk.plugin.intent.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Examples in JSON: {@code {"text": …, "intent": …}} or {@code ["text", "intent"]} in a list, lists by the name of a part, or
 * lists of messages by the name of their intent.
 */
final class JsonExamples {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonExamples() {}

    static List<Example> lines(String text) {
        var examples = new ArrayList<Example>();
        int number = 0;
        for (var line : text.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                examples.add(example(tree(line, " in line " + number)));
            }
        }
        return examples;
    }

    static List<Example> of(String text, ExampleFile.Part part) {
        var tree = tree(text, "");
        var examples = new ArrayList<Example>();
        if (tree.isArray()) {
            tree.forEach(node -> examples.add(example(node)));
            return examples;
        }
        boolean tests = tree.propertyStream().anyMatch(field -> isTest(field.getKey()));
        boolean wanted = part == ExampleFile.Part.TEST && tests;
        tree.propertyStream()
                .filter(field -> isTest(field.getKey()) == wanted)
                .forEach(field -> field.getValue()
                        .forEach(node -> examples.add(
                                node.isTextual() ? Example.of(node.asText(), field.getKey()) : example(node))));
        return examples;
    }

    private static boolean isTest(String part) {
        return part.equals("test") || part.endsWith("_test") || part.startsWith("test_");
    }

    private static JsonNode tree(String text, String where) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("is no JSON" + where + ": " + e.getOriginalMessage(), e);
        }
    }

    private static Example example(JsonNode node) {
        if (node.isArray() && node.size() == 2) {
            return Example.of(node.get(0).asText(), node.get(1).asText());
        }
        var text = field(node, Columns.TEXT);
        if (text.isMissingNode()) {
            throw new IllegalArgumentException("has an example that is neither [text, intent] nor {text, intent}: "
                    + node.toString().substring(0, Math.min(80, node.toString().length())));
        }
        return Example.of(text.asText(), field(node, Columns.INTENT).asText(""));
    }

    private static JsonNode field(JsonNode node, Set<String> names) {
        return names.stream()
                .sorted()
                .filter(node::has)
                .map(node::get)
                .findFirst()
                .orElse(JSON.missingNode());
    }
}
