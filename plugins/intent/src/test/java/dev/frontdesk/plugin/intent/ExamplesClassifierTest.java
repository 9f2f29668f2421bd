package dev.frontdesk.plugin.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.Value;
import dev.frontdesk.api.enrich.Classification;
import dev.frontdesk.api.enrich.Classifier;
import dev.frontdesk.api.service.Cache;
import dev.frontdesk.testkit.enrich.ClassifierContractTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesClassifierTest implements ClassifierContractTest {
    private static final Map<String, List<String>> EXAMPLES = Shop.examples().stream()
            .collect(Collectors.groupingBy(
                    one -> one.intent().orElseThrow(), Collectors.mapping(one -> one.text(), Collectors.toList())));
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Memory KEPT = new Memory();

    @TempDir
    Path folder;

    /** Remembers, and counts what it was given. */
    private static final class Memory implements Cache {
        private final Map<String, byte[]> kept = new HashMap<>();
        private int puts;

        @Override
        public Optional<byte[]> get(String key) {
            return Optional.ofNullable(kept.get(key));
        }

        @Override
        public void put(String key, byte[] bytes) {
            puts++;
            kept.put(key, bytes);
        }
    }

    private static ExamplesSettings settings(Map<String, List<String>> examples, Path... from) {
        return new ExamplesSettings(examples, List.of(from), List.of(), Map.of(), ZoneId.of("UTC"));
    }

    private static ExamplesClassifier learned(ExamplesSettings settings, Cache cache) {
        return new ExamplesClassifier(settings, cache, () -> NOON);
    }

    @Override
    public Classifier classifier() {
        return learned(settings(EXAMPLES), KEPT);
    }

    @Override
    public String clear() {
        return "where is my order?";
    }

    @Override
    public String intent() {
        return "order-status";
    }

    private static Classification said(Classifier classifier, String text) throws InterruptedException {
        return classifier.classify(text, Locale.ENGLISH, Duration.ofSeconds(1));
    }

    @Test
    void theSameExamplesAreLearnedOnceAndOthersAnew() {
        var memory = new Memory();
        learned(settings(EXAMPLES), memory);
        learned(settings(EXAMPLES), memory);
        assertThat(memory.puts).isEqualTo(1);

        var more = new HashMap<>(EXAMPLES);
        more.put("gift", List.of("can you wrap it as a gift", "a gift card please"));
        assertThat(learned(settings(more), memory).intents()).contains("gift");
        assertThat(memory.puts).isEqualTo(2);
    }

    @Test
    void examplesComeFromOtherFilesToo() throws IOException, InterruptedException {
        var csv = Files.writeString(
                folder.resolve("gifts.csv"),
                "text,intent\ncan you wrap it as a gift,gift\na gift card please,gift\nhow is the weather,oos\n");
        var classifier = learned(settings(EXAMPLES, csv), new Memory());
        assertThat(said(classifier, "please wrap my gift").intent()).contains("gift");
    }

    @Test
    void whatIsAboutNothingKnownNamesTheLikeliestAmongTheOthers() throws InterruptedException {
        var said = said(classifier(), "xylophone quartz bumblebee");
        assertThat(said.intent()).isEmpty();
        assertThat(said.alternatives()).isNotEmpty();
    }

    @Test
    void whatAMessageNamesIsTold() throws IOException, InterruptedException {
        var cities = Files.writeString(folder.resolve("cities.txt"), "Riga, Рига\n\nOslo\n");
        var entities = Map.of(
                "when", entity(EntitySettings.Kind.DATE, Optional.empty()),
                "call", entity(EntitySettings.Kind.PHONE, Optional.of("LV")),
                "size", values(Optional.of(Value.ofTexts(List.of("small", "large"))), Optional.empty()),
                "city", values(Optional.empty(), Optional.of(cities)));
        var classifier =
                learned(new ExamplesSettings(EXAMPLES, List.of(), List.of(), entities, ZoneId.of("UTC")), KEPT);

        assertThat(said(classifier, "where is my order, the large one for Рига? It was due tomorrow")
                        .entities())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "when", new Value.Time(Instant.parse("2026-03-03T00:00:00Z")),
                        "size", Value.of("large"),
                        "city", Value.of("Riga")));
        assertThat(said(classifier, "where is it, my number is 67012345").entities())
                .containsEntry("call", Value.of("+37167012345"));
    }

    private static EntitySettings entity(EntitySettings.Kind kind, Optional<String> region) {
        return new EntitySettings(Optional.of(kind), Optional.empty(), Optional.empty(), Optional.empty(), region);
    }

    private static EntitySettings values(Optional<Value> values, Optional<Path> file) {
        return new EntitySettings(Optional.empty(), Optional.empty(), values, file, Optional.empty());
    }

    @Test
    void anEntityIsOneThing() {
        assertThatThrownBy(() -> values(Optional.empty(), Optional.empty())).hasMessageContaining("pattern");
        assertThatThrownBy(() -> entity(EntitySettings.Kind.PHONE, Optional.empty()))
                .hasMessageContaining("region");
        assertThatThrownBy(() -> entity(EntitySettings.Kind.DATE, Optional.of("DE")))
                .hasMessageContaining("region");
    }

    @Test
    void whoSpeaksOfTwoThingsIsUnderstoodInBoth() throws InterruptedException {
        var said = said(classifier(), "where is my order? and when are you open on sunday?");
        assertThat(said.intent()).contains("order-status");
        assertThat(said.also()).containsExactly("opening-hours");
    }

    @Test
    void doubtsAreToldWhenItIsLearned() {
        var twice = new HashMap<>(EXAMPLES);
        twice.put("gift", List.of("Where is my order?", "a gift card please"));
        assertThat(learned(settings(twice), new Memory()).doubts())
                .anySatisfy(doubt -> assertThat(doubt).contains("Where is my order?", "gift", "order-status"));
    }

    @Test
    void settingsThatTellNothingApartAreRefused() {
        assertThatThrownBy(() -> learned(settings(Map.of("one", List.of("text"))), KEPT))
                .hasMessageContaining("two intents");
        assertThatThrownBy(() -> settings(Map.of("one", List.of(), "two", List.of("text"))))
                .hasMessageContaining("'one'");
        assertThatThrownBy(() -> settings(Map.of("unknown", List.of("a"), "two", List.of("b"))))
                .hasMessageContaining("branch");
    }
}
