package dev.frontdesk.app.browser;

import java.nio.file.Path;
import java.util.List;

/** A running Frontdesk, a browser, and Anna at her inbox: what every case of the suite begins with. */
final class Staff implements AutoCloseable {
    static final String PASSWORD = "a lamp in the window";

    final Product product;
    final Chromium chromium = new Chromium();

    Staff(Path data) throws Exception {
        product = new Product(data);
    }

    Contact contact(String locale) {
        return Contact.comes(chromium, product, locale);
    }

    Inbox anna() {
        return Inbox.signedIn(chromium.person("en-US"), product, "anna", PASSWORD)
                .goes("Online");
    }

    /** Boris comes for the first time, by a link of the operator's. */
    Inbox boris() throws Exception {
        var link = product.linkFor("boris", "--name", "Boris", "--team", "support", "--skill", "ru");
        return Inbox.welcomed(chromium.person("en-US"), link, PASSWORD).goes("Online");
    }

    List<String> complaints() {
        return chromium.complaints();
    }

    @Override
    public void close() {
        chromium.close();
        product.close();
    }
}
