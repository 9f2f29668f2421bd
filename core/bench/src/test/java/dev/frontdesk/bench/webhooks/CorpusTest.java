package dev.frontdesk.bench.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken for a webhook in a folder of collected ones. */
class CorpusTest {
    private static final String MESSAGE =
            "{\"from\":\"49\",\"id\":\"wamid.1\",\"timestamp\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}";
    private static final String VALUE = "{\"messaging_product\":\"whatsapp\",\"metadata\":{\"phone_number_id\":\"7\"},"
            + "\"messages\":[" + MESSAGE + "]}";
    private static final String WEBHOOK =
            "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":"
                    + "[{\"field\":\"messages\",\"value\":" + VALUE + "}]}]}";

    @TempDir
    Path folder;

    private List<Corpus.Webhook> read(Provider.Name of, String text) throws IOException {
        Files.writeString(folder.resolve("a.json"), text);
        return Corpus.read(folder, of.provider());
    }

    @Test
    void aFileIsOneOrAListOrSeveralByNameOrBehindEachOther() throws IOException {
        for (var several : List.of(
                "[" + WEBHOOK + "," + WEBHOOK + "]",
                "{\"one\":" + WEBHOOK + ",\"two\":" + WEBHOOK + "}",
                WEBHOOK + "\n" + WEBHOOK)) {
            assertThat(read(Provider.Name.WHATSAPP, several))
                    .hasSize(2)
                    .allSatisfy(one -> assertThat(new String(one.body(), UTF_8)).isEqualTo(WEBHOOK));
        }
    }

    @Test
    void aPartThatIsSurelyOneIsMadeWhole() throws IOException {
        for (var part : List.of(MESSAGE, VALUE, "{\"field\":\"messages\",\"value\":" + VALUE + "}")) {
            assertThat(read(Provider.Name.WHATSAPP, part))
                    .singleElement()
                    .satisfies(one -> assertThat(one.webhook()
                                    .at("/entry/0/changes/0/value/messages/0/text/body")
                                    .asText())
                            .isEqualTo("Hi"));
        }
        assertThat(read(Provider.Name.TELEGRAM, "{\"message_id\":5,\"chat\":{\"id\":7},\"text\":\"Hi\"}"))
                .singleElement()
                .satisfies(one ->
                        assertThat(one.webhook().at("/message/text").asText()).isEqualTo("Hi"));
    }

    @Test
    void whatIsNoneIsBroughtAsItIs() throws IOException {
        for (var other : List.of("{\"to\":\"49\",\"type\":\"text\"}", "{broken", "5")) {
            assertThat(read(Provider.Name.WHATSAPP, other))
                    .singleElement()
                    .satisfies(one -> assertThat(new String(one.body(), UTF_8)).isEqualTo(other));
        }
    }
}
