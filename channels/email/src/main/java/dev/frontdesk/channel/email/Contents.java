package dev.frontdesk.channel.email;

import dev.frontdesk.api.channel.Attachments;
import dev.frontdesk.api.channel.Content;
import dev.frontdesk.channel.email.mime.Attachment;
import dev.frontdesk.channel.email.mime.Mail;
import dev.frontdesk.channel.email.reply.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a mail says, with its files kept. Belongs to one thread. */
final class Contents {
    private static final int MOST_INLINE = 100;
    private static final int LONGEST_HTML = 256 * 1024;

    private final Attachments attachments;

    Contents(Attachments attachments) {
        this.attachments = attachments;
    }

    /** @param size what the server says the mail has */
    Content of(Mail mail, long size) {
        var notes = new ArrayList<>(mail.notes());
        if (Size.tooBig(size)) {
            notes.add("It has " + size / 1_000_000 + " MB; only its beginning was fetched.");
        }
        var files = new ArrayList<Content.File>();
        var contentIds = new ArrayList<String>();
        for (Attachment attachment : mail.attachments()) {
            try (var bytes = attachment.open()) {
                files.add(attachments.put(attachment.name(), attachment.mediaType(), bytes));
                contentIds.add(attachment.contentId().orElse(""));
            } catch (IOException e) {
                notes.add("The file " + attachment.name() + " could not be kept: " + Servers.said(e));
            }
        }
        String whole = mail.text().stripTrailing();
        String text = mail.text().endsWith("\n")
                ? mail.text().substring(0, mail.text().length() - 1)
                : mail.text();
        String shown = Reply.of(text).text();
        String html = mail.html().length() > LONGEST_HTML ? "" : numbered(mail.html(), contentIds);
        String told = notes.isEmpty() ? "" : "\n\n[" + String.join(" ", notes) + "]";
        if (html.isEmpty() && files.isEmpty() && told.isEmpty() && shown.equals(text)) {
            return Content.text(text);
        }
        return new Content.Rich(shown + told, html, shown.equals(text) ? "" : whole, List.copyOf(files));
    }

    /** The pictures of a mail by their places among its files. */
    private static String numbered(String html, List<String> contentIds) {
        String numbered = html;
        for (int i = 0; i < Math.min(MOST_INLINE, contentIds.size()); i++) {
            if (!contentIds.get(i).isEmpty()) {
                numbered = numbered.replace("cid:" + contentIds.get(i), "cid:\u0000" + i);
            }
        }
        return numbered.replace("\u0000", "");
    }
}
