package dev.frontdesk.plugin.ai.redact;

import dev.frontdesk.api.Regex;
import java.util.Optional;

/** Whatever a configured expression finds. */
record Pattern(Regex regex) implements Finder {

    /**
     * The expression tells what it found and not where. Taking the first place where that stands may hide the same word once more than
     * needed, never once less: the rest of the text is looked at again.
     */
    @Override
    public Optional<Found> next(String text, int from) {
        var rest = text.substring(from);
        return regex.find(rest)
                .map(groups -> groups.getFirst())
                .filter(found -> !found.isEmpty())
                .map(found -> {
                    int start = from + rest.indexOf(found);
                    return new Found(start, start + found.length(), "redacted");
                });
    }
}
