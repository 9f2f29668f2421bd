/** The product in a real browser: a contact and agents in Chromium, on a Frontdesk started as a process. Run by {@code mvn verify -Dslow}. */
package dev.frontdesk.app.browser;
