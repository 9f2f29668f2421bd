package dev.frontdesk.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.typesafe.config.ConfigFactory;
import dev.frontdesk.app.cli.Commands;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files under docs/deploy are what their programs take, and docs/operations.md names only what there is. */
class DeployTest {
    private static final Path DOCS = Path.of("../../docs");
    private static final Path DEPLOY = DOCS.resolve("deploy");

    @TempDir
    Path folder;

    @Test
    void theUnitIsWhatSystemdTakes() throws Exception {
        assumeTrue(onPath("systemd-analyze"), "no systemd here");
        var unit = Files.readString(DEPLOY.resolve("frontdesk.service"));
        var here = Files.writeString(
                folder.resolve("frontdesk.service"),
                unit.replace(
                        "/opt/frontdesk/frontdesk",
                        Path.of("../../frontdesk").toRealPath().toString()));

        assertThat(said("systemd-analyze", "verify", here.toString())).isEmpty();
    }

    @Test
    void theUnitGivesTheProcessTimeToStopAndNoRightsItDoesNotNeed() throws IOException {
        assertThat(Files.readAllLines(DEPLOY.resolve("frontdesk.service")))
                .contains(
                        "Restart=always",
                        "TimeoutStopSec=30",
                        "SuccessExitStatus=143",
                        "NoNewPrivileges=yes",
                        "ProtectSystem=strict",
                        "StateDirectory=frontdesk",
                        "UMask=0077")
                .contains("ExecStart=/opt/frontdesk/frontdesk run --config %E/frontdesk --data %S/frontdesk")
                .noneMatch(line -> line.startsWith("MemoryDenyWriteExecute"))
                .allMatch(line -> line.isEmpty() || line.matches("#.*|\\[(Unit|Service|Install)]|[A-Z]\\w+=.*"));
    }

    @Test
    void theImagesHealthCheckTellsALivingHouseFromADeadOne() throws Exception {
        var file = Files.readString(DEPLOY.resolve("Containerfile"));
        assertThat(file).contains("USER 10001:10001", "VOLUME /data", "ADD frontdesk-*.tar.gz /opt/");
        var check = Pattern.compile("CMD (\\[\"bash\".*])").matcher(file);
        assertThat(check.find()).isTrue();
        var command = ConfigFactory.parseString("command = " + check.group(1)).getStringList("command");

        var port = new int[1];
        try (var house = OpenHouse.start(business())) {
            port[0] = house.port();
            assertThat(code(on(port[0], command))).isZero();
        }
        assertThat(code(on(port[0], command))).isNotZero();
    }

    private static List<String> on(int port, List<String> command) {
        return command.stream()
                .map(word -> word.replace("/8080 ", "/" + port + " "))
                .toList();
    }

    @Test
    void theProxiesPassOnStreamsAndKeepTheInsideInside() throws IOException {
        var nginx = Files.readString(DEPLOY.resolve("nginx.conf"));
        assertThat(nginx)
                .contains("proxy_buffering off;", "proxy_http_version 1.1;", "X-Forwarded-For $remote_addr;")
                .contains("location /admin/  { return 404; }", "location /metrics { return 404; }");
        assertThat(nginx.chars().filter(c -> c == '{').count())
                .isEqualTo(nginx.chars().filter(c -> c == '}').count());
        var caddy = Files.readString(DEPLOY.resolve("Caddyfile"));
        assertThat(caddy).contains("path /admin/* /metrics", "reverse_proxy 127.0.0.1:8080");
        for (var file : List.of(nginx, caddy)) {
            var http = Pattern.compile("http \\{ public-url.*}").matcher(file);
            assertThat(http.find()).isTrue();
            assertThat(Preparation.prepare(business(http.group()), Map.of()))
                    .isInstanceOf(Preparation.Outcome.Ready.class);
        }
    }

    @Test
    void everyCommandAndEveryNumberInTheOperationsPageExists() throws Exception {
        var page = Files.readString(DOCS.resolve("operations.md"));
        var commands = Commands.of(new House(new PrintStream(PrintStream.nullOutputStream())), Map.of())
                .getSubcommands()
                .keySet();
        var named = Pattern.compile("`(?:\\./)?frontdesk ([a-z]+)")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(named).contains("run", "backup", "restore", "export", "import");
        assertThat(commands).containsAll(named);

        try (var house = OpenHouse.start(business())) {
            var metrics = new String(URI.create("http://127.0.0.1:" + house.port() + "/metrics")
                    .toURL()
                    .openStream()
                    .readAllBytes());
            var numbers = Pattern.compile("`((?:frontdesk|jvm|process|system)_[a-z_]+)")
                    .matcher(page)
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
            assertThat(numbers).hasSizeGreaterThan(8);
            assertThat(numbers).allSatisfy(number -> assertThat(metrics).contains("\n" + number));
        }
    }

    private Folders business(String... blocks) throws IOException {
        var config = Files.createDirectories(folder.resolve("config/workflows")).getParent();
        Files.writeString(config.resolve("people.conf"), "agents { anna { role = admin } }");
        Files.writeString(config.resolve("frontdesk.conf"), """
                http { port = 0 }
                default-team = support
                channels { site { type = webchat } }
                teams { support { members = [anna] } }
                """ + String.join("\n", blocks));
        Files.writeString(
                config.resolve("workflows/one.conf"), "on = conversation-opened\nsteps = [{ send = \"Hi\" }]");
        return new Folders(config, folder.resolve("data"));
    }

    private static boolean onPath(String program) {
        return List.of(System.getenv("PATH").split(java.io.File.pathSeparator)).stream()
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private static String said(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return said;
    }

    private static int code(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor();
    }
}
