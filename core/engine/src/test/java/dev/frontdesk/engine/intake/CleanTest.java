package dev.frontdesk.engine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTest {
    @Test
    void nul_and_halves_of_pairs_are_replaced_and_whole_pairs_stay() {
        assertThat(Clean.text("a\0b")).isEqualTo("a\uFFFDb");
        assertThat(Clean.text("x\uD83D")).isEqualTo("x\uFFFD");
        assertThat(Clean.text("\uDE00x")).isEqualTo("\uFFFDx");
        assertThat(Clean.text("\uD83D\uDE00")).isEqualTo("\uD83D\uDE00");
    }

    @Test
    void a_key_that_is_too_long_becomes_its_digest() {
        assertThat(Clean.key("k".repeat(500), 200)).startsWith("sha256:").hasSize(71);
        assertThat(Clean.key("short", 200)).isEqualTo("short");
    }
}
