package dev.frontdesk.bench.mail;

import dev.frontdesk.bench.Connections;
import dev.frontdesk.bench.Database;
import dev.frontdesk.bench.Site;
import dev.frontdesk.bench.StoreKind;
import dev.frontdesk.engine.port.Store;
import dev.frontdesk.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Every file of a folder is a mail that goes through the channel into a fresh store. */
@Command(name = "mail", description = "every file of a folder goes through the e-mail channel into a fresh store")
public final class MailBench implements Callable<Integer> {
    @Option(names = "--corpus", required = true, description = "the folder; its subfolders count")
    @SuppressWarnings("NullAway.Init")
    private Path corpus;

    @Option(
            names = "--expect",
            description = "a folder with a description of the parts of each mail, as mime4j writes them")
    private Optional<Path> expect = Optional.empty();

    @Option(names = "--store", defaultValue = "sqlite", description = "sqlite or postgres (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private StoreKind kind;

    @Override
    public Integer call() throws Exception {
        if (!Files.isDirectory(corpus)
                || expect.filter(folder -> !Files.isDirectory(folder)).isPresent()) {
            System.err.println(corpus + expect.map(folder -> " or " + folder).orElse("") + " is no folder");
            return 2;
        }
        var tally = run(files(corpus), expect.map(Expectations::new), kind);
        tally.oddities().forEach(System.out::println);
        System.out.println(tally);
        return tally.clean() ? 0 : 1;
    }

    /** One file. */
    record Letter(String name, byte[] bytes) {}

    static Tally run(List<Letter> letters, Optional<Expectations> expectations, StoreKind kind) throws Exception {
        try (var site = Site.make(kind);
                var database = Database.of(kind, site.folder(), false);
                Store store = Stores.open(Connections.to(database));
                var office = new Office(site, store)) {
            return new Sorting(office, expectations).sorted(letters);
        }
    }

    static List<Letter> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            var letters = new ArrayList<Letter>();
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                letters.add(new Letter(folder.relativize(file).toString(), Files.readAllBytes(file)));
            }
            return letters;
        }
    }
}
