package dev.frontdesk.plugin.ai;

import dev.frontdesk.api.Contributions;
import dev.frontdesk.api.FrontdeskPlugin;
import dev.frontdesk.plugin.ai.chat.ChatAction;
import dev.frontdesk.plugin.ai.chat.ChatSettings;
import dev.frontdesk.plugin.ai.classify.ChatClassifier;
import dev.frontdesk.plugin.ai.classify.ChatClassifierSettings;
import dev.frontdesk.plugin.ai.classify.EmbeddingsClassifier;
import dev.frontdesk.plugin.ai.classify.EmbeddingsSettings;
import dev.frontdesk.plugin.ai.knowledge.Knowledge;

/** Talking with the contact by way of a language model. */
public final class AiPlugin implements FrontdeskPlugin {
    @Override
    public void contribute(Contributions to) {
        to.service(Knowledge.class);
        to.step("ai", AiSettings.class, AiStep.class);
        to.classifier("chat", ChatClassifierSettings.class, ChatClassifier.class);
        to.classifier("embeddings", EmbeddingsSettings.class, EmbeddingsClassifier.class);
        to.action(ChatAction.NAME, ChatSettings.class, ChatAction.class);
    }
}
