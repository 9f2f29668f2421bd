package dev.frontdesk.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Contacts and agents at the real product, in the order of one working day: Anna's first sign-in comes first. */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrowserTest {
    @TempDir
    static Path data;

    static Staff staff;

    @RegisterExtension
    final Evidence evidence = new Evidence(() -> staff);

    @BeforeAll
    static void open() throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        staff = new Staff(data);
    }

    @AfterAll
    static void close() {
        staff.close();
        assertThat(staff.product.warnings()).as("warnings in the log").isEmpty();
    }

    @AfterEach
    void nobodyComplained() {
        staff.chromium.pages().forEach(page -> page.context().close());
        assertThat(staff.complaints()).as("what the browser complained about").isEmpty();
    }

    @Test
    @Order(1)
    void aContactAndAnAgentGoThroughTheWholeCycleTwice() {
        var page = staff.chromium.person("en-US");
        page.navigate(staff.product.oneTimeLink());
        assertThat(page.getByLabel("New password")).isVisible();
        Looks.at(page, "01-welcome");
        var anna = Inbox.welcomed(page, staff.product.oneTimeLink(), Staff.PASSWORD);
        Looks.at(page, "02-inbox-empty");
        anna.goes("Online");

        var contact = staff.contact("en-US");
        Looks.at(contact.page(), "03-chat-begins");
        contact.says("Hello, I saw a lamp").hears("Hello and welcome to Acme! How can we help?");
        contact.isOffered("Buy something", "My order", "Something else");
        Looks.at(contact.page(), "04-chat-question");
        contact.presses("Buy something").hears("Thank you! I am looking for somebody who can help you.");

        anna.sees("Thank you!").opens("Thank you!");
        anna.readsThatItHappened("Routed to Sales").readsThatItHappened("Assigned to Anna");
        assertThat(anna.side().getByText("wants to buy")).isVisible();
        assertThat(anna.side().getByText("least open conversations")).isVisible();
        assertThat(anna.side().locator(".candidates li").first()).containsText("Anna");
        anna.replies("Hello, Anna here. Which lamp is it?");
        contact.hearsFrom("Anna", "Which lamp is it?");
        contact.says("The Fjord desk lamp, two of them");
        anna.reads("The Fjord desk lamp").notes("Two Fjord lamps: 5 % off is fine");
        contact.neverHeard("5 %");
        Looks.at(page, "05-inbox-conversation");
        Looks.at(contact.page(), "06-chat-conversation");
        anna.closes("Sold", "Two desk lamps, paid by card");
        anna.readsThatItHappened("Closed by Anna");
        Looks.at(page, "07-inbox-closed");

        contact.says("One more thing").hears("Hello and welcome to Acme! How can we help?");
        contact.says("Can I also get a red shade?");
        anna.looksAt("mine").sees("red shade").opens("red shade");
        anna.readsThatItHappened("Assigned to");
        assertThat(anna.side().getByText("1 earlier conversation")).isVisible();
        assertThat(anna.side().getByText("Two desk lamps, paid by card")).isVisible();
        anna.replies("Yes, red and green.");
        contact.hearsFrom("Anna", "Yes, red and green.").says("Red then, thanks!");
        anna.reads("Red then").closes("Answered", "Red shade");
        anna.looksAt("closed").sees("Red then");
    }
}
