package dev.frontdesk.app.cli;

import dev.frontdesk.app.backup.Backup;
import dev.frontdesk.app.wiring.Prepared;
import dev.frontdesk.store.Moves;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "backup",
        description =
                "Copies the store, the files of messages and the plugins into one file, while Frontdesk runs or not. SQLite only;"
                        + " on PostgreSQL it says what to do instead.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "The zip to make; frontdesk-<time>.zip in the current folder unless you say otherwise.")
    @Nullable
    Path to;

    @Mixin
    FolderOptions folders = new FolderOptions();

    @Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    BackupCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var line = Objects.requireNonNull(spec).commandLine();
        var prepared = Ready.of(folders.folders(), environment, line.getErr());
        if (prepared.isEmpty()) {
            return CommandLine.ExitCode.USAGE;
        }
        var store = Moves.file(prepared.get().storeSettings()).orElseThrow(() -> elsewhere(prepared.get()));
        var file = to == null ? Path.of("frontdesk-" + now() + ".zip") : to;
        var out = line.getOut();
        out.println(
                "The backup is " + file + ", " + (made(store, prepared.get(), file, out) + 1023) / 1024
                        + " KB. Put it where this machine's disk does not matter; frontdesk restore makes a data folder of it.");
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private static long made(Path store, Prepared prepared, Path file, PrintWriter out) {
        var data = prepared.data();
        var attachments = prepared.configuration().file().attachments().folder(data);
        try {
            new Backup(store, data, attachments, new Percent(out, "copied"), new Percent(out, "packed")).to(file);
            return Files.size(file);
        } catch (IOException e) {
            throw new Trouble("the backup " + file + " was not made: " + e);
        }
    }

    private static String now() {
        return LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
    }

    private static Trouble elsewhere(Prepared prepared) {
        var store = prepared.configuration().file().store();
        var address = store.url(prepared.data()).replaceFirst("^jdbc:", "").replaceFirst("\\?.*", "");
        var user = store.user().map(name -> " --username=" + name).orElse("");
        return new Trouble(
                "the store is PostgreSQL, which makes its own backups. One of this database, while it runs:\n"
                        + "  pg_dump --format=custom --file=frontdesk.dump --dbname=" + address + user + "\n"
                        + "One of the whole server, to go on from with its log:\n"
                        + "  pg_basebackup --pgdata=FOLDER --wal-method=stream --checkpoint=fast --dbname=" + address
                        + user
                        + "\nThe files of messages lie in "
                        + prepared.configuration().file().attachments().folder(prepared.data())
                        + ": copy that folder after the database. The plugins are files, too: copy plugins and plugins.lock of "
                        + prepared.data() + " besides.");
    }
}
