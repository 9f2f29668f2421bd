package dev.frontdesk.app.config.file;

import dev.frontdesk.api.Setting;
import dev.frontdesk.api.TeamId;
import dev.frontdesk.app.config.Block;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code frontdesk.conf}. */
public record Frontdesk(
        @Setting(value = "Frontdesk", doc = "The name of the business, shown in the inbox.")
        String name,

        @Setting(value = "UTC", doc = "The time zone of the business, for everything people read.")
        ZoneId timeZone,

        @Setting(value = "[en]", doc = "Languages you speak with contacts; the first is the one for everybody else.")
        List<Locale> languages,

        @Setting(doc = "The web server: inbox, webhooks, chat widget.")
        Http http,

        @Setting(doc = "Calls that Frontdesk makes itself.") HttpClient httpClient,

        @Setting(doc = "Where everything is kept.") Store store,

        @Setting(doc = "The files of messages.") Attachments attachments,

        @Setting(
                doc =
                        "Your accounts at providers, by a name of your own. Each has type, enabled (true unless you say otherwise) and the"
                                + " settings of its type; one that is not enabled may lack them.")
        Map<String, Block> channels,

        @Setting(doc = "Fields you keep about contacts and their type: text, number, boolean, time or list.")
        Map<String, FieldType> fields,

        @Setting(doc = "The team that gets every conversation no workflow has given to another.")
        TeamId defaultTeam,

        @Setting(doc = "Who works together, by a name of your own.")
        Map<String, Team> teams,

        @Setting(
                value = "5",
                doc = "How many open conversations an agent may hold, unless team or agent say otherwise.")
        int capacity,

        @Setting(doc = "How conversations end.") Close close,

        @Setting(
                value = "2h",
                doc =
                        "Where a provider allows free answers only for a while (WhatsApp: 24 hours): a conversation for which that ends within"
                                + " so long goes first in its queue, and agents are warned.")
        Duration windowFirst,

        @Setting(value = "60s", doc = "An agent whose page was silent for so long counts as gone.")
        Duration presenceTimeout,

        @Setting(value = "500ms", doc = "A workflow step that takes longer is stopped and its type switched off.")
        Duration stepLimit,

        @Setting(doc = "Settings of actions, by the name of the action.")
        Map<String, Block> actions,

        @Setting(
                doc =
                        "What looks something up about contacts, by a name of your own. Each has type and the settings of its type; one whose"
                                + " type needs none goes by the name of its type and need not be written.")
        Map<String, Block> enrichers) {

    public Frontdesk {
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("'languages' needs at least one language");
        }
        Check.between("capacity", capacity, 1, 10_000);
        Check.positive("window-first", windowFirst);
        Check.positive("presence-timeout", presenceTimeout);
        Check.positive("step-limit", stepLimit);
    }
}
