package dev.frontdesk.channel.email.mime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What one reading may still spend, over all parts of a mail; and the notes on what it could not. For one thread. */
final class Budget {
    private static final int MOST_NOTES = 20;

    private final Limits limits;
    private final Set<String> notes = new LinkedHashSet<>();
    private int parts;
    private int innerHeaders;
    private long decoded;

    Budget(Limits limits) {
        this.limits = limits;
        innerHeaders = 4 * limits.headerBytes();
        decoded = limits.size() / 2;
    }

    Limits limits() {
        return limits;
    }

    void part() {
        parts++;
    }

    boolean morePartsAllowed() {
        if (parts >= limits.parts()) {
            note("It has more than " + limits.parts() + " parts; the rest was not read.");
        }
        return parts < limits.parts();
    }

    /** How many bytes of a header block are read. All inner blocks share what four outer ones may have. */
    int headerBytes(boolean outer) {
        return outer ? limits.headerBytes() : Math.min(limits.headerBytes(), innerHeaders);
    }

    void readHeaders(boolean outer, int bytes) {
        innerHeaders -= outer ? 0 : bytes;
    }

    /** Whether so many bytes of an encoded mail within the mail may be decoded to look into it. */
    boolean decode(int bytes) {
        decoded -= bytes;
        return decoded >= 0;
    }

    void note(String text) {
        if (notes.size() < MOST_NOTES) {
            notes.add(text);
        }
    }

    List<String> notes() {
        return List.copyOf(notes);
    }
}
