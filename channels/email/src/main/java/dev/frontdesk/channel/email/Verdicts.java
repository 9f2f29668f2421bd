package dev.frontdesk.channel.email;

import dev.frontdesk.api.channel.Delivery;
import dev.frontdesk.api.channel.Delivery.Cause;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPAddressSucceededException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** What a mail server's answer means for a message. */
final class Verdicts {
    private static final Duration SOON = Duration.ofSeconds(30);
    /** Grey listing lets a server in that comes back after some minutes. */
    private static final Duration GREY = Duration.ofMinutes(2);
    /** No such mailbox, moved, no such name. */
    private static final Set<Integer> NOBODY = Set.of(550, 551, 553);

    private Verdicts() {}

    /** Nothing was said yet, so nothing was sent. */
    static Delivery ofConnect(Exception e, String host) {
        if (e instanceof AuthenticationFailedException) {
            // 454: the server cannot check it now.
            boolean passing = String.valueOf(e.getMessage()).strip().startsWith("4");
            return passing
                    ? new Delivery.Later(GREY, true, Servers.said(e))
                    : new Delivery.Halted("the mail server refuses the account: " + Servers.said(e));
        }
        var unprotected = Trust.problem(e, host);
        if (unprotected.isPresent()) {
            return new Delivery.Halted(unprotected.get() + ".");
        }
        return new Delivery.Later(SOON, true, "the mail server cannot be reached: " + Servers.said(e));
    }

    /** @param begun some of the mail itself went out */
    static Delivery ofSend(MessagingException e, String to, boolean begun, String id) {
        for (Exception each = e; each != null; each = next(each)) {
            if (each instanceof SMTPAddressSucceededException ok && is(ok.getAddress(), to)) {
                return new Delivery.Sent(id);
            }
            if (each instanceof SMTPAddressFailedException failed && is(failed.getAddress(), to)) {
                return ofRecipient(failed.getReturnCode(), Servers.said(failed));
            }
        }
        if (e instanceof SendFailedException partly && sent(partly, to)) {
            return new Delivery.Sent(id);
        }
        return switch (e) {
            case SMTPSenderFailedException it
            when it.getReturnCode() > 0 -> ofWhole(it.getReturnCode(), Servers.said(it));
            case SMTPSendFailedException it
            when it.getReturnCode() > 0 -> ofWhole(it.getReturnCode(), Servers.said(it));
            // No code: the connection ended in place of an answer.
            default ->
                begun
                        ? new Delivery.Unknown("the mail server broke off: " + Servers.said(e))
                        : new Delivery.Later(SOON, false, "the mail server broke off: " + Servers.said(e));
        };
    }

    private static @org.jspecify.annotations.Nullable Exception next(Exception e) {
        return e instanceof MessagingException it ? it.getNextException() : null;
    }

    private static boolean sent(SendFailedException e, String to) {
        if (e.getValidSentAddresses() == null) {
            return false;
        }
        for (Address address : e.getValidSentAddresses()) {
            if (is(address, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(Address address, String to) {
        return address instanceof InternetAddress it
                && it.getAddress() != null
                && it.getAddress().toLowerCase(Locale.ROOT).equals(to.toLowerCase(Locale.ROOT));
    }

    private static Delivery ofRecipient(int code, String said) {
        if (code == 552) {
            return new Delivery.Rejected(Cause.CONTENT, said);
        }
        if (NOBODY.contains(code)) {
            return new Delivery.Rejected(Cause.UNREACHABLE, said);
        }
        return code / 100 == 5 ? new Delivery.Rejected(Cause.OTHER, said) : new Delivery.Later(GREY, false, said);
    }

    private static Delivery ofWhole(int code, String said) {
        if (code == 421) {
            return new Delivery.Later(SOON, true, said);
        }
        if (code == 530 || code == 535) {
            return new Delivery.Halted("the mail server refuses the account: " + said);
        }
        if (code == 552) {
            return new Delivery.Rejected(Cause.CONTENT, said);
        }
        return code / 100 == 5 ? new Delivery.Rejected(Cause.OTHER, said) : new Delivery.Later(GREY, false, said);
    }
}
