package dev.frontdesk.plugin.intent.model;

import dev.frontdesk.plugin.intent.examples.Example;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** Deals examples into folds, each intent evenly, the same way for the same seed. */
public final class Folds {
    private Folds() {}

    /** The fold of each example. */
    public static int[] of(List<Example> examples, int folds, long seed) {
        var byIntent = new TreeMap<String, List<Integer>>();
        for (int i = 0; i < examples.size(); i++) {
            byIntent.computeIfAbsent(examples.get(i).intent().orElse(""), _ -> new ArrayList<>())
                    .add(i);
        }
        var random = new Random(seed);
        var fold = new int[examples.size()];
        int dealt = 0;
        for (var places : byIntent.values()) {
            Collections.shuffle(places, random);
            for (int place : places) {
                fold[place] = dealt++ % folds;
            }
        }
        return fold;
    }
}
