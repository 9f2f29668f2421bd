package dev.frontdesk.bench.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;

/** How one provider brings webhooks. */
interface Provider {

    /** The providers there are. */
    enum Name {
        TELEGRAM,
        WHATSAPP;

        Provider provider() {
            return switch (this) {
                case TELEGRAM -> new Telegram();
                case WHATSAPP -> new WhatsApp();
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** True when it is a whole webhook, or surely a part of one. */
    boolean knows(JsonNode node);

    /** A webhook of what may be only a part of one; what is none stays as it is. */
    JsonNode whole(JsonNode node, int number);

    /** The settings of a channel that this webhook is for, in HOCON. */
    String channel(JsonNode webhook);

    /** The endpoint of the channel. */
    String endpoint();

    /** What proves that it is the provider. */
    Map<String, String> credentials(byte[] body);

    /** True for notices about what is documented and no message: accounts, templates, calls, groups. */
    boolean isKnownEvent(String notice);
}
