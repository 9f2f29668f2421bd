package dev.frontdesk.plugin.http;

import dev.frontdesk.api.Contributions;
import dev.frontdesk.api.FrontdeskPlugin;

/** HTTP requests. */
public final class HttpPlugin implements FrontdeskPlugin {
    @Override
    public void contribute(Contributions to) {
        to.step("http", HttpSettings.class, HttpStep.class);
        to.enricher("http", HttpEnricherSettings.class, HttpEnricher.class);
        to.action(HttpRequestAction.NAME, HttpRequestSettings.class, HttpRequestAction.class);
    }
}
