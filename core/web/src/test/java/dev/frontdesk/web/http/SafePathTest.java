package dev.frontdesk.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SafePathTest {

    @Test
    void aPlainPathIsDecodedOnce() {
        assertThat(SafePath.parse("/").orElseThrow().segments()).isEmpty();
        assertThat(SafePath.parse("/a/b%20c/%D1%8F/").orElseThrow().segments()).containsExactly("a", "b c", "\u044f");
        assertThat(SafePath.parse("/a/b/c/d").orElseThrow().rest(2)).isEqualTo("c/d");
    }

    @Test
    void whatCouldBeReadDifferentlyElsewhereIsRefused() {
        for (String path : List.of(
                "",
                "a",
                "//",
                "/a//b",
                "/.",
                "/..",
                "/%2e",
                "/%2E%2e",
                "/a/..;/b",
                "/a;b",
                "/a%3bb",
                "/a%2fb",
                "/a%5Cb",
                "/a\\b",
                "/%25",
                "/%2",
                "/%",
                "/%zz",
                "/%ff",
                "/%c0%ae",
                "/%ed%a0%80",
                "/%00",
                "/%0a",
                "/" + "x".repeat(3000))) {
            assertThat(SafePath.parse(path)).as(path).isEmpty();
        }
    }
}
