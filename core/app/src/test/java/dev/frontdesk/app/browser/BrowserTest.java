package dev.frontdesk.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
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
        assertThat(page.getByText("Nothing is waiting for you")).isVisible();
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
        assertThat(anna.side().locator("dd").getByText("wants to buy")).isVisible();
        assertThat(anna.side().locator(".trail .last")).containsText("assign");
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
        contact.says("It is about the other thing").hears("Sorry, I did not get that.");
        contact.says("A red shade, please");
        anna.looksAt("mine").sees("A red shade").opens("A red shade");
        anna.readsThatItHappened("Routed to Support").readsThatItHappened("Assigned to Anna");
        assertThat(anna.side().getByText("1 earlier conversation")).isVisible();
        assertThat(anna.side().getByText("Two desk lamps, paid by card")).isVisible();
        anna.replies("Yes, red and green.");
        contact.hearsFrom("Anna", "Yes, red and green.").says("Red then, thanks!");
        anna.reads("Red then").closes("Answered", "Red shade");
        anna.looksAt("closed").sees("Red then");
        assertThat(page.locator(".row")).hasCount(2);
        Looks.at(page, "08-inbox-two-closed");
    }

    @Test
    @Order(2)
    void theBotFallsSilentWhenAnAgentTakesTheConversation() {
        var anna = staff.anna();
        var contact = staff.contact("en-US");
        contact.says("Is anybody there?").hears("Hello and welcome to Acme!");
        anna.looksAt("all").opens("Hello and welcome to Acme!");
        assertThat(anna.page().locator(".composer .hint")).hasText("Your reply takes over from the bot");
        Looks.at(anna.page(), "09-inbox-bot-speaks");
        anna.assigns("Take it").isHeldBy("Anna").readsThatItHappened("You took the conversation");
        contact.presses("My order");
        anna.reads("My order").replies("I am here. Which order is it?");
        contact.hearsFrom("Anna", "Which order is it?").neverHeard("What is the number of your order?");
        anna.closes("Answered", "Was only looking");

        anna.starts("Your order has left the house");
        anna.readsThatItHappened("Opened from Acme support").isHeldBy("Anna");
        contact.hearsFrom("Anna", "Your order has left the house").says("That was quick");
        anna.reads("That was quick");
        contact.hears("Your order has left the house");
        Looks.at(
                anna.page(),
                "10-assign",
                () -> anna.page().locator("#holder").click(),
                () -> anna.page().keyboard().press("Escape"));
        anna.closes("Answered", "");
    }

    @Test
    @Order(3)
    void aConversationGoesFromTeamToTeamAndWaitsForWhoIsFree() throws Exception {
        var anna = staff.anna().goes("Away");
        var boris = staff.boris();
        var contact = staff.contact("ru-RU");
        contact.says("Здравствуйте, не пришла лампа").hears("Здравствуйте! Чем мы можем помочь?");
        contact.isOffered("Купить", "Мой заказ", "Другое");
        Looks.at(contact.page(), "11-chat-russian");
        contact.presses("Мой заказ").hears("Какой номер у вашего заказа?").says("4512");
        contact.hears("Спасибо! Я ищу того, кто вам поможет.");

        boris.sees("Спасибо!").opens("Спасибо!").isHeldBy("Boris");
        assertThat(boris.side().locator(".candidates .out")).containsText("Annaaway");
        boris.replies("Минуту, посмотрю.");
        contact.hearsFrom("Boris", "Минуту, посмотрю.");
        boris.assigns("Sales").isHeldBy("Nobody").readsThatItHappened("Routed to Sales · transferred by Boris");
        assertThat(boris.page().locator("#list-tab-mine .badge")).hasText("0");
        assertThat(boris.side().getByText("Number 1 in the queue")).isVisible();
        assertThat(boris.side().locator(".candidates")).hasCount(0);
        Looks.at(boris.page(), "12-inbox-waiting");

        anna.goes("Online").looksAt("mine").sees("Минуту").opens("Минуту").isHeldBy("Anna");
        anna.replies("Здравствуйте, это Анна.");
        contact.hearsFrom("Anna", "это Анна");
        anna.closes("Complaint", "Lamp 4512 did not arrive");
        boris.readsThatItHappened("Closed by Anna");
    }

    @Test
    @Order(4)
    void anAgentSignsOutAndInAgainAndReadsRussian() {
        var anna = staff.anna();
        var page = anna.page();
        anna.signsOut().signsIn("anna", "not her password");
        assertThat(page.getByText("Agent or password is wrong.")).isVisible();
        Looks.at(page, "13-sign-in");
        anna.signsIn("anna", Staff.PASSWORD).isSignedIn();

        anna.prefersLanguage("Settings", "ru");
        assertThat(page.locator("#list-tab-mine")).containsText("Мои");
        anna.looksAt("closed").opens("это Анна");
        Looks.at(page, "14-inbox-russian");
        page.locator(".rail").getByTitle("Диалоги").click();
        Looks.at(
                page,
                "15-settings-russian",
                () -> page.getByTitle("Настройки").click(),
                () -> page.keyboard().press("Escape"));
        anna.prefersLanguage("Настройки", "en");
        assertThat(page.locator("#list-tab-mine")).containsText("Mine");
    }

    @Test
    @Order(5)
    void whatAContactSendsIsShownAndNothingInItRuns() throws Exception {
        var anna = staff.anna();
        var contact = staff.contact("en-US");
        contact.says("<img src=x onerror=alert(1)><script>alert(2)</script>").hears("Hello and welcome to Acme!");
        contact.presses("Buy something").hears("I am looking for somebody");
        contact.gives(
                new FilePayload("lamp.png", "image/png", picture()),
                new FilePayload("<img src=x onerror=alert(3)>.html", "text/html", HOSTILE),
                new FilePayload("logo.svg", "image/svg+xml", HOSTILE));
        Looks.at(contact.page(), "16-chat-files");

        anna.looksAt("mine").sees("logo.svg").opens("logo.svg");
        anna.reads("logo.svg");
        assertThat(anna.page().locator(".message .file").getByText("onerror=alert(3)"))
                .isVisible();
        assertThat(anna.page().locator(".message img").first()).isVisible();
        Looks.at(anna.page(), "17-inbox-files");
        var links = anna.page().locator(".message a[href^='/api/attachments/']").all();
        assertThat(links).isNotEmpty();
        for (var link : links) {
            var address = URI.create(anna.page().url()).resolve(link.getAttribute("href"));
            var headers = anna.page().request().get(address.toString()).headers();
            assertThat(headers.get("x-content-type-options")).isEqualTo("nosniff");
            assertThat(headers.get("content-security-policy")).contains("sandbox");
        }
        anna.closes("Answered", "Files");
    }

    @Test
    @Order(6)
    void twoContactsAreSaidToBeOnePersonAndItIsUndone() {
        var anna = staff.anna();
        var one = staff.contact("en-US");
        one.says("It is me, from the office").hears("Hello and welcome to Acme!");
        var other = staff.contact("en-US");
        other.says("It is me again, from home").hears("Hello and welcome to Acme!");
        other.presses("My order").hears("What is the number of your order?");
        anna.looksAt("all").sees("What is the number").opens("What is the number");
        anna.assigns("Take it").isHeldBy("Anna");
        anna.side().getByText("Same person as").click();
        var dialog = anna.page().getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.TEXTBOX).fill("v.");
        assertThat(dialog.locator("input[type=radio]").first()).isVisible();
        Looks.at(anna.page(), "18-merge");
        dialog.locator("input[type=radio]").first().check();
        dialog.locator("button[type=submit]").click();
        anna.readsThatItHappened("turned out to be the same person");
        Looks.at(anna.page(), "19-merged");
        anna.side().getByText("Undo merge").click();
        anna.readsThatItHappened("A merge was undone");
        assertThat(anna.side().getByText("Undo merge")).hasCount(0);
    }

    private static final byte[] HOSTILE =
            "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(4)'><script>alert(5)</script><image href='https://elsewhere.invalid/x'/></svg>"
                    .getBytes(StandardCharsets.UTF_8);

    private static byte[] picture() throws IOException {
        var image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 320; x++) {
            for (int y = 0; y < 240; y++) {
                image.setRGB(x, y, 0x3157d5 + x / 4 + (y / 4 << 8));
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
