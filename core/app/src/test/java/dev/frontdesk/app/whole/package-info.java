/** The whole product in the process of the test, over real HTTP, on its real stores. Start at {@link dev.frontdesk.app.whole.OutsidersTest}. */
package dev.frontdesk.app.whole;
