package dev.frontdesk.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
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
    private static final Set<String> PLAIN = Set.of("");
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
                .forEach((key, forms) ->
                        assertThat(placeholders(russian.get(key))).as(key).isEqualTo(placeholders(forms)));
    }

    @Test
    void aPluralIsOneInEveryLanguageAndHasAllFormsOfIt() throws IOException {
        var english = read("en");
        for (String language : PLURALS.keySet()) {
            read(language).forEach((key, forms) -> {
                boolean plural = !english.get(key).keySet().equals(PLAIN);
                assertThat(forms.keySet()).as(language + " " + key).isEqualTo(plural ? PLURALS.get(language) : PLAIN);
                assertThat(plural && !placeholders(forms).contains("n"))
                        .as(language + " " + key + " does not say how many")
                        .isFalse();
            });
        }
    }

    @Test
    void noTextIsBlank() throws IOException {
        for (String language : PLURALS.keySet()) {
            read(language)
                    .forEach((key, forms) -> forms.values()
                            .forEach(text ->
                                    assertThat(text).as(language + " " + key).isNotBlank()));
        }
    }

    /** Texts by key and plural form; a plain text has the one form "". */
    private static Map<String, Map<String, String>> read(String language) throws IOException {
        var catalogue = new TreeMap<String, Map<String, String>>();
        try (var json = new JsonFactory()
                .createParser(CATALOGUES.resolve(language + ".json").toFile())) {
            json.nextToken();
            for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                var before = catalogue.put(key, forms(json));
                assertThat(before).as(language + " " + key + " is there twice").isNull();
            }
        }
        return catalogue;
    }

    private static Map<String, String> forms(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return Map.of("", json.getText());
        }
        var forms = new TreeMap<String, String>();
        for (String form = json.nextFieldName(); form != null; form = json.nextFieldName()) {
            forms.put(form, json.nextTextValue());
        }
        return forms;
    }

    private static Set<String> placeholders(Map<String, String> forms) {
        var names = new TreeSet<String>();
        for (String text : forms.values()) {
            PLACEHOLDER.matcher(text).results().forEach(match -> names.add(match.group(1)));
        }
        return names;
    }
}
