package dev.frontdesk.app.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The machine's Chromium, and everything its pages complained about. */
final class Chromium implements AutoCloseable {
    private static final String PATH =
            Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium");

    /** Pages ask nobody but the product. */
    private static final Pattern OURS = Pattern.compile("^(http://(127\\.0\\.0\\.1|localhost):|data:|blob:)");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(PATH))
                    .setHeadless(true)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run")));
    private final List<String> complaints = new ArrayList<>();

    /** A person's own browser: nothing is shared with the others. */
    Page person(String locale) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(locale)
                .setTimezoneId("Europe/Berlin")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(Looks.WIDE, Looks.HEIGHT));
        context.setDefaultTimeout(20_000);
        context.onConsoleMessage(message -> {
            boolean bad = message.type().equals("error") || message.type().equals("warning");
            if (bad && !isAnswerToAStranger(message.location())) {
                complaints.add(message.type() + ": " + message.text() + " " + message.location());
            }
        });
        context.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        context.onRequest(request -> {
            if (!OURS.matcher(request.url()).find()) {
                complaints.add("asked somebody else: " + request.url());
            }
        });
        context.onWebError(error -> complaints.add("page error: " + error.error()));
        context.onResponse(response -> {
            if (response.status() >= 500) {
                complaints.add(response.status() + " " + response.url());
            }
        });
        return context.newPage();
    }

    /** 401 is the answer to whoever is not signed in yet or mistypes a password; Chromium itself calls that an error. */
    private static boolean isAnswerToAStranger(String location) {
        return location.contains("/api/me:") || location.contains("/api/login:");
    }

    List<Page> pages() {
        return browser.contexts().stream()
                .flatMap(context -> context.pages().stream())
                .toList();
    }

    /** Console errors and warnings (a violated content security policy is one), page errors, answers of 500 and above. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
