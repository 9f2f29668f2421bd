package dev.frontdesk.engine.desk;

import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Intake.Overloaded;
import dev.frontdesk.api.channel.PresetForm;
import dev.frontdesk.engine.model.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Where the inbox and the command line hand in what people want. Safe for use by many threads. */
public interface Desk {

    /**
     * Stores an order and returns after its commit; what came of it is told on the event log as {@code command}. The same id a
     * second time has no effect.
     */
    void submit(Order order) throws InterruptedException, Overloaded;

    /** Keeps a file that an agent may send; throws {@link dev.frontdesk.engine.port.FileStore.TooLarge} when it is larger than allowed. */
    Attachment upload(String by, String name, InputStream bytes) throws IOException;

    /** What a channel can carry; plain text for one that is gone. */
    Capabilities capabilities(String channel);

    /** The forms a channel may send at any time, as last known. */
    default List<PresetForm> presets(String channel) {
        return List.of();
    }

    /** Tells the matcher that a match may have become possible: somebody came online, capacity or membership changed. */
    void lookAgain();
}
