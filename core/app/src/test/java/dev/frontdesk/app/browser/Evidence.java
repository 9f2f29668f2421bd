package dev.frontdesk.app.browser;

import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** When a case fails: pictures of all open pages, and what the product said. */
record Evidence(Supplier<Staff> staff) implements TestExecutionExceptionHandler {
    @Override
    public void handleTestExecutionException(ExtensionContext test, Throwable failure) throws Throwable {
        int n = 0;
        for (var page : staff.get().chromium.pages()) {
            Looks.shoot(
                    page, "failed-%s-%d".formatted(test.getRequiredTestMethod().getName(), n++));
        }
        failure.addSuppressed(
                new AssertionError("Frontdesk said:\n" + staff.get().product.output()));
        throw failure;
    }
}
