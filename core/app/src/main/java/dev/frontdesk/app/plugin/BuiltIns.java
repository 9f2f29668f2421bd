package dev.frontdesk.app.plugin;

import dev.frontdesk.api.FrontdeskPlugin;
import dev.frontdesk.channel.email.EmailPlugin;
import dev.frontdesk.channel.telegram.TelegramPlugin;
import dev.frontdesk.channel.webchat.WebChatPlugin;
import dev.frontdesk.channel.whatsapp.WhatsAppPlugin;
import dev.frontdesk.engine.workflow.control.ControlPlugin;
import dev.frontdesk.plugin.ai.AiPlugin;
import dev.frontdesk.plugin.assignment.AssignmentPlugin;
import dev.frontdesk.plugin.http.HttpPlugin;
import dev.frontdesk.plugin.intent.IntentPlugin;
import dev.frontdesk.plugin.lookup.LookupPlugin;
import dev.frontdesk.plugin.questions.QuestionsPlugin;
import dev.frontdesk.plugin.routing.RoutingPlugin;
import java.util.List;

/** The plugins that come with Frontdesk. They use the same API as everybody's; this list is all that sets them apart. */
public final class BuiltIns {
    private BuiltIns() {}

    public static List<Plugin> all() {
        return List.of(
                builtIn("webchat", new WebChatPlugin()),
                builtIn("telegram", new TelegramPlugin()),
                builtIn("whatsapp", new WhatsAppPlugin()),
                builtIn("email", new EmailPlugin()),
                builtIn("control", new ControlPlugin()),
                builtIn("questions", new QuestionsPlugin()),
                builtIn("routing", new RoutingPlugin()),
                builtIn("assignment", new AssignmentPlugin()),
                builtIn("http", new HttpPlugin()),
                builtIn("intent", new IntentPlugin()),
                builtIn("ai", new AiPlugin()),
                builtIn("lookup", new LookupPlugin()));
    }

    private static Plugin builtIn(String id, FrontdeskPlugin entry) {
        return new Plugin(id, entry, "built in");
    }
}
