package dev.frontdesk.channel.telegram;

import com.fasterxml.jackson.annotation.JsonValue;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;

/**
 * A call whose answer is kept exactly as it came. The library's own reading of answers is closed: one value it does not know yet,
 * and a message that was sent, or a hundred that were received, would count as an error.
 */
final class Verbatim extends BotApiMethod<String> {

    private final String name;
    private final Object parameters;

    /** With parameters of our own. */
    Verbatim(String name, Object parameters) {
        this.name = name;
        this.parameters = parameters;
    }

    /** With the parameters of a call that the library describes. */
    Verbatim(PartialBotApiMethod<?> described) {
        this(described.getMethod(), described);
    }

    @JsonValue
    Object parameters() {
        return parameters;
    }

    @Override
    public String getMethod() {
        return name;
    }

    @Override
    public String deserializeResponse(String answer) {
        return answer;
    }

    /** Telegram itself says what it does not take. */
    @Override
    public void validate() {}
}
