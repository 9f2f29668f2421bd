package dev.frontdesk.app.scenario;

import dev.frontdesk.app.wiring.Folders;
import dev.frontdesk.app.wiring.Prepared;
import dev.frontdesk.app.wiring.Preparation;
import dev.frontdesk.simulator.scenario.Scenario;
import dev.frontdesk.simulator.scenario.Theatre;
import dev.frontdesk.simulator.scenario.Theatre.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Scenarios played side by side, one stage for each processor, and told of in their order. Belongs to one thread. */
public final class Performances {
    private final List<Scenario> scenarios;
    private final boolean crashing;
    private final List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    public Performances(List<Scenario> scenarios, boolean crashing) {
        this.scenarios = scenarios;
        this.crashing = crashing;
        scenarios.forEach(_ -> outcomes.add(new CompletableFuture<>()));
    }

    /** @param told each outcome as soon as it and all before it are there */
    public List<Outcome> play(
            Stage stage, Prepared prepared, Folders folders, Map<String, String> environment, Consumer<Outcome> told)
            throws InterruptedException {
        var threads = new ArrayList<Thread>();
        threads.add(start(() -> on(stage, prepared)));
        int more = Math.min(Runtime.getRuntime().availableProcessors(), scenarios.size()) - 1;
        for (int i = 0; i < more; i++) {
            threads.add(start(() -> onAnother(folders, environment)));
        }
        var all = new ArrayList<Outcome>();
        for (CompletableFuture<Outcome> outcome : outcomes) {
            all.add(outcome.join());
            told.accept(all.getLast());
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return all;
    }

    private Thread start(Runnable work) {
        return Thread.ofPlatform().name("stage").daemon().start(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                outcomes.forEach(outcome -> outcome.completeExceptionally(e));
            }
        });
    }

    private void onAnother(Folders folders, Map<String, String> environment) {
        try (var stage = new Stage()) {
            switch (stage.prepare(folders, environment)) {
                case Preparation.Outcome.Ready(var prepared) -> on(stage, prepared);
                case Preparation.Outcome.Faulty(var problems) ->
                    throw new IllegalStateException("the configuration changed meanwhile: " + problems);
            }
        }
    }

    private void on(Stage stage, Prepared prepared) {
        try (var rehearsal = stage.rehearsal(prepared)) {
            var theatre = new Theatre(rehearsal, crashing);
            for (int number = next.getAndIncrement(); number < scenarios.size(); number = next.getAndIncrement()) {
                outcomes.get(number).complete(theatre.play(scenarios.get(number)));
            }
        }
    }
}
