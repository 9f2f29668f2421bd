package dev.frontdesk.bench.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The webhooks of a folder: each file is one, or a list of them, or several by name, or several behind each other. A part of one is
 * made whole where it is surely one; anything else is brought as it is, what is no JSON, too.
 */
final class Corpus {

    /** @param webhook what the body says; missing when it is no JSON */
    record Webhook(String name, byte[] body, JsonNode webhook) {}

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Provider provider;
    private final List<Webhook> all = new ArrayList<>();

    private Corpus(Provider provider) {
        this.provider = provider;
    }

    static List<Webhook> read(Path folder, Provider provider) throws IOException {
        var corpus = new Corpus(provider);
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(one -> one.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                corpus.file(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return corpus.all;
    }

    private void file(String name, byte[] bytes) {
        int before = all.size();
        try (var values = MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(bytes)) {
            while (values.hasNextValue()) {
                add(name, values.nextValue());
            }
        } catch (IOException noJson) {
            if (all.size() == before) {
                all.add(new Webhook(name, bytes, MissingNode.getInstance()));
            } else {
                System.err.println(name + ": what follows the first webhook is no JSON and was left out");
            }
        }
    }

    private void add(String name, JsonNode node) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                add(name + "[" + i + "]", node.get(i));
            }
        } else if (isSeveral(node)) {
            node.properties().forEach(one -> add(name + "." + one.getKey(), one.getValue()));
        } else {
            var whole = provider.whole(node, all.size());
            all.add(new Webhook(name, whole.toString().getBytes(UTF_8), whole));
        }
    }

    /** Webhooks by name: nothing else is in it. */
    private boolean isSeveral(JsonNode node) {
        return node.isObject()
                && !node.isEmpty()
                && !provider.knows(node)
                && node.propertyStream().allMatch(one -> provider.knows(one.getValue()));
    }
}
