package dev.frontdesk.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontdesk.api.channel.Inbound;
import dev.frontdesk.testkit.channel.Endpoints;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All webhooks that others have collected: each part of each is stored as what it is, and none is refused. */
class MaterialTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private record Sample(String name, JsonNode webhook) {}

    @ParameterizedTest
    @ValueSource(strings = {"pywa-webhooks", "wa-java-api-webhooks", "whatsapp-openapi-examples/webhooks"})
    void every_webhook_of_a_collection_is_stored_and_shown(String folder) throws Exception {
        var material = Optional.ofNullable(System.getenv("FRONTDESK_MATERIAL"))
                .map(Path::of)
                .map(path -> path.resolve(folder))
                .filter(Files::isDirectory);
        Assumptions.assumeTrue(material.isPresent(), "no " + folder + " at FRONTDESK_MATERIAL");
        var samples = samples(material.get());
        assertThat(samples).hasSizeGreaterThan(10);
        for (var sample : samples) {
            stored(sample);
        }
    }

    private static void stored(Sample sample) throws InterruptedException {
        var number = Json.id(sample.webhook().at("/entry/0/changes/0/value/metadata/phone_number_id"))
                .filter(id -> id.chars().allMatch(Character::isDigit))
                .orElse("1");
        var webhook = sample.webhook().toString().replace("<BUSINESS_PHONE_NUMBER_ID>", number);
        var context = new FakeChannelContext("wa");
        var settings = Some.settings(URI.create("http://127.0.0.1:9"), number, Optional.empty(), true);
        try (var channel = new WhatsApp(settings, context)) {
            assertThat(Endpoints.status(Endpoints.call(channel, Some.signed(webhook))))
                    .as(sample.name())
                    .isEqualTo(200);
        }
        assertThat(context.intake().deadLetters()).as(sample.name()).isEmpty();
        var value = sample.webhook().at("/entry/0/changes/0/value");
        var field = sample.webhook().at("/entry/0/changes/0/field").asText();
        int parts = field.equals("messages")
                ? value.path("messages").size() + value.path("statuses").size()
                : 1;
        assertThat(context.intake().stored().stream().filter(one -> !(one instanceof Inbound.SamePerson)))
                .as(sample.name())
                .hasSizeGreaterThanOrEqualTo(Math.max(1, parts));
        for (var message : context.intake().messages()) {
            assertThat(message.content().kind()).as(sample.name()).isNotEmpty();
            var type = value.path("messages").path(0).path("type").asText();
            boolean shown = !message.content().kind().equals("unsupported");
            assertThat(shown || type.equals("unsupported") || type.equals("interactive"))
                    .as(sample.name() + " is shown as " + message.content())
                    .isTrue();
        }
    }

    /** A file holds a webhook, several by name, or several behind each other. */
    private static List<Sample> samples(Path folder) throws IOException {
        var samples = new ArrayList<Sample>();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                try (var values = MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
                    while (values.hasNextValue()) {
                        add(samples, file.getFileName().toString(), values.nextValue());
                    }
                } catch (IOException end) {
                    assertThat(samples).as(file + " begins with a webhook").isNotEmpty();
                }
            }
        }
        return samples;
    }

    private static void add(List<Sample> samples, String name, JsonNode node) {
        if (node.has("entry")) {
            samples.add(new Sample(name, node));
        } else if (node instanceof ObjectNode several) {
            several.properties().forEach(one -> add(samples, name + " " + one.getKey(), one.getValue()));
        }
    }
}
