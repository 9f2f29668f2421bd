package dev.frontdesk.api;

import java.util.List;
import java.util.Optional;

/**
 * A configured regular expression in RE2 syntax (https://github.com/google/re2/wiki/Syntax): linear time, so no input can
 * hang it. Safe for use by many threads.
 */
public interface Regex {

    /** The first match and its groups (index 0: the whole match; a group that took no part is an empty string), or empty. */
    Optional<List<String>> find(CharSequence text);

    /** The expression as it was written. */
    String source();
}
