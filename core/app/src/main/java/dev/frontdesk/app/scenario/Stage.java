package dev.frontdesk.app.scenario;

import dev.frontdesk.app.wiring.Folders;
import dev.frontdesk.app.wiring.Preparation;
import dev.frontdesk.app.wiring.Prepared;
import dev.frontdesk.app.workflow.WorkflowCatalog;
import dev.frontdesk.engine.lane.Engine;
import dev.frontdesk.simulator.VirtualClock;
import dev.frontdesk.simulator.rehearsal.Company;
import dev.frontdesk.simulator.rehearsal.Person;
import dev.frontdesk.simulator.rehearsal.Rehearsal;
import dev.frontdesk.simulator.rehearsal.ScriptedHttp;
import dev.frontdesk.store.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An installation set up for rehearsals: everything of it but its channels and the network. Used by one thread. */
public final class Stage implements AutoCloseable {
    /** Where there is no channel yet one is made up, so that workflows can be tried before. */
    private static final String MADE_UP = "site";

    private final Quiet quiet = new Quiet();
    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final ScriptedHttp http = new ScriptedHttp();
    private final Path folder;
    private final Scratch scratch;

    public Stage() {
        try {
            folder = Files.createTempDirectory("frontdesk-rehearsal");
            scratch = Scratch.in(folder.resolve("rehearsal.db"));
        } catch (IOException e) {
            throw new UncheckedIOException("there is no place for a store to rehearse with", e);
        }
    }

    /** Reads the configuration; its plugins see this stage's clock and no network. */
    public Preparation.Outcome prepare(Folders folders, Map<String, String> environment) {
        return Preparation.rehearse(folders, environment, clock, http);
    }

    public Rehearsal rehearsal(Prepared prepared) {
        var configuration = prepared.configuration();
        var workshop = prepared.workshop();
        var singles = configuration.singles();
        var parts = new Engine.Parts(workshop.strategies(singles), prepared.actions(), Map.of());
        var company = new Company(
                configuration.engine(),
                configuration.teams(),
                configuration.agents(),
                channels(prepared),
                parts,
                (store, ids) -> WorkflowCatalog.publish(
                        prepared.workflows(), store.workflows(), prepared.compiler(), ids, clock.millis()));
        return new Rehearsal(scratch, company, clock, http);
    }

    /** Somebody who writes on the first channel. */
    public static Person contact(Prepared prepared, String name, Optional<Locale> language) {
        return new Person("you", channels(prepared).getFirst(), Optional.of(name), language);
    }

    static List<String> channels(Prepared prepared) {
        var ids = prepared.configuration().channels().stream()
                .map(channel -> channel.id().value())
                .toList();
        return ids.isEmpty() ? List.of(MADE_UP) : ids;
    }

    @Override
    public void close() {
        scratch.close();
        quiet.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary folder " + folder + " could not be removed", e);
        }
    }
}
