package dev.frontdesk.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A mail that keeps its own Message-ID, and knows whether any of it went out. Belongs to one thread. */
final class Outgoing extends SMTPMessage {
    private final String messageId;
    private boolean begun;

    Outgoing(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + messageId + ">");
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        begun = true;
        super.writeTo(out, ignored);
    }

    /** Without angle brackets. */
    String id() {
        return messageId;
    }

    /** Once true the server may have it, whatever it answered or did not. */
    boolean begun() {
        return begun;
    }
}
