package dev.frontdesk.channel.email;

import dev.frontdesk.channel.email.MailboxSettings.Protocol;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Connections to mail servers: every one has its time limits, and none without the protection that was asked for. */
final class Servers {
    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final Duration READ = Duration.ofSeconds(25);

    private Servers() {}

    static Store open(MailboxSettings settings) throws MessagingException, IOException {
        String protocol = settings.protocol() == Protocol.IMAP ? "imap" : "pop3";
        var credentials = settings.credentials();
        var properties = properties(protocol, settings.security(), credentials);
        properties.setProperty("mail.imap.peek", "true");
        properties.setProperty("mail.imap.fetchsize", Integer.toString(1 << 18));
        properties.setProperty("mail.imap.connectionpoolsize", "1");
        properties.setProperty("mail.imap.closefoldersonstorefailure", "true");
        properties.setProperty("mail.pop3.disabletop", "false");
        var store = Session.getInstance(properties).getStore(protocol);
        store.connect(settings.host(), settings.portOrUsual(), settings.user(), credentials.secret());
        return store;
    }

    static Session smtp(SmtpSettings settings) {
        var properties = properties("smtp", settings.security(), settings.credentials());
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(settings.user().isPresent()));
        properties.setProperty("mail.smtp.sendpartial", "true");
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.mime.encodefilename", "false");
        properties.setProperty("mail.mime.encodeparameters", "true");
        return Session.getInstance(properties);
    }

    static SMTPTransport connect(Session session, SmtpSettings settings) throws MessagingException, IOException {
        var transport = (SMTPTransport) session.getTransport("smtp");
        var credentials = settings.credentials();
        if (credentials.user().isEmpty()) {
            transport.connect(settings.host(), settings.portOrUsual(), null, null);
        } else {
            transport.connect(settings.host(), settings.portOrUsual(), credentials.user(), credentials.secret());
        }
        return transport;
    }

    private static Properties properties(String protocol, Security security, Credentials credentials) {
        var properties = new Properties();
        String prefix = "mail." + protocol + ".";
        properties.setProperty(prefix + "connectiontimeout", Long.toString(CONNECT.toMillis()));
        properties.setProperty(prefix + "timeout", Long.toString(READ.toMillis()));
        properties.setProperty(prefix + "writetimeout", Long.toString(READ.toMillis()));
        properties.setProperty(prefix + "ssl.enable", Boolean.toString(security == Security.TLS));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.setProperty(prefix + "starttls.enable", Boolean.toString(security == Security.STARTTLS));
        properties.setProperty(prefix + "starttls.required", Boolean.toString(security == Security.STARTTLS));
        if (credentials.byToken()) {
            properties.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
        }
        return properties;
    }

    /** What a server said, on one line. */
    static String said(Throwable e) {
        return Addresses.line(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage(), 300);
    }
}
