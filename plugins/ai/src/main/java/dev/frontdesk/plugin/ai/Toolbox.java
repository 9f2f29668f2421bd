package dev.frontdesk.plugin.ai;

import dev.frontdesk.plugin.ai.chat.Tool;
import dev.frontdesk.plugin.ai.chat.Tool.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the settings let the model do, as functions it can call. */
final class Toolbox {
    static final String SET_VALUE = "set_value";
    static final String ADD_TAG = "add_tag";
    static final String LEAVE = "leave";
    static final String FINISH = "finish";
    static final String CLOSE = "close_conversation";
    static final String HAND_OVER = "hand_over";

    static final String NAME = "name";
    static final String VALUE = "value";
    static final String TAG = "tag";
    static final String TO = "to";
    static final String CATEGORY = "category";
    static final String SUMMARY = "summary";
    static final String TEAM = "team";
    static final String REASON = "reason";

    private Toolbox() {}

    static List<Tool> of(AiSettings settings) {
        var tools = new ArrayList<Tool>();
        if (!settings.mayWrite().isEmpty()) {
            tools.add(new Tool(
                    SET_VALUE,
                    "Keeps what the contact has told. " + described(settings.mayWrite(), Toolbox::written),
                    List.of(
                            choice(NAME, "which value", names(settings.mayWrite(), MayWrite::name)),
                            free(VALUE, "the value", true))));
        }
        if (!settings.mayTag().isEmpty()) {
            tools.add(new Tool(
                    ADD_TAG,
                    "Marks the contact. " + described(settings.mayTag(), tag -> tag.tag() + ": " + tag.about()),
                    List.of(choice(TAG, "which mark", names(settings.mayTag(), MayTag::tag)))));
        }
        if (!settings.exits().isEmpty()) {
            tools.add(new Tool(
                    LEAVE,
                    "Leaves the talk to another part of the system. "
                            + described(settings.exits(), exit -> exit.name() + ": " + exit.about()),
                    List.of(choice(TO, "where to", names(settings.exits(), Exit::name)))));
        }
        tools.add(new Tool(
                FINISH,
                "The contact has what they came for, and nothing is left to do. Say so in your text.",
                List.of()));
        if (!settings.mayClose().isEmpty()) {
            tools.add(new Tool(
                    CLOSE,
                    "Closes the conversation without a further word. "
                            + described(settings.mayClose(), one -> one.category() + ": " + one.about()),
                    List.of(
                            choice(CATEGORY, "what it was", names(settings.mayClose(), MayClose::category)),
                            free(SUMMARY, "what it was about, in a sentence for colleagues", false))));
        }
        tools.add(handOver(settings));
        return tools;
    }

    /** Always there: a way to a person is never missing. */
    private static Tool handOver(AiSettings settings) {
        var parameters = new ArrayList<Parameter>();
        if (!settings.handOverTo().isEmpty()) {
            parameters.add(choice(
                    TEAM,
                    "whom to",
                    names(settings.handOverTo(), one -> one.team().value())));
        }
        parameters.add(free(REASON, "why, in a sentence for colleagues", false));
        return new Tool(
                HAND_OVER,
                "Hands over to a person without a further word. "
                        + described(settings.handOverTo(), one -> one.team().value() + ": " + one.about()),
                parameters);
    }

    private static String written(MayWrite field) {
        return field.name() + " (" + field.type().name().toLowerCase(java.util.Locale.ROOT) + "): " + field.about()
                + (field.oneOf().isEmpty() ? "" : " One of: " + String.join(", ", field.oneOf()) + ".");
    }

    private static <T> String described(List<T> all, Function<T, String> each) {
        return all.stream().map(each).collect(Collectors.joining("; "));
    }

    private static <T> List<String> names(List<T> all, Function<T, String> name) {
        return all.stream().map(name).toList();
    }

    private static Parameter choice(String name, String about, List<String> oneOf) {
        return new Parameter(name, about, oneOf, true);
    }

    private static Parameter free(String name, String about, boolean required) {
        return new Parameter(name, about, List.of(), required);
    }
}
