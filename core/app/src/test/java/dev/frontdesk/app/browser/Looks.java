package dev.frontdesk.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** How a page looks and whether everybody can use it: pictures in three widths and both themes, and the rules of axe. */
final class Looks {
    static final int WIDE = 1440;
    static final int HEIGHT = 900;
    private static final int[] WIDTHS = {390, 768, WIDE};
    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final String AXE = read("/axe.min.js");
    private static final String RULES = """
            async () => {
              const found = await axe.run(document, {
                iframes: false,
                runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
              });
              return found.violations.flatMap((rule) => rule.nodes.map((node) => rule.id + " " + node.html + " " + node.failureSummary));
            }""";

    private Looks() {}

    /** Shoots the page as it stands and checks it and the frames in it; leaves it wide and light again. */
    static void at(Page page, String name) {
        at(page, name, () -> {}, () -> {});
    }

    /** As {@link #at(Page, String)}, for what is opened and closed again in each width. */
    static void at(Page page, String name, Runnable open, Runnable close) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, width < 700 ? 844 : HEIGHT);
            open.run();
            for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
                String shot = "%s-%d-%s".formatted(name, width, theme.name().toLowerCase(Locale.ROOT));
                shoot(page, shot);
                if (width != 768) {
                    page.frames().stream().filter(Looks::runs).forEach(frame -> accessible(frame, shot));
                }
                fits(page, shot);
            }
            close.run();
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(WIDE, HEIGHT);
    }

    /** In the frame of a letter nothing runs, not even what we bring. */
    private static boolean runs(Frame frame) {
        return !frame.url().contains("/letter");
    }

    static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED));
    }

    private static void accessible(Frame frame, String where) {
        if (!Boolean.TRUE.equals(frame.evaluate("() => typeof axe === 'object'"))) {
            frame.evaluate(AXE);
        }
        assertThat((List<?>) frame.evaluate(RULES))
                .as("violations of accessibility in %s, %s", where, frame.url())
                .isEmpty();
    }

    /** Nothing may push a page wider than its window. */
    private static void fits(Page page, String where) {
        var wide = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(wide).as("pixels beyond the right edge in %s", where).isEqualTo(0);
    }

    private static String read(String resource) {
        try (InputStream in = Looks.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
