package dev.frontdesk.channel.email;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.frontdesk.api.Secret;
import dev.frontdesk.api.channel.Channel;
import dev.frontdesk.channel.email.EmailSettings.ChangedSubject;
import dev.frontdesk.channel.email.MailboxSettings.Afterwards;
import dev.frontdesk.channel.email.MailboxSettings.Protocol;
import dev.frontdesk.channel.email.MailboxSettings.Start;
import dev.frontdesk.channel.email.mime.MailReader;
import dev.frontdesk.testkit.channel.Answer;
import dev.frontdesk.testkit.channel.FakeChannelContext;
import dev.frontdesk.testkit.channel.FakeProvider;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A mail server on loopback with the people who write through it. */
final class PostOffice implements FakeProvider {
    static final String DESK = "support@desk.example";
    static final String PASSWORD = "canary-password-4711";
    static final String KEY = "canary-reply-key-0815";

    final GreenMail server;
    private final GreenMailUser desk;
    private final Map<String, Integer> pushed = new ConcurrentHashMap<>();
    private Protocol protocol = Protocol.IMAP;

    PostOffice() {
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_POP3)
        });
        server.start();
        desk = server.setUser(DESK, DESK, PASSWORD);
    }

    PostOffice byPop3() {
        protocol = Protocol.POP3;
        return this;
    }

    static Secret secret(String text) {
        return new Secret() {
            @Override
            public String reveal() {
                return text;
            }

            @Override
            public String toString() {
                return "***";
            }
        };
    }

    MailboxSettings mailbox(Protocol how, Afterwards afterwards, Start start) {
        int port = how == Protocol.IMAP
                ? server.getImap().getPort()
                : server.getPop3().getPort();
        return new MailboxSettings(
                how,
                "127.0.0.1",
                port,
                Security.NONE,
                DESK,
                Optional.of(secret(PASSWORD)),
                Optional.empty(),
                Optional.empty(),
                "INBOX",
                Duration.ofMillis(200),
                afterwards,
                "Frontdesk",
                start);
    }

    EmailSettings settings(MailboxSettings... mailboxes) {
        return new EmailSettings(
                DESK,
                Optional.of("Desk"),
                List.of(),
                List.of(mailboxes),
                new SmtpSettings(
                        "127.0.0.1",
                        server.getSmtp().getPort(),
                        Security.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        1000,
                        false),
                Optional.of(secret(KEY)),
                Optional.empty(),
                ChangedSubject.SAME,
                1,
                5,
                true);
    }

    @Override
    public Channel open(FakeChannelContext context) {
        var afterwards = protocol == Protocol.IMAP ? Afterwards.SEEN : Afterwards.LEAVE;
        var channel = new Email(settings(mailbox(protocol, afterwards, Start.ALL)), context);
        this.context = context;
        return channel;
    }

    private FakeChannelContext context = new FakeChannelContext("none");

    @Override
    public Answer push(String id, String person, String text) {
        String encoded = Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return pushBytes(
                id,
                ("Message-ID: <" + id + "@people.example>\r\nFrom: " + person + "@people.example\r\nTo: " + DESK
                                + "\r\nSubject: Hello\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
                                + "Content-Transfer-Encoding: base64\r\n\r\n" + encoded + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public Answer pushBytes(String id, byte[] bytes) {
        deliver(bytes);
        pushed.merge(id, 1, Integer::sum);
        return Answer.PENDING;
    }

    void deliver(byte[] bytes) {
        try {
            var mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
            server.getManagers()
                    .getImapHostManager()
                    .getInbox(desk)
                    .appendMessage(mail, new Flags(), new java.util.Date());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    void copyLastTo(String user) {
        try {
            var mails = inbox().getMessages();
            var copy = new MimeMessage(mails.getLast().getMimeMessage());
            var other = server.getUserManager().getUserByEmail(user);
            server.getManagers()
                    .getImapHostManager()
                    .getInbox(other)
                    .appendMessage(copy, new Flags(), new java.util.Date());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    MailFolder inbox() {
        try {
            return server.getManagers().getImapHostManager().getInbox(desk);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    MailFolder folder(String name) {
        return server.getManagers().getImapHostManager().getFolder(desk, name);
    }

    void makeFolder(String name) {
        try {
            server.getManagers().getImapHostManager().createMailbox(desk, name);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** All that was put in is stored: each mail is marked, or for a list without marks, the cursor names it. */
    @Override
    public boolean acknowledged(String id) {
        try {
            var inbox = server.getManagers().getImapHostManager().getInbox(desk);
            if (protocol == Protocol.IMAP) {
                return inbox.getMessages().stream()
                        .allMatch(mail -> mail.getFlags().contains(Flags.Flag.SEEN));
            }
            return context.intake()
                            .cursor(mailbox(Protocol.POP3, Afterwards.LEAVE, Start.ALL)
                                    .key())
                            .filter(it -> !it.equals("-"))
                            .map(it -> it.split(" ").length)
                            .orElse(0)
                    >= inbox.getMessageCount();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void redeliver() {}

    @Override
    public List<String> received(String person) {
        var texts = new ArrayList<String>();
        for (byte[] mail : receivedMails(person + "@people.example")) {
            texts.add(new MailReader().read(mail).text());
        }
        return texts.stream()
                .map(text -> text.endsWith("\n") ? text.substring(0, text.length() - 1) : text)
                .toList();
    }

    /** The mails somebody got, in order. */
    List<byte[]> receivedMails(String address) {
        var mails = new ArrayList<byte[]>();
        try {
            var user = server.getUserManager().getUserByEmail(address);
            if (user == null) {
                return List.of();
            }
            for (var mail :
                    server.getManagers().getImapHostManager().getInbox(user).getMessages()) {
                var bytes = new ByteArrayOutputStream();
                mail.getMimeMessage().writeTo(bytes);
                mails.add(bytes.toByteArray());
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return mails;
    }

    @Override
    public Set<String> secrets() {
        return Set.of(PASSWORD, KEY);
    }

    @Override
    public void close() {
        server.stop();
    }
}
