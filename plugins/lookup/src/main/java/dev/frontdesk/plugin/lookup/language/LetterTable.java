package dev.frontdesk.plugin.lookup.language;

import java.util.Arrays;
import java.util.Map;

/** A row of numbers, one for each language, for a key; every key in one array, because each letter of a text asks for two. */
final class LetterTable {
    private static final long FREE = -1;

    private final long[] keys;
    private final float[] rows;
    private final int width;

    LetterTable(Map<Long, float[]> all, int width) {
        int size = Integer.highestOneBit(Math.max(1, all.size())) * 4;
        this.keys = new long[size];
        this.rows = new float[size * width];
        this.width = width;
        Arrays.fill(keys, FREE);
        all.forEach((key, row) -> {
            int place = place(key);
            keys[place] = key;
            System.arraycopy(row, 0, rows, place * width, width);
        });
    }

    boolean contains(long key) {
        return keys[place(key)] != FREE;
    }

    /** Adds the row of a key; false when there is none. */
    boolean add(long key, float[] sum) {
        int place = place(key);
        if (keys[place] == FREE) {
            return false;
        }
        int from = place * width;
        for (int i = 0; i < width; i++) {
            sum[i] += rows[from + i];
        }
        return true;
    }

    /** Where the key is, or would be. */
    private int place(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int place = (int) (mixed >>> 33) & keys.length - 1;
        while (keys[place] != FREE && keys[place] != key) {
            place = place + 1 & keys.length - 1;
        }
        return place;
    }
}
