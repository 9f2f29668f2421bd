package dev.frontdesk.plugin.ai;

import dev.frontdesk.api.Condition;
import dev.frontdesk.api.TeamId;
import dev.frontdesk.testkit.workflow.Configured;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the settings of an ai step as a workflow would, with the defaults of the file. */
final class Ai {
    private final String instructions;
    private String about = "{{text}}";
    private final List<MayWrite> mayWrite = new ArrayList<>();
    private final List<MayTag> mayTag = new ArrayList<>();
    private final List<MayClose> mayClose = new ArrayList<>();
    private final List<HandOverTo> handOverTo = new ArrayList<>();
    private final List<Exit> exits = new ArrayList<>();
    private List<String> knowledge = List.of();
    private int maxTurns = 10;
    private Optional<BigDecimal> maxCost = Optional.empty();
    private Optional<BigDecimal> minConfidence = Optional.empty();
    private Optional<Condition> handOverWhen = Optional.empty();
    private Duration timeout = Duration.ofMinutes(30);
    private Duration patience = Duration.ofSeconds(45);

    private Ai(String instructions) {
        this.instructions = instructions;
    }

    static Ai that(String instructions) {
        return new Ai(instructions);
    }

    /** A shop's assistant that may do one thing of each kind. */
    static Ai shop() {
        return that("You help the customers of a shop.")
                .mayWrite("order", MayWrite.Type.NUMBER)
                .mayWrite("size", MayWrite.Type.TEXT, "small", "Large")
                .mayWrite("contact.email", MayWrite.Type.TEXT)
                .mayTag("refund")
                .mayClose("Answered")
                .handOverTo("sales")
                .exit("order-status");
    }

    AiSettings settings() {
        return new AiSettings(
                Configured.template(instructions),
                Configured.template(about),
                mayWrite,
                mayTag,
                mayClose,
                handOverTo,
                exits,
                knowledge,
                maxTurns,
                maxCost,
                minConfidence,
                handOverWhen,
                timeout,
                patience,
                "assistant");
    }

    Ai about(String text) {
        about = text;
        return this;
    }

    Ai mayWrite(String name, MayWrite.Type type, String... oneOf) {
        mayWrite.add(new MayWrite(name, "the " + name, type, List.of(oneOf), Optional.empty()));
        return this;
    }

    Ai mayTag(String tag) {
        mayTag.add(new MayTag(tag, "they want " + tag));
        return this;
    }

    Ai mayClose(String category) {
        mayClose.add(new MayClose(category, "it is " + category));
        return this;
    }

    Ai handOverTo(String team) {
        handOverTo.add(new HandOverTo(new TeamId(team), "for " + team));
        return this;
    }

    Ai exit(String name) {
        exits.add(new Exit(name, "for " + name));
        return this;
    }

    Ai knowledge(String... names) {
        knowledge = List.of(names);
        return this;
    }

    Ai maxTurns(int most) {
        maxTurns = most;
        return this;
    }

    Ai maxCost(String most) {
        maxCost = Optional.of(new BigDecimal(most));
        return this;
    }

    Ai minConfidence(String least) {
        minConfidence = Optional.of(new BigDecimal(least));
        return this;
    }

    Ai handOverWhen(Condition condition) {
        handOverWhen = Optional.of(condition);
        return this;
    }

    Ai patience(Duration most) {
        patience = most;
        return this;
    }
}
