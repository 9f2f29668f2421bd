package dev.frontdesk.channel.email.automatic;

import dev.frontdesk.channel.email.mime.Mailbox;
import dev.frontdesk.channel.email.mime.Mailboxes;
import java.util.Optional;

/** Addresses in the midst of other text. */
final class Addresses {
    private Addresses() {}

    static Optional<String> first(String text) {
        return Mailboxes.read(text.substring(0, Math.min(text.length(), 2_000)), 1).stream()
                .map(Mailbox::address)
                .findFirst();
    }

    /** The first word of a line that is an address, whatever it is wrapped in. */
    static Optional<String> in(String line) {
        if (line.indexOf('@') < 0 || line.length() > 2_000) {
            return Optional.empty();
        }
        for (var word : line.split("[\\s<>()\\[\\]\"',;]+")) {
            int at = word.indexOf('@');
            var bare = word.endsWith(":") || word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
            if (at > 0 && bare.indexOf('.', at) > at + 1) {
                var address = Mailboxes.address(bare.startsWith("mailto:") ? bare.substring(7) : bare);
                if (address.isPresent()) {
                    return address;
                }
            }
        }
        return Optional.empty();
    }
}
