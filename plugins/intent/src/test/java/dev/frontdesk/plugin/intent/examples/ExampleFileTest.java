package dev.frontdesk.plugin.intent.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.plugin.intent.examples.ExampleFile.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleFileTest {
    private static final List<Example> TWO =
            List.of(Example.of("where is it, my \"order\"", "order"), Example.of("hello there", "oos"));

    @TempDir
    Path folder;

    @Test
    void columnsAreFoundByTheirNames() throws IOException {
        assertThat(read("a.csv", "label,sentence\r\norder,\"where is it, my \"\"order\"\"\"\r\noos,hello there\r\n"))
                .isEqualTo(TWO);
    }

    @Test
    void columnsWithoutNamesAreFoundByWhatIsInThem() throws IOException {
        assertThat(read("a.csv", "order,kind,\"where is it, my \"\"order\"\"\"\nNO_NODES_DETECTED,kind,hello there\n"))
                .isEqualTo(TWO);
    }

    @Test
    void aByteOrderMarkIsNoLetter() throws IOException {
        assertThat(read("a.tsv", "\uFEFFtext\tintent\nwhere is it, my \"order\"\torder\nhello there\t\n"))
                .isEqualTo(TWO);
    }

    @Test
    void jsonLinesAreRead() throws IOException {
        assertThat(
                        read(
                                "a.jsonl",
                                "{\"text\":\"where is it, my \\\"order\\\"\",\"intent\":\"order\"}\n\n{\"query\":\"hello there\",\"label\":\"out_of_scope\"}\n"))
                .isEqualTo(TWO);
    }

    @Test
    void theTestsOfAJsonFileAreKeptFromItsTraining() throws IOException {
        var json = "{\"train\":[[\"a b\",\"x\"]],\"oos_train\":[[\"c d\",\"oos\"]],\"test\":[[\"e f\",\"x\"]]}";
        assertThat(read("a.json", json)).extracting(Example::text).containsExactly("a b", "c d");
        assertThat(ExampleFile.read(folder.resolve("a.json"), Part.TEST))
                .extracting(Example::text)
                .containsExactly("e f");
    }

    @Test
    void aListByTheNameOfItsIntentIsRead() throws IOException {
        assertThat(read("a.json", "{\"order\":[\"where is it\"],\"pay\":[\"how to pay\"]}"))
                .containsExactly(Example.of("where is it", "order"), Example.of("how to pay", "pay"));
    }

    @Test
    void aMistakeIsToldWithFileAndLine() {
        assertThatThrownBy(() -> read("a.jsonl", "{\"text\":\"a\",\"intent\":\"b\"}\n{oops\n"))
                .hasMessageContaining("a.jsonl")
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> read("a.txt", "hello")).hasMessageContaining(".jsonl");
        assertThatThrownBy(() -> read("a.csv", "")).hasMessageContaining("no examples");
        assertThatThrownBy(() -> read("a.csv", "one\ntwo\n")).hasMessageContaining("no two columns");
    }

    private List<Example> read(String name, String text) throws IOException {
        return ExampleFile.read(Files.writeString(folder.resolve(name), text), Part.TRAIN);
    }
}
