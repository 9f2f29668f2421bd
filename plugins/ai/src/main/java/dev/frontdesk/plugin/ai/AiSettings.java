package dev.frontdesk.plugin.ai;

import dev.frontdesk.api.Condition;
import dev.frontdesk.api.Setting;
import dev.frontdesk.api.Template;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The keys of an {@code ai} step. What is not listed here the model cannot do. */
public record AiSettings(
        @Setting(
                shorthand = true,
                doc =
                        "What it is there for and how it shall speak, in your words. Values of {{places}} are given to the model beside the instructions, as data.")
        Template instructions,

        @Setting(
                value = "{{text}}",
                doc =
                        "What it answers first; the message that opened the conversation unless you say otherwise. Empty: it waits for the contact.")
        Template about,

        @Setting(doc = "What it may write: variables and fields of the contact.")
        List<MayWrite> mayWrite,

        @Setting(doc = "The tags it may put on the contact.")
        List<MayTag> mayTag,

        @Setting(doc = "The categories it may close the conversation with; without any it cannot close.")
        List<MayClose> mayClose,

        @Setting(
                doc =
                        "The teams it may choose when it hands over, in the variable 'team'. Without any it may hand over all the same, to whatever team the workflow names.")
        List<HandOverTo> handOverTo,

        @Setting(doc = "Further ways out it may take, each a branch of its own.")
        List<Exit> exits,

        @Setting(doc = "Files and folders under config/knowledge whose passages it may read; '.' for all of them.")
        List<String> knowledge,

        @Setting(value = "10", doc = "How often it may answer before it hands over.")
        int maxTurns,

        @Setting(doc = "What one conversation may cost before it hands over, in the currency of the prices.")
        Optional<BigDecimal> maxCost,

        @Setting(
                doc =
                        "Hand over when it was less sure of its words than this, 0 to 1. The endpoint must tell logprobs: an answer without them counts as unsure.")
        Optional<BigDecimal> minConfidence,

        @Setting(doc = "Hand over when this holds for a message of the contact, which is 'text' here.")
        Optional<Condition> handOverWhen,

        @Setting(value = "30m", doc = "How long to wait for the contact before the branch 'timeout'.")
        Duration timeout,

        @Setting(
                value = "45s",
                doc =
                        "How long the contact waits for an answer, all attempts together, before the branch 'failed'; at most 5m.")
        Duration patience,

        @Setting(
                doc =
                        "The id of this very step: the talk is kept under it when the workflow goes on, and may come back.")
        String id) {
    private static final Duration LONGEST_PATIENCE = Duration.ofMinutes(5);

    public AiSettings {
        mayWrite = unique(mayWrite, MayWrite::name, "may-write");
        mayTag = unique(mayTag, MayTag::tag, "may-tag");
        mayClose = unique(mayClose, MayClose::category, "may-close");
        handOverTo = unique(handOverTo, one -> one.team().value(), "hand-over-to");
        exits = unique(exits, Exit::name, "exits");
        knowledge = List.copyOf(knowledge);
        check(maxTurns >= 1, "max-turns is below 1");
        check(maxCost.filter(cost -> cost.signum() <= 0).isEmpty(), "max-cost is not above 0");
        check(
                minConfidence
                        .filter(sure -> sure.signum() < 0 || sure.compareTo(BigDecimal.ONE) > 0)
                        .isEmpty(),
                "min-confidence must be between 0 and 1");
        check(!timeout.isNegative() && !timeout.isZero(), "the timeout is not above 0");
        check(
                !patience.isNegative() && !patience.isZero() && patience.compareTo(LONGEST_PATIENCE) <= 0,
                "the patience must be between 1ms and 5m");
    }

    private static <T> List<T> unique(List<T> all, Function<T, String> name, String key) {
        var names = new HashSet<String>();
        for (var one : all) {
            check(names.add(name.apply(one)), "'" + key + "' names '" + name.apply(one) + "' twice");
        }
        return List.copyOf(all);
    }

    private static void check(boolean good, String otherwise) {
        if (!good) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
