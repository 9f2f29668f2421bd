package dev.frontdesk.plugin.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.api.FrontdeskPlugin;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ExamplePluginTest {

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(FrontdeskPlugin.class)).hasExactlyElementsOfTypes(ExamplePlugin.class);
    }
}
