package dev.frontdesk.app.cli;

import dev.frontdesk.app.scenario.Chat;
import dev.frontdesk.app.scenario.Stage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "simulate",
        description = "Lets you be the contact: you type, the workflow answers, on a clock that you move. "
                + "Nothing is kept and nobody is called. Type /help there.",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    private final Map<String, String> environment;
    private final InputStream typed;

    @Mixin
    Script script = new Script();

    @Option(
            names = "--language",
            paramLabel = "LANG",
            description = "The contact's language, like en or ru; the first of languages unless you say otherwise.")
    @Nullable
    String language;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "You",
            description = "What the contact calls themselves.")
    String name = "You";

    @Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    SimulateCommand(Map<String, String> environment, InputStream typed) {
        this.environment = environment;
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        var line = Objects.requireNonNull(spec).commandLine();
        var folders = script.folders();
        try (var stage = new Stage()) {
            var prepared = Ready.print(stage.prepare(folders, environment), folders, line.getErr());
            if (prepared.isEmpty()) {
                return CommandLine.ExitCode.USAGE;
            }
            var ready = script.workflow()
                    .map(file -> prepared.get().onlyWorkflow("workflows/" + file + ".conf"))
                    .orElse(prepared.get());
            var contact =
                    Stage.contact(ready, name, Optional.ofNullable(language).map(Locale::forLanguageTag));
            try (var rehearsal = stage.rehearsal(ready);
                    var input = new BufferedReader(new InputStreamReader(typed, StandardCharsets.UTF_8))) {
                new Chat(ready, rehearsal, contact, line.getOut(), colours(environment)).run(input);
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private static boolean colours(Map<String, String> environment) {
        var console = System.console();
        return console != null && console.isTerminal() && !environment.containsKey("NO_COLOR");
    }
}
