package dev.frontdesk.plugin.intent;

import dev.frontdesk.api.Contributions;
import dev.frontdesk.api.FrontdeskPlugin;

/** What a message is about. */
public final class IntentPlugin implements FrontdeskPlugin {
    @Override
    public void contribute(Contributions to) {
        to.classifier("examples", ExamplesSettings.class, ExamplesClassifier.class);
        to.step("intent", IntentSettings.class, IntentStep.class);
    }
}
