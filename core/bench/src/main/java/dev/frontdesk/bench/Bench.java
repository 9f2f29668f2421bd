package dev.frontdesk.bench;

import dev.frontdesk.bench.faults.FaultsBench;
import dev.frontdesk.bench.intents.IntentsBench;
import dev.frontdesk.bench.mail.MailBench;
import dev.frontdesk.bench.mail.RepliesBench;
import dev.frontdesk.bench.webhooks.WebhooksBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code frontdesk bench …}: each prints {@code name=value} lines last. */
@Command(
        name = "bench",
        description = "Measures Frontdesk on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {
            JobBench.class,
            RaceBench.class,
            MessagesBench.class,
            HostileBench.class,
            WebhooksBench.class,
            MailBench.class,
            RepliesBench.class,
            IntentsBench.class,
            FaultsBench.class
        })
public final class Bench {
    private Bench() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }
}
