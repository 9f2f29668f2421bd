package dev.frontdesk.plugin.lookup.language;

import java.util.List;
import java.util.Optional;

/** Tells the language of a short text, or that it cannot be told. Safe for use by many threads. */
final class Detector {
    /** Below it a language is a guess, and a wrong one is worse than none. */
    private static final double SURE = 0.65;

    /** Scripts of a single language here; a few letters of them say it. */
    private static final double BY_SCRIPT = 0.99;

    /** A word written in letters that none of the languages has is of another; that many in a hundred are too many. */
    private static final int FOREIGN_PERCENT = 30;

    private static final LanguageModel LATIN = Learning.of(
            List.of(
                    "en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "tr", "sv", "da", "no", "fi", "ro", "hu",
                    "vi", "id"),
            // Known in order not to be taken for one of the others.
            List.of("hr", "sk", "ru-Latn"));
    private static final LanguageModel CYRILLIC = Learning.of(List.of("ru", "uk", "be", "bg", "sr"), List.of());
    private static final LanguageModel ARABIC = Learning.of(List.of("ar", "fa"), List.of());

    private Detector() {}

    static Optional<Detected> detect(String text) {
        var writing = Writing.of(text);
        return switch (writing.script()) {
            case NONE -> Optional.empty();
            case LATIN -> among(LATIN, writing);
            case CYRILLIC -> among(CYRILLIC, writing);
            case ARABIC -> among(ARABIC, writing);
            case GREEK -> Optional.of(new Detected("el", BY_SCRIPT));
            case HEBREW -> Optional.of(new Detected("he", BY_SCRIPT));
            case DEVANAGARI -> Optional.of(new Detected("hi", BY_SCRIPT));
            case THAI -> Optional.of(new Detected("th", BY_SCRIPT));
            case HANGUL -> Optional.of(new Detected("ko", BY_SCRIPT));
            case KANA -> Optional.of(new Detected("ja", BY_SCRIPT));
            case HAN -> Optional.of(new Detected("zh", BY_SCRIPT));
        };
    }

    private static Optional<Detected> among(LanguageModel model, Writing writing) {
        var scores = model.beforehand();
        int foreign = 0;
        for (var word : writing.words()) {
            if (model.knowsLettersOf(word)) {
                model.add(word, scores);
            } else {
                foreign++;
            }
        }
        if (foreign * 100 > writing.words().size() * FOREIGN_PERCENT) {
            return Optional.empty();
        }
        return model.likeliest(scores).filter(found -> found.probability() >= SURE);
    }
}
