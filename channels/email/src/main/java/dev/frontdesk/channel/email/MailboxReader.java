package dev.frontdesk.channel.email;

import dev.frontdesk.api.channel.Intake;
import jakarta.mail.MessagingException;
import java.io.IOException;

/** One connection to a mailbox. Belongs to one thread, but for {@link #cut()}. */
interface MailboxReader extends AutoCloseable {

    /** Stores what came since the last time, and returns when there is no more. */
    void look() throws MessagingException, IOException, InterruptedException, Intake.StaleLease;

    /** Returns when something may have come, or after the time between two looks. */
    void await() throws InterruptedException;

    /** Ends the connection from another thread, whatever it is doing. */
    void cut();

    @Override
    void close();
}
