package dev.frontdesk.plugin.intent.text;

import java.util.Arrays;
import java.util.Set;

/** What was seen in a message: for each view the hashes of its features, sorted, one entry for each time it was there. */
public final class Bag {
    private static final long START = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final long[][] features = new long[View.values().length][];
    private final int[] sizes = new int[features.length];

    Bag() {
        Arrays.setAll(features, _ -> new long[32]);
    }

    /** Sorted, with repetitions. */
    public long[] features(View view) {
        return features[view.ordinal()];
    }

    /** The same message seen in these ways alone. */
    public Bag only(Set<View> views) {
        var bag = new Bag();
        for (var view : View.values()) {
            bag.features[view.ordinal()] = views.contains(view) ? features(view) : new long[0];
        }
        return bag;
    }

    void add(View view, CharSequence text, int from, int to) {
        put(view, hash(begin(view), text, from, to));
    }

    void add(View view, String text) {
        add(view, text, 0, text.length());
    }

    void addPair(View view, String first, String second) {
        long hash = hash(begin(view), first, 0, first.length());
        put(view, hash((hash ^ ' ') * PRIME, second, 0, second.length()));
    }

    Bag sorted() {
        for (int i = 0; i < features.length; i++) {
            features[i] = Arrays.copyOf(features[i], sizes[i]);
            Arrays.sort(features[i]);
        }
        return this;
    }

    private void put(View view, long hash) {
        int i = view.ordinal();
        if (sizes[i] == features[i].length) {
            features[i] = Arrays.copyOf(features[i], 2 * sizes[i]);
        }
        features[i][sizes[i]++] = spread(hash);
    }

    private static long begin(View view) {
        return (START ^ view.ordinal()) * PRIME;
    }

    private static long hash(long hash, CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }

    /** The low bits of a product are poor; tables look at them. */
    private static long spread(long hash) {
        hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
        return hash ^ (hash >>> 32);
    }
}
