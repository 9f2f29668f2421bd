package dev.frontdesk.app.whole;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real Postfix on loopback with folders of its own, that delivers into Maildirs. */
final class Postfix implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/postfix");

    private final Server server;

    /**
     * Starts it.
     *
     * @param mailboxes whose mail goes into which Maildir below {@code mail}, as Postfix's regular expressions
     * @param headers what becomes of headers on their way, as Postfix's regular expressions
     */
    Postfix(Path folder, Path mail, List<String> mailboxes, List<String> headers) throws Exception {
        var names = folder.getFileSystem().getUserPrincipalLookupService();
        Path conf = Files.createDirectory(folder.resolve("conf"));
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.createDirectory(folder.resolve("queue"));
        Files.setOwner(data, names.lookupPrincipalByName("postfix"));
        int port = Server.freePort();
        Files.writeString(conf.resolve("main.cf"), """
                compatibility_level = 3.6
                queue_directory = %1$s/queue
                data_directory = %1$s/data
                maillog_file = %1$s/log
                maillog_file_prefixes = /tmp
                inet_interfaces = 127.0.0.1
                inet_protocols = ipv4
                myhostname = relay.example
                mydestination =
                local_recipient_maps =
                alias_maps =
                alias_database =
                mynetworks = 127.0.0.0/8
                disable_dns_lookups = yes
                smtpd_peername_lookup = no
                smtpd_reject_unlisted_recipient = no
                smtpd_relay_restrictions = permit_mynetworks, reject
                header_checks = regexp:%1$s/conf/headers
                virtual_mailbox_domains = regexp:%1$s/conf/domains
                virtual_mailbox_base = %2$s
                virtual_mailbox_maps = regexp:%1$s/conf/mailboxes
                virtual_minimum_uid = 1
                virtual_uid_maps = static:65534
                virtual_gid_maps = static:65534
                recipient_delimiter = +
                """.formatted(folder, mail));
        Files.writeString(conf.resolve("domains"), "/\\.example$/ here\n");
        Files.write(conf.resolve("mailboxes"), mailboxes);
        Files.write(conf.resolve("headers"), headers);
        Files.writeString(conf.resolve("master.cf"), """
                127.0.0.1:%d inet n - n - - smtpd
                pickup unix n - n 60 1 pickup
                cleanup unix n - n - 0 cleanup
                qmgr unix n - n 300 1 qmgr
                rewrite unix - - n - - trivial-rewrite
                bounce unix - - n - 0 bounce
                defer unix - - n - 0 bounce
                trace unix - - n - 0 bounce
                verify unix - - n - 1 verify
                flush unix n - n 1000? 0 flush
                proxymap unix - - n - - proxymap
                smtp unix - - n - - smtp
                error unix - - n - - error
                retry unix - - n - - error
                virtual unix - n n - - virtual
                anvil unix - - n - 1 anvil
                scache unix - - n - 1 scache
                postlog unix-dgram n - n - 1 postlogd
                """.formatted(port));
        server = Server.start(port, folder.resolve("out"), PROGRAM.toString(), "-c", conf.toString(), "start-fg");
    }

    /** Its master changes to users of its own, which only root may. */
    static boolean runsHere() {
        return Files.isExecutable(PROGRAM) && "root".equals(System.getProperty("user.name"));
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}
