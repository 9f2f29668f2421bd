package dev.frontdesk.plugin.ai.knowledge;

import dev.frontdesk.api.service.ConfigTexts;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files below {@code config/knowledge}, read and indexed once, at start. What a file is named by: itself, a folder above it, or
 * {@code .} for all. Immutable; safe for use by many threads.
 */
public final class Knowledge {
    private static final String FOLDER = "knowledge";
    private static final String ALL = ".";

    private final Set<String> files;
    private final Index index;

    @Inject
    public Knowledge(ConfigTexts texts) {
        this(texts.below(FOLDER));
    }

    private Knowledge(Map<String, String> texts) {
        var passages = new ArrayList<Passage>();
        new TreeMap<>(texts).forEach((file, text) -> passages.addAll(Passages.of(file, text)));
        files = Set.copyOf(texts.keySet());
        index = new Index(passages);
    }

    /** With these texts, by the paths of their files. */
    public static Knowledge of(Map<String, String> texts) {
        return new Knowledge(texts);
    }

    /** Whether a file or folder of this name is there. */
    public boolean has(String name) {
        return files.stream().anyMatch(file -> names(name, file));
    }

    /** The passages that have most to do with the question, the best first. */
    public List<Passage> search(List<String> names, String question, int most) {
        return names.isEmpty()
                ? List.of()
                : index.search(question, passage -> names.stream().anyMatch(name -> names(name, passage.file())), most);
    }

    private static boolean names(String name, String file) {
        var folder = name.endsWith("/") ? name : name + "/";
        return name.equals(ALL) || file.equals(name) || file.startsWith(folder);
    }
}
