package dev.frontdesk.plugin.ai.redact;

import java.util.Optional;

/** Finds one kind of personal data. */
interface Finder {

    /** A place in a text. */
    record Found(int start, int end, String kind) {}

    /** The first one at or after this place. */
    Optional<Found> next(String text, int from);
}
