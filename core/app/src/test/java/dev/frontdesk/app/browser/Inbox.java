package dev.frontdesk.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** An agent at the inbox. The words are those of the English pages. */
final class Inbox implements AutoCloseable {
    private final Page page;

    Inbox(Page page) {
        this.page = page;
    }

    /** Opens a one-time link and sets a password. */
    static Inbox welcomed(Page page, String link, String password) {
        page.navigate(link);
        page.getByLabel("New password").fill(password);
        page.getByText("Set password and continue").click();
        return new Inbox(page).isSignedIn();
    }

    static Inbox signedIn(Page page, Product product, String agent, String password) {
        page.navigate(product.inbox());
        return new Inbox(page).signsIn(agent, password).isSignedIn();
    }

    Inbox signsIn(String agent, String password) {
        page.getByLabel("Agent").fill(agent);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
        button("Sign in").click();
        return this;
    }

    Inbox isSignedIn() {
        assertThat(page.locator(".rail")).isVisible();
        return this;
    }

    Page page() {
        return page;
    }

    Inbox goes(String availability) {
        page.locator("#availability").click();
        page.getByRole(AriaRole.MENUITEMRADIO, named(availability)).click();
        assertThat(page.locator("#availability .name")).hasText(availability);
        return this;
    }

    Inbox looksAt(String view) {
        page.locator("#list-tab-" + view).click();
        return this;
    }

    /** The row whose preview holds the text; it may come at any moment. */
    Locator row(String text) {
        return page.locator(".row", new Page.LocatorOptions().setHasText(text));
    }

    Inbox sees(String text) {
        assertThat(row(text)).isVisible();
        return this;
    }

    Inbox opens(String text) {
        row(text).click();
        assertThat(page.locator(".thread-head")).isVisible();
        return this;
    }

    Inbox reads(String text) {
        assertThat(page.locator(".message").last()).containsText(text);
        return this;
    }

    Inbox readsThatItHappened(String text) {
        assertThat(page.locator(".system").getByText(text).last()).isVisible();
        return this;
    }

    Inbox replies(String text) {
        compose("Reply", text).press("Control+Enter");
        return isSaid(text);
    }

    Inbox notes(String text) {
        compose("Note", text).press("Control+Enter");
        assertThat(page.locator(".message.note").last()).containsText(text);
        return this;
    }

    /** The reply stands in the thread and the server has it. */
    private Inbox isSaid(String text) {
        assertThat(page.locator(".message.agent:not(.pending)").last()).containsText(text);
        return this;
    }

    private Locator compose(String how, String text) {
        page.getByRole(AriaRole.TAB, named(how)).click();
        var paper = page.locator("#composer textarea");
        paper.fill(text);
        return paper;
    }

    Inbox assigns(String to) {
        page.locator("#holder").click();
        page.locator("[role=combobox]").fill(to);
        page.locator(".picker .option", new Page.LocatorOptions().setHasText(to))
                .first()
                .click();
        return this;
    }

    Inbox isHeldBy(String name) {
        assertThat(page.locator("#holder .name")).hasText(name);
        return this;
    }

    Inbox closes(String category, String summary) {
        page.locator(".thread-head")
                .getByText("Close", new Locator.GetByTextOptions().setExact(true))
                .click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Category").selectOption(category);
        dialog.getByLabel("Summary").fill(summary);
        dialog.locator("button[type=submit]").click();
        assertThat(page.locator(".closed-bar")).isVisible();
        return this;
    }

    /** The first word in a new conversation with the contact of a closed one. */
    Inbox starts(String text) {
        button("New conversation").click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("First message").fill(text);
        dialog.locator("button[type=submit]").click();
        assertThat(page.locator("#composer")).isVisible();
        return reads(text);
    }

    Inbox prefersLanguage(String settings, String language) {
        page.getByTitle(settings).click();
        page.getByRole(AriaRole.DIALOG).locator("select").first().selectOption(language);
        assertThat(page.locator("html")).hasAttribute("lang", language);
        page.keyboard().press("Escape");
        return this;
    }

    Locator side() {
        return page.locator(".side-pane");
    }

    Inbox signsOut() {
        page.locator("#availability").click();
        page.getByText("Sign out").click();
        assertThat(page.getByLabel("Agent")).isVisible();
        return this;
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, named(name).setExact(true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    @Override
    public void close() {
        page.context().close();
    }
}
