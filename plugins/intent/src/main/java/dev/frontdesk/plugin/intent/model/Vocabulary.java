package dev.frontdesk.plugin.intent.model;

import dev.frontdesk.plugin.intent.text.Bag;
import dev.frontdesk.plugin.intent.text.View;
import java.util.Arrays;
import java.util.List;

/**
 * The features the examples have, and how telling each is: tf-idf with a dampened frequency, of length one in each view. A feature
 * that no example has counts towards the length as the rarest does, so that a message of unknown words comes out short: that is
 * most of what tells out of scope.
 */
final class Vocabulary {
    /** With many examples a feature of a single one is noise, and most of the memory. */
    private static final int MANY = 5_000;
    /** Column 0 is the same in all rows. */
    static final int BIAS = 0;

    private static final float BIAS_VALUE = 0.3f;

    private final HashIndex index;
    private final float[] idf;
    private final float unseen;

    Vocabulary(HashIndex index, float[] idf, float unseen) {
        this.index = index;
        this.idf = idf;
        this.unseen = unseen;
    }

    static Vocabulary of(List<Bag> bags) {
        var all = new HashIndex();
        int[] documents = new int[1 << 12];
        for (var bag : bags) {
            for (var view : View.values()) {
                long[] features = bag.features(view);
                for (int i = 0; i < features.length; i++) {
                    if (i > 0 && features[i] == features[i - 1]) {
                        continue;
                    }
                    int place = all.findOrAdd(features[i]);
                    if (place >= documents.length) {
                        documents = Arrays.copyOf(documents, 2 * documents.length);
                    }
                    documents[place]++;
                }
            }
        }
        return often(all, documents, bags.size());
    }

    private static Vocabulary often(HashIndex all, int[] documents, int bags) {
        int least = bags > MANY ? 2 : 1;
        var kept = new HashIndex();
        var idf = new float[all.size()];
        for (int i = 0; i < all.size(); i++) {
            if (documents[i] >= least) {
                idf[kept.findOrAdd(all.key(i))] = idf(bags, documents[i]);
            }
        }
        return new Vocabulary(kept, Arrays.copyOf(idf, kept.size()), idf(bags, 0.5));
    }

    private static float idf(int bags, double documents) {
        return (float) (Math.log((1.0 + bags) / (1 + documents)) + 1);
    }

    int columns() {
        return idf.length + 1;
    }

    HashIndex index() {
        return index;
    }

    float idf(int place) {
        return idf[place];
    }

    float unseen() {
        return unseen;
    }

    Row row(Bag bag) {
        int most = 1;
        for (var view : View.values()) {
            most += bag.features(view).length;
        }
        var column = new int[most];
        var value = new float[most];
        column[0] = BIAS;
        value[0] = BIAS_VALUE;
        int size = 1;
        double weights = 0;
        double known = 0;
        for (var view : View.values()) {
            long[] features = bag.features(view);
            if (features.length == 0) {
                continue;
            }
            int begin = size;
            double all = 0;
            double found = 0;
            for (int i = 0; i < features.length; ) {
                int end = i + 1;
                while (end < features.length && features[end] == features[i]) {
                    end++;
                }
                int place = index.find(features[i]);
                float x = (float) (1 + Math.log(end - i)) * (place < 0 ? unseen : idf[place]);
                all += x * x;
                if (place >= 0) {
                    found += x * x;
                    column[size] = place + 1;
                    value[size++] = x;
                }
                i = end;
            }
            scale(value, begin, size, view.weight() / Math.sqrt(all));
            weights += view.weight() * view.weight();
            known += view.weight() * view.weight() * found / all;
        }
        if (weights > 0) {
            scale(value, 1, size, 1 / Math.sqrt(weights));
        }
        return new Row(Arrays.copyOf(column, size), Arrays.copyOf(value, size), weights > 0 ? known / weights : 0);
    }

    private static void scale(float[] value, int from, int to, double by) {
        for (int i = from; i < to; i++) {
            value[i] *= (float) by;
        }
    }
}
