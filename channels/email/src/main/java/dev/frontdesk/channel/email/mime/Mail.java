package dev.frontdesk.channel.email.mime;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one mail says. Everything in it is hearsay: whoever sent it wrote it.
 *
 * @param headers of the mail itself
 * @param messageId without angle brackets, as all ids here; at most 998 characters
 * @param inReplyTo the mails it says it answers
 * @param references the thread it says it belongs to, the oldest first, each once
 * @param from who says they wrote it; empty when nothing there can be read as an address
 * @param sender who sent it for them
 * @param replyTo where they want answers
 * @param date as the sender's clock had it
 * @param subject decoded, on one line; may be empty
 * @param text what it says in plain text, with lines ending in {@code \n}; from the HTML where there is nothing else
 * @param html as it came, not sanitised; empty when it has none
 * @param attachments in their order, inline images too
 * @param root its parts
 * @param notes what could not be read as it stood, for the agent
 */
public record Mail(
        Headers headers,
        Optional<String> messageId,
        List<String> inReplyTo,
        List<String> references,
        List<Mailbox> from,
        Optional<Mailbox> sender,
        List<Mailbox> replyTo,
        List<Mailbox> to,
        List<Mailbox> cc,
        Optional<Instant> date,
        String subject,
        String text,
        String html,
        List<Attachment> attachments,
        Part root,
        List<String> notes) {

    /** Copies the collections. */
    public Mail {
        inReplyTo = List.copyOf(inReplyTo);
        references = List.copyOf(references);
        from = List.copyOf(from);
        replyTo = List.copyOf(replyTo);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        attachments = List.copyOf(attachments);
        notes = List.copyOf(notes);
    }

    /** Only what harms nobody in a log. */
    @Override
    public String toString() {
        return "mail " + messageId.orElse("without id") + " with " + attachments.size() + " attachments";
    }
}
