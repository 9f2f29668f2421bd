package dev.frontdesk.channel.email.mime;

import java.util.List;
import java.util.Optional;

/**
 * Reads a mail from its bytes. Never throws because of what they hold: what cannot be read leaves a note, and the bytes stay with
 * the caller. Costs a bounded multiple of one pass over them. Safe for use by many threads.
 */
public final class MailReader {
    private static final int LONGEST_SUBJECT = 1_000;

    private final Limits limits;

    /** With the standard limits. */
    public MailReader() {
        this(Limits.standard());
    }

    /** With limits of one's own. */
    public MailReader(Limits limits) {
        this.limits = limits;
    }

    /** Reads a mail; the bytes are neither kept elsewhere nor changed, and must not be changed by others. */
    public Mail read(byte[] bytes) {
        var budget = new Budget(limits);
        var whole = Slice.of(bytes);
        if (bytes.length > limits.size()) {
            budget.note("It is bigger than " + (limits.size() >> 20)
                    + " MB; only its headers and its beginning were read.");
            whole = whole.first(limits.headerBytes() + limits.excerpt());
        }
        var lines = Lines.repaired(whole);
        var root = Structure.of(lines, budget);
        var body = Bodies.of(root, budget);
        return mail(
                root,
                body,
                body.text().isBlank() && body.attachments().isEmpty() ? excerpt(root) : body.text(),
                budget);
    }

    private Mail mail(Part root, Bodies.Read body, String text, Budget budget) {
        var headers = root.headers();
        return new Mail(
                headers,
                MessageIds.first(headers.first("Message-ID")),
                ids(headers, "In-Reply-To"),
                ids(headers, "References"),
                mailboxes(headers, "From"),
                mailboxes(headers, "Sender").stream().findFirst(),
                mailboxes(headers, "Reply-To"),
                mailboxes(headers, "To"),
                mailboxes(headers, "Cc"),
                headers.all("Date").stream()
                        .map(Dates::read)
                        .flatMap(Optional::stream)
                        .findFirst(),
                HeaderText.cut(headers.text("Subject").orElse(""), LONGEST_SUBJECT),
                text,
                body.html(),
                body.attachments(),
                root,
                budget.notes());
    }

    /** Where nothing was found to show: the beginning of whatever there is. */
    private String excerpt(Part root) {
        var text = CharacterSets.decode(root.body().first(limits.excerpt()).copy(), "");
        return text.isBlank() ? "" : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static List<String> ids(Headers headers, String name) {
        return headers.all(name).stream()
                .map(MessageIds::all)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private List<Mailbox> mailboxes(Headers headers, String name) {
        return headers.all(name).stream()
                .flatMap(value -> Mailboxes.read(value, limits.addresses()).stream())
                .distinct()
                .limit(limits.addresses())
                .toList();
    }

    /** Makes lines of what has none. */
    private static final class Lines {
        private Lines() {}

        /** Without empty lines before the headers; a mail whose lines end in a bare CR, as on old Macs, gets line ends. */
        static Slice repaired(Slice mail) {
            var bytes = mail.bytes();
            int from = mail.from();
            while (from < mail.to() && (bytes[from] == '\r' || bytes[from] == '\n')) {
                from++;
            }
            var bare = new Slice(bytes, from, mail.to());
            var start = bare.first(1 << 14).latin1();
            return start.indexOf('\n') >= 0 || start.indexOf('\r') < 0 ? bare : unix(bare);
        }

        private static Slice unix(Slice mail) {
            var copy = mail.copy();
            for (int i = 0; i < copy.length; i++) {
                copy[i] = copy[i] == '\r' ? (byte) '\n' : copy[i];
            }
            return Slice.of(copy);
        }
    }
}
