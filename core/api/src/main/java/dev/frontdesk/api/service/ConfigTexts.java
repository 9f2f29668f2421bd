package dev.frontdesk.api.service;

import java.util.Map;

/**
 * Text files that lie in a folder of their own beside the configuration, for what is too long to stand in it: what a model may read,
 * lists, examples. They are read as they are at the moment. Safe for use by many threads.
 */
public interface ConfigTexts {

    /**
     * Every file below a folder of the configuration folder, by its path from there with slashes; none when there is no such folder.
     * Hidden files are left out.
     *
     * @param folder one name, without slashes
     * @throws IllegalArgumentException when a file is no UTF-8 text or larger than 2 MB, or all together are larger than 20 MB; it says
     *     which
     * @throws java.io.UncheckedIOException when one cannot be read
     */
    Map<String, String> below(String folder);
}
