package dev.frontdesk.channel.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.api.Setting;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebChatSettingsTest {

    @Test
    void every_key_is_explained_in_the_readme() throws Exception {
        var readme = java.nio.file.Files.readString(java.nio.file.Path.of("README.md"));
        for (var component : WebChatSettings.class.getRecordComponents()) {
            var key = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase();
            assertThat(readme).contains("`" + key + "`");
            assertThat(component.getAnnotation(Setting.class).doc()).isNotBlank();
        }
    }

    @Test
    void only_what_cannot_be_guessed_is_missing_without_a_default() {
        var without = Arrays.stream(WebChatSettings.class.getRecordComponents())
                .filter(component ->
                        component.getAnnotation(Setting.class).value().isEmpty())
                .map(component -> component.getName());
        assertThat(without).containsExactly("greeting", "languages", "allowedOrigins", "identitySecret");
    }

    @Test
    void without_languages_the_chat_speaks_all_it_knows() {
        assertThat(Some.settings().languages()).containsExactly("en", "ru");
        assertThat(Some.settings().colour()).isEqualTo("3157d5");
    }

    @Test
    void an_origin_is_a_scheme_and_a_host_and_nothing_else() {
        for (var wrong : List.of(
                "shop.example",
                "https://shop.example/",
                "https://shop.example/x",
                "https://a b",
                "ftp://x",
                "https://x;script-src",
                "https://x,https://y",
                "https://u@x",
                "",
                "https://",
                "javascript:x",
                "https://*.x")) {
            assertThatThrownBy(() -> Some.allowing(wrong)).as(wrong).hasMessageContaining("allowed-origins");
        }
        assertThat(Some.allowing("http://localhost:8080", "*").allowedOrigins()).hasSize(2);
    }
}
