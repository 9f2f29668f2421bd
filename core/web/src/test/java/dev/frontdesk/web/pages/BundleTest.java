package dev.frontdesk.web.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What the build puts on the class path: small enough to load at once, and able to live under the strict policy. */
class BundleTest {
    private static final int KB = 1024;

    @Test
    void theScriptStaysWithinItsBudget() throws IOException {
        assertThat(gzipped("inbox.js")).isLessThan(45 * KB);
    }

    @Test
    void theStylesStayWithinTheirBudget() throws IOException {
        assertThat(gzipped("inbox.css")).isLessThan(10 * KB);
    }

    @Test
    void thePageNamesItsAssetsByPlaceholders() throws IOException {
        assertThat(text("inbox.html")).contains("href=\"{{css}}\"").contains("src=\"{{js}}\"");
    }

    @Test
    void thePageHasNoInlineScriptOrStyle() throws IOException {
        assertThat(text("inbox.html"))
                .doesNotContain("style=")
                .doesNotContain("<style")
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContainPattern("\\son[a-z]+=");
    }

    @Test
    void nothingIsFetchedFromElsewhereAndNoMarkupIsMadeFromText() throws IOException {
        assertThat(text("inbox.css")).doesNotContain("url(").doesNotContain("@import");
        assertThat(text("inbox.js")).doesNotContain("eval(").doesNotContain("new Function");
    }

    @Test
    void theLicenceOfWhatIsBundledTravelsAlong() throws IOException {
        assertThat(text("preact.LICENSE.txt")).contains("MIT License");
    }

    private static byte[] read(String name) throws IOException {
        try (var in = BundleTest.class.getResourceAsStream("/dev/frontdesk/web/assets/" + name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        }
    }

    private static String text(String name) throws IOException {
        return new String(read(name), UTF_8);
    }

    private static int gzipped(String name) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(read(name));
        }
        return out.size();
    }
}
