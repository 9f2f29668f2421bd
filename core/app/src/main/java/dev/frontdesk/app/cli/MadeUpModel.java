package dev.frontdesk.app.cli;

import dev.frontdesk.app.wiring.Beside;
import dev.frontdesk.app.wiring.Folders;
import dev.frontdesk.testkit.model.Asked;
import dev.frontdesk.testkit.model.FakeModel;
import dev.frontdesk.testkit.model.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** A language model of one's own beside the demo, and a workflow in which it answers first. It knows a few words and no more. */
public final class MadeUpModel implements Beside {
    private static final String MARK = "FRONTDESK_DEMO_MODEL";
    /** Its key keeps nobody out but other programs on this machine. */
    private static final String BLOCK = """

            # Written by frontdesk demo --with ai-fake; says nothing in a demo without it.
            actions { ai-chat {
              endpoint = ${?FRONTDESK_DEMO_MODEL}
              model = made-up
              api-key = ${?FRONTDESK_DEMO_MODEL_KEY}
            } }
            http-client.allow += ${?FRONTDESK_DEMO_MODEL_HOST}
            """;

    private static final String WORKFLOW = """
            # Written by frontdesk demo --with ai-fake, and taken away when it ends.
            name = "Assistant", description = "A made-up model answers first"
            on = conversation-opened, when = "source == 'contact'", priority = 10
            steps = [
              { ai = "You are the assistant of a shop."
                knowledge = [demo-shop.md]
                may-write = [ { name = order, about = "The number of the order.", type = number } ]
                hand-over-to = [ { team = sales, about = "They want to buy." }, { team = support, about = "Everything else." } ]
                on-done = thanks, on-handover = people, on-failed = people, on-timeout = people }
              { id = thanks, close = Answered }
              { id = people, branch = [ { when = "team == 'sales'", goto = sales } ], else = support }
              { id = sales, assign = sales }
              { jump = end }
              { id = support, assign = support }
            ]
            """;

    private static final String KNOWLEDGE = """
            # Opening hours
            The shop is open from nine to six, Monday to Friday.

            # Returns
            Everything can be returned within 30 days, unused.
            """;

    private final FakeModel model = new FakeModel().otherwise(MadeUpModel::answer);
    private final Path workflow;

    private MadeUpModel(Path workflow) {
        this.workflow = workflow;
    }

    /** Starts it on this port or, when that is taken, on any, and makes the demo's configuration know of it. */
    public static MadeUpModel beside(Folders demo, int port) throws IOException {
        MadeUp.writeOnce(demo, MARK, BLOCK);
        Files.createDirectories(demo.config().resolve("knowledge"));
        Files.writeString(demo.config().resolve("knowledge/demo-shop.md"), KNOWLEDGE);
        var made = new MadeUpModel(demo.config().resolve("workflows/assistant-of-the-demo.conf"));
        Files.writeString(made.workflow, WORKFLOW);
        MadeUp.start(port, made.model::start);
        return made;
    }

    private static Reply answer(Asked asked) {
        var question = asked.question();
        var words = question.substring(question.lastIndexOf('\n') + 1).toLowerCase(Locale.ROOT);
        var digits = words.replaceAll("\\D", "");
        if (words.contains("buy") || words.contains("купить")) {
            return Reply.calls("hand_over", "{\"team\": \"sales\", \"reason\": \"wants to buy\"}");
        } else if (words.contains("thank") || words.contains("спасибо")) {
            return Reply.says("You are welcome. Goodbye!").andCalls("finish", "{}");
        } else if (!digits.isEmpty() && digits.length() < 10) {
            return Reply.says("I have noted the number " + digits + ". What about it?")
                    .andCalls("set_value", "{\"name\": \"order\", \"value\": \"" + digits + "\"}");
        } else if (words.contains("order") || words.contains("заказ")) {
            return Reply.says("What is the number of your order?");
        }
        return passage(question);
    }

    /** It reads out what it was given to read. */
    private static Reply passage(String question) {
        var lines = question.lines().toList();
        int begin = lines.indexOf("--- demo-shop.md");
        return begin < 0 || begin + 2 >= lines.size()
                ? Reply.says(
                        "I am a made-up model: ask me about opening hours, returns or your order, or ask for a person.")
                : Reply.says(lines.get(begin + 2));
    }

    @Override
    public String line() {
        return "Made-up language model: " + model.url();
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                MARK,
                model.url().toString(),
                MARK + "_KEY",
                FakeModel.KEY,
                MARK + "_HOST",
                model.url().getHost());
    }

    /** It is asked, and calls nobody. */
    @Override
    public void ready(URI site) {}

    @Override
    public void close() {
        model.close();
        try {
            Files.deleteIfExists(workflow);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's " + workflow + " could not be taken away; delete it", e);
        }
    }
}
