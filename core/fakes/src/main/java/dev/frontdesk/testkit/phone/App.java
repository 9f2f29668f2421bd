package dev.frontdesk.testkit.phone;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the customer's app of one provider can do. Safe for use by many threads. */
public interface App {

    /**
     * Something that somebody does in the app.
     *
     * @param what {@code text}, {@code edit}, {@code file}, {@code place}, {@code card}, {@code react}, {@code press} or {@code block}
     * @param person digits; whoever opens the page chooses who they are
     * @param name what they are called
     * @param with what goes along: {@code to} or {@code message} is a message, {@code latitude} and {@code longitude} a place
     * @param mediaType of the body
     * @param body the text, or a file
     */
    record Act(String what, String person, String name, Map<String, String> with, String mediaType, byte[] body) {

        /** What goes along under this name; empty when nothing does. */
        public String with(String key) {
            return with.getOrDefault(key, "");
        }
    }

    /**
     * One message in the chat.
     *
     * @param mine that the customer wrote it
     * @param to the message it answers, or empty
     * @param file under which the page asks for it
     */
    record Line(
            String id,
            boolean mine,
            String kind,
            String text,
            String to,
            boolean edited,
            Optional<String> file,
            String name,
            List<Button> buttons) {}

    /** A button below a message. */
    record Button(String label, String data) {}

    /** A file of the chat. */
    record Shown(String mediaType, byte[] bytes) {}

    /** What the provider is called. */
    String name();

    /** What can be done in it; the page shows nothing else. */
    Set<String> acts();

    /** Does it. Answers false when there is no such thing. */
    boolean does(Act act);

    /** The chat of one person, oldest first. {@code seen}: they have it before their eyes now. */
    List<Line> lines(String person, boolean seen);

    /** A file of somebody's chat. */
    Optional<Shown> file(String id);
}
