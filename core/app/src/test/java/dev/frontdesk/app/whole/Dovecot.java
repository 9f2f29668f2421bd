package dev.frontdesk.app.whole;

import java.nio.file.Files;
import java.nio.file.Path;

/** A real Dovecot on loopback that shows Maildirs by IMAP; whoever has the password is who they say. */
final class Dovecot implements AutoCloseable {
    static final String PASSWORD = "a-stamp-on-a-letter";
    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");

    private final Server server;

    Dovecot(Path folder, Path mail) throws Exception {
        int port = Server.freePort();
        Path conf = folder.resolve("dovecot.conf");
        Files.writeString(conf, """
                protocols = imap
                base_dir = %1$s/run
                state_dir = %1$s/state
                log_path = %1$s/log
                ssl = no
                disable_plaintext_auth = no
                listen = 127.0.0.1
                mail_location = maildir:%2$s/%%u
                first_valid_uid = 1
                mail_max_userip_connections = 500
                passdb {
                  driver = static
                  args = password=%4$s
                }
                userdb {
                  driver = static
                  args = uid=65534 gid=65534 home=%2$s/%%u
                }
                service imap-login {
                  inet_listener imap {
                    port = %3$d
                  }
                  inet_listener imaps {
                    port = 0
                  }
                }
                """.formatted(folder, mail, port, PASSWORD));
        server = Server.start(port, folder.resolve("out"), PROGRAM.toString(), "-F", "-c", conf.toString());
    }

    static boolean runsHere() {
        return Files.isExecutable(PROGRAM);
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}
