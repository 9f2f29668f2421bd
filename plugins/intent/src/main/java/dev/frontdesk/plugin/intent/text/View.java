package dev.frontdesk.plugin.intent.text;

/** One way to look at a message. Each is weighed by itself, so that many letters do not drown few words. */
public enum View {
    WORDS(1),
    STEMS(1),
    PAIRS(1),
    LETTERS(1),
    CONCEPTS(1),
    CONCEPT_PAIRS(1),
    MANNERS(0.5);

    private final double weight;

    View(double weight) {
        this.weight = weight;
    }

    public double weight() {
        return weight;
    }
}
