package dev.frontdesk.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Letters in the inbox: what somebody wrote, the rest a click away, and nothing in it runs or asks anybody. */
@Tag("slow")
class LettersBrowserTest {
    private static final String LETTER = """
            Authentication-Results: mx.desk.example; dmarc=pass header.from=customer.example
            From: Ada Lindt <ada@customer.example>
            To: support@desk.example
            Cc: Ben Lindt <ben@customer.example>
            Subject: The lamp from your shop =?utf-8?Q?=E2=80=93_order_4512?=
            Message-ID: <ada-1@customer.example>
            Date: Mon, 23 Nov 2026 01:00:00 +0000
            MIME-Version: 1.0
            Content-Type: text/html; charset=utf-8

            <html><body onload="alert(1)"><style>body{display:none}</style>
            <p>Hello, the lamp came <b>without</b> its shade.</p><script>alert(2)</script>
            <table border="1"><tr><td>Order</td><td>4512</td></tr></table>
            <img src="https://tracker.invalid/pixel.gif"><svg onload="alert(3)"></svg>
            <a href="javascript:alert(4)">press</a> <a href="https://customer.example/">our page</a>
            <p>On Mon, 16 Nov 2026, Acme wrote:</p><blockquote>Your order has left the house.</blockquote>
            </body></html>""";

    @TempDir
    static Path data;

    static PostOffice office;
    static Staff staff;

    @RegisterExtension
    final Evidence evidence = new Evidence(() -> staff);

    @BeforeAll
    static void open() throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        office = new PostOffice();
        office.configure(data);
        staff = new Staff(data);
    }

    @AfterAll
    static void close() {
        staff.close();
        office.close();
        assertThat(staff.product.warnings()).as("warnings in the log").isEmpty();
    }

    @Test
    void aLetterIsReadAsItWasMeantAndNothingInItRuns() throws Exception {
        var page = staff.chromium.person("en-US");
        page.navigate(staff.product.oneTimeLink());
        var anna = Inbox.welcomed(page, staff.product.oneTimeLink(), Staff.PASSWORD)
                .goes("Online");
        office.brings("ada@customer.example", LETTER);
        anna.looksAt("all").sees("Hello and welcome to Acme!").opens("Hello and welcome to Acme!");
        assertThat(page.locator(".letterhead .subject")).hasText("The lamp from your shop \u2013 order 4512");
        assertThat(page.locator(".letterhead .sender")).hasText("Sender confirmed by mx.desk.example");
        assertThat(page.locator(".message").first()).containsText("without its shade");
        assertThat(page.locator(".message").first()).not().containsText("left the house");
        assertThat(anna.side().getByText("Ben Lindt")).isVisible();
        Looks.at(page, "20-letter");

        page.getByText("Whole text").click();
        assertThat(page.locator(".letter .whole")).containsText("Your order has left the house.");
        page.getByText("As it was sent").click();
        var letter = page.frameLocator(".letter iframe");
        assertThat(letter.getByText("Your order has left the house.")).isVisible();
        assertThat(letter.locator("b")).hasText("without");
        assertThat(letter.locator("script, svg, [onload], a[href^=javascript]")).hasCount(0);
        Looks.at(page, "21-letter-as-sent");

        anna.assigns("Take it").isHeldBy("Anna").replies("The shade follows tomorrow.");
        anna.closes("Complaint", "Shade is sent");
        Looks.at(page, "22-letter-closed");
        assertThat(staff.complaints()).as("what the browser complained about").isEmpty();
    }
}
