package dev.frontdesk.app.cli;

import dev.frontdesk.app.wiring.Beside;
import dev.frontdesk.app.wiring.Folders;
import dev.frontdesk.testkit.whatsapp.FakeWhatsApp;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** A WhatsApp of one's own beside the demo: it is the number's provider, and its page is the app of a customer. */
public final class MadeUpWhatsApp implements Beside {
    private static final String MARK = "FRONTDESK_DEMO_WHATSAPP";
    /** Its secrets keep nobody out but other programs on this machine, so they may stand here. */
    private static final String BLOCK = """

            # Written by frontdesk demo --with whatsapp-fake; says nothing in a demo without it.
            channels { whatsapp {
              type = whatsapp
              enabled = ${?FRONTDESK_DEMO_WHATSAPP}
              phone-number-id = ${?FRONTDESK_DEMO_WHATSAPP_NUMBER}
              business-account-id = ${?FRONTDESK_DEMO_WHATSAPP_ACCOUNT}
              access-token = ${?FRONTDESK_DEMO_WHATSAPP_TOKEN}
              app-secret = ${?FRONTDESK_DEMO_WHATSAPP_SECRET}
              verify-token = ${?FRONTDESK_DEMO_WHATSAPP_VERIFY}
              api-url = ${?FRONTDESK_DEMO_WHATSAPP_URL}
            } }
            http-client.allow += ${?FRONTDESK_DEMO_WHATSAPP_HOST}
            """;

    private final FakeWhatsApp whatsapp = new FakeWhatsApp();

    private MadeUpWhatsApp() {}

    /** Starts it on this port or, when that is taken, on any, and makes the demo's configuration know of it. */
    public static MadeUpWhatsApp beside(Folders demo, int port) throws IOException {
        MadeUp.writeOnce(demo, MARK, BLOCK);
        var made = new MadeUpWhatsApp();
        // The demo remembers what an earlier one has brought, maybe within the same second.
        made.whatsapp.restartIds(Instant.now().toEpochMilli());
        made.whatsapp.reporting();
        MadeUp.start(port, made.whatsapp::start);
        return made;
    }

    /** The page of the customer's app. */
    public URI url() {
        return whatsapp.url();
    }

    @Override
    public String line() {
        return "Customer's WhatsApp: " + url();
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                MARK,
                "true",
                MARK + "_NUMBER",
                FakeWhatsApp.NUMBER,
                MARK + "_ACCOUNT",
                FakeWhatsApp.ACCOUNT,
                MARK + "_TOKEN",
                FakeWhatsApp.TOKEN,
                MARK + "_SECRET",
                FakeWhatsApp.APP_SECRET,
                MARK + "_VERIFY",
                FakeWhatsApp.VERIFY_TOKEN,
                MARK + "_URL",
                whatsapp.url().toString(),
                MARK + "_HOST",
                whatsapp.url().getHost());
    }

    @Override
    public void ready(URI site) {
        whatsapp.bringTo(URI.create(site + "/channels/whatsapp/webhook"));
    }

    @Override
    public void close() {
        whatsapp.close();
    }
}
