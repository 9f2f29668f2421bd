package dev.frontdesk.channel.email.automatic;

import dev.frontdesk.channel.email.mime.Mail;
import java.util.List;
import java.util.Optional;

/** Who or what wrote a mail. All but {@link Person} never opens a conversation and never gets an automatic answer. */
public sealed interface Origin {

    /** Judges a mail by its headers and parts. Never throws. */
    static Origin of(Mail mail) {
        return FeedbackReports.in(mail)
                .<Origin>map(report -> report)
                .or(() -> ReadReceipts.in(mail))
                .or(() -> Bounces.in(mail))
                .or(() -> Automatons.in(mail))
                .orElseGet(Person::new);
    }

    /** Somebody, as far as one can tell. */
    record Person() implements Origin {}

    /**
     * A program.
     *
     * @param why what gave it away, for the agent
     */
    record Automatic(Kind kind, String why) implements Origin {}

    /** What kind of program. */
    enum Kind {
        /** Answers every mail: out of office, received, closed. */
        REPLY,
        /** Tells something on its own. */
        NOTICE,
        /** Sends the same to many: mailing lists and newsletters. */
        LIST
    }

    /**
     * A mail of ours, so it says, was not delivered, or was, or waits.
     *
     * @param original the id of that mail; empty when it does not say
     */
    record Bounce(List<Recipient> recipients, Optional<String> original, String why) implements Origin {
        /** Copies the recipients. */
        public Bounce {
            recipients = List.copyOf(recipients);
        }

        /** Whether the mail did not arrive at one of them and will not. */
        public boolean failed() {
            return recipients.isEmpty()
                    || recipients.stream().anyMatch(recipient -> recipient.outcome() == Outcome.FAILED);
        }
    }

    /**
     * What became of a mail for one recipient.
     *
     * @param address as the report has it; may be empty
     * @param status such as {@code 5.1.1}; empty when it does not say
     * @param hard whether the address itself is wrong, so that no other mail will arrive there either
     * @param why in the words of the server
     */
    record Recipient(String address, Outcome outcome, String status, boolean hard, String why) {}

    /** What became of it. */
    enum Outcome {
        /** It will not arrive. */
        FAILED,
        /** The server goes on trying. */
        DELAYED,
        /** It arrived, or went on to a server that reports nothing. */
        DELIVERED
    }

    /**
     * Somebody called a mail of ours spam, or left through such a report.
     *
     * @param type in the words of RFC 5965: {@code abuse}, {@code opt-out}, {@code fraud} …
     */
    record FeedbackReport(String type, Optional<String> original, Optional<String> recipient) implements Origin {}

    /**
     * A mail of ours was opened, or thrown away unread.
     *
     * @param read whether it was shown to somebody
     */
    record ReadReceipt(boolean read, Optional<String> original, Optional<String> recipient) implements Origin {}
}
