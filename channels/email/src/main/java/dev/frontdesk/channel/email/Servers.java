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
        var account = settings.account();
        var properties = properties(protocol, account);
        properties.setProperty("mail.imap.peek", "true");
        properties.setProperty("mail.imap.fetchsize", Integer.toString(1 << 18));
        properties.setProperty("mail.imap.connectionpoolsize", "1");
        properties.setProperty("mail.imap.closefoldersonstorefailure", "true");
        properties.setProperty("mail.pop3.disabletop", "false");
        var store = Session.getInstance(properties).getStore(protocol);
        store.connect(settings.host(), settings.portOrUsual(), settings.user(), account.secret());
        return store;
    }

    /** In which mails are made; it reaches no server. */
    static Session composing() {
        var properties = new Properties();
        properties.setProperty("mail.mime.encodefilename", "false");
        properties.setProperty("mail.mime.encodeparameters", "true");
        return Session.getInstance(properties);
    }

    static SMTPTransport connect(SmtpSettings settings) throws MessagingException, IOException {
        var account = settings.account();
        var properties = properties("smtp", account);
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(settings.user().isPresent()));
        properties.setProperty("mail.smtp.sendpartial", "true");
        properties.setProperty("mail.smtp.quitwait", "false");
        var transport = (SMTPTransport) Session.getInstance(properties).getTransport("smtp");
        if (account.user().isEmpty()) {
            transport.connect(settings.host(), settings.portOrUsual(), null, null);
        } else {
            transport.connect(settings.host(), settings.portOrUsual(), account.user(), account.secret());
        }
        return transport;
    }

    private static Properties properties(String protocol, Account account) throws IOException {
        var security = account.security();
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
        if (account.caFile().isPresent()) {
            properties.put(
                    prefix + "ssl.socketFactory", Trust.only(account.caFile().get()));
            // Another factory in its place would trust others.
            properties.setProperty(prefix + "socketFactory.fallback", "false");
        }
        if (account.byToken()) {
            properties.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
        }
        return properties;
    }

    /** What a server said, on one line. */
    static String said(Throwable e) {
        return Addresses.line(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage(), 300);
    }
}
