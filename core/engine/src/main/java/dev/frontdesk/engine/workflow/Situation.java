package dev.frontdesk.engine.workflow;

import dev.frontdesk.api.Facts;
import dev.frontdesk.api.Value;
import dev.frontdesk.api.channel.Capabilities;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.api.workflow.Input;
import dev.frontdesk.api.workflow.StepContext;
import dev.frontdesk.engine.enrich.Person;
import dev.frontdesk.engine.model.Run;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A run at a step, as the step sees it. */
record Situation(Run run, Input input, Scene scene) implements StepContext {
    @Override
    public Facts facts() {
        return scene.facts(run.vars());
    }

    @Override
    public List<Content> meanwhile() {
        return input instanceof Input.Performed ? Runs.meanwhile(run) : List.of();
    }

    @Override
    public Value memory() {
        return run.memory();
    }

    @Override
    public Instant now() {
        return Instant.ofEpochMilli(scene.now());
    }

    @Override
    public long seed() {
        return run.id() * 31 + run.rev();
    }

    @Override
    public Locale language() {
        return scene.language();
    }

    @Override
    public boolean asksForPerson(String text) {
        return Person.isAskedFor(text);
    }

    @Override
    public Capabilities channel() {
        return scene.channel();
    }

    @Override
    public Content.Option option(String key, String label) {
        return new Content.Option(new Token(run.id(), run.rev(), key).encoded(), label);
    }

    /** A question was asked under the revision before the one its answer raised. */
    @Override
    public Optional<String> picked(Content content) {
        return content instanceof Content.Picked(var token, var _)
                ? Token.decode(token)
                        .filter(found -> found.run() == run.id() && found.rev() == run.rev() - 1)
                        .map(Token::key)
                : Optional.empty();
    }
}
