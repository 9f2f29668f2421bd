package dev.frontdesk.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

/** Somebody on the shop's page who uses the chat in its corner. */
final class Contact implements AutoCloseable {
    private static final int CORNER = 48;

    private final Page page;
    private final Frame chat;

    private Contact(Page page, Frame chat) {
        this.page = page;
        this.chat = chat;
    }

    /** Opens the page and presses the round button, which lies in a closed shadow root: only a pointer reaches it. */
    static Contact comes(Chromium chromium, Product product, String locale) {
        var page = chromium.person(locale);
        page.navigate(product.demoPage());
        assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
        page.mouse().click(Looks.WIDE - CORNER, Looks.HEIGHT - CORNER);
        page.waitForCondition(() -> page.frames().size() == 2);
        var chat = page.frames().getLast();
        assertThat(chat.locator("textarea")).isVisible();
        return new Contact(page, chat);
    }

    Page page() {
        return page;
    }

    Contact says(String text) {
        chat.locator("textarea").fill(text);
        chat.locator("textarea").press("Enter");
        assertThat(chat.locator(".said.mine").last()).containsText(text);
        return this;
    }

    /** Sends files, and waits until they are stored and shown. */
    Contact gives(FilePayload... files) {
        int before = chat.locator(".said.mine .file").count();
        chat.locator("input[type=file]").setInputFiles(files);
        assertThat(chat.locator(".said.mine .file")).hasCount(before + files.length);
        return this;
    }

    Contact presses(String label) {
        button(label).click();
        assertThat(chat.locator(".said.mine").last()).containsText(label);
        return this;
    }

    /** The newest line of the other side. */
    Contact hears(String text) {
        assertThat(chat.locator(".said.theirs").last()).containsText(text);
        return this;
    }

    Contact hearsFrom(String author, String text) {
        hears(text);
        assertThat(chat.locator(".said.theirs .author").last()).hasText(author);
        return this;
    }

    Contact isOffered(String... labels) {
        assertThat(chat.locator(".options button")).hasText(labels);
        return this;
    }

    Contact neverHeard(String text) {
        assertThat(chat.locator(".said.theirs").getByText(text)).hasCount(0);
        return this;
    }

    private Locator button(String label) {
        return chat.locator(".options").getByText(label, new Locator.GetByTextOptions().setExact(true));
    }

    @Override
    public void close() {
        page.context().close();
    }
}
