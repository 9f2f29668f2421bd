package dev.frontdesk.channel.email;

import java.util.ArrayList;
import java.util.List;

/**
 * Where in a mail thread an answer goes: kept as the thread of the person's address, so that sending needs nothing else.
 *
 * @param subject of the mail that is answered
 * @param messageId of it, without angle brackets, empty for none
 * @param references of the thread before it, the oldest first
 */
record ThreadMark(String subject, String messageId, List<String> references) {
    /** The first says where it all began, the last ones where it stands. */
    private static final int MOST_REFERENCES = 20;

    ThreadMark {
        subject = Addresses.line(subject, 500);
        messageId = id(messageId);
        references = references.stream()
                .map(ThreadMark::id)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    /** Ids stand in our headers: nothing but visible characters, and no angle brackets. */
    private static String id(String id) {
        boolean fit = id.length() <= 250 && id.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '<' && c != '>');
        return fit ? id : "";
    }

    String written() {
        return subject + "\n" + messageId + "\n" + String.join(" ", references);
    }

    static ThreadMark read(String thread) {
        String[] lines = thread.split("\n", -1);
        return new ThreadMark(
                lines[0],
                lines.length > 1 ? lines[1] : "",
                lines.length > 2 && !lines[2].isEmpty() ? List.of(lines[2].split(" ")) : List.of());
    }

    /** What an answer refers to. */
    List<String> chain() {
        var chain = new ArrayList<>(references);
        if (!messageId.isEmpty()) {
            chain.remove(messageId);
            chain.add(messageId);
        }
        if (chain.size() <= MOST_REFERENCES) {
            return chain;
        }
        var shortened = new ArrayList<>(chain.subList(0, 1));
        shortened.addAll(chain.subList(chain.size() - MOST_REFERENCES + 1, chain.size()));
        return shortened;
    }

    /** The subject of an answer: that of what is answered, with one {@code Re:} before it. */
    String answer(String otherwise) {
        if (subject.isBlank()) {
            return otherwise;
        }
        return Subjects.isReply(subject) ? subject : "Re: " + subject;
    }
}
