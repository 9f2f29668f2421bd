package dev.frontdesk.plugin.questions;

import dev.frontdesk.api.Contributions;
import dev.frontdesk.api.FrontdeskPlugin;

/** Speaking with the contact, and keeping what was learnt. */
public final class QuestionsPlugin implements FrontdeskPlugin {
    @Override
    public void contribute(Contributions to) {
        to.step("send", SendSettings.class, SendStep.class);
        to.step("ask", AskSettings.class, AskStep.class);
        to.step("set", SetSettings.class, SetStep.class);
        to.step("tag", TagSettings.class, TagStep.class);
        to.step("note", NoteSettings.class, NoteStep.class);
        to.step("close", CloseSettings.class, CloseStep.class);
    }
}
