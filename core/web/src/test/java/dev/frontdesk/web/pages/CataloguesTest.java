package dev.frontdesk.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The texts of the pages: every language says everything, with the same placeholders and all of its plural forms. */
class CataloguesTest {
    private static final Path CATALOGUES = Path.of("src/main/web/i18n");
    private static final Map<String, Set<String>> PLURALS =
            Map.of("en", Set.of("one", "other"), "ru", Set.of("one", "few", "many", "other"));
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    @Test
    void everyLanguageHasTheSameKeys() throws IOException {
        assertThat(read("ru").keySet()).isEqualTo(read("en").keySet());
    }

    @Test
    void everyTextHasTheSamePlaceholdersInEveryLanguage() throws IOException {
        var russian = read("ru");
        read("en")
                .forEach((key, english) -> assertThat(placeholders(russian.get(key)))
                        .as(key)
                        .isEqualTo(placeholders(english)));
    }

    @Test
    void aPluralIsOneInEveryLanguageAndHasAllFormsOfIt() throws IOException {
        var english = read("en");
        for (String language : PLURALS.keySet()) {
            read(language).forEach((key, text) -> {
                assertThat(text.isObject()).as(language + " " + key).isEqualTo(english.get(key).isObject());
                if (text.isObject()) {
                    assertThat(forms(text)).as(language + " " + key).isEqualTo(PLURALS.get(language));
                    assertThat(placeholders(text)).as(language + " " + key).contains("n");
                }
            });
        }
    }

    @Test
    void noTextIsBlank() throws IOException {
        for (String language : PLURALS.keySet()) {
            read(language).forEach((key, text) -> texts(text)
                    .forEach(one -> assertThat(one).as(language + " " + key).isNotBlank()));
        }
    }

    private static Map<String, JsonNode> read(String language) throws IOException {
        var catalogue = new TreeMap<String, JsonNode>();
        new ObjectMapper()
                .readTree(CATALOGUES.resolve(language + ".json").toFile())
                .properties()
                .forEach(entry -> catalogue.put(entry.getKey(), entry.getValue()));
        return catalogue;
    }

    private static Set<String> forms(JsonNode plural) {
        var forms = new TreeSet<String>();
        plural.fieldNames().forEachRemaining(forms::add);
        return forms;
    }

    private static Set<String> placeholders(JsonNode text) {
        var names = new TreeSet<String>();
        texts(text).forEach(one ->
                PLACEHOLDER.matcher(one).results().forEach(match -> names.add(match.group(1))));
        return names;
    }

    private static Set<String> texts(JsonNode text) {
        var all = new TreeSet<String>();
        if (text.isObject()) {
            text.elements().forEachRemaining(form -> all.add(form.asText()));
        } else {
            all.add(text.asText());
        }
        return all;
    }
}
