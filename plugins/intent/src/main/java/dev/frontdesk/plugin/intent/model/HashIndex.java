package dev.frontdesk.plugin.intent.model;

import java.util.Arrays;

/** From hashes to small numbers, in the order they came. Open addressing: one array read where a map of objects needs four. */
final class HashIndex {
    private long[] keys = new long[1 << 10];
    private int[] places = new int[1 << 10];
    private long[] inOrder = new long[1 << 9];
    private int size;

    int size() {
        return size;
    }

    long key(int place) {
        return inOrder[place];
    }

    /** -1 where it is not known. */
    int find(long key) {
        return places[slot(key)] - 1;
    }

    int findOrAdd(long key) {
        int slot = slot(key);
        if (places[slot] == 0) {
            keys[slot] = key;
            if (size == inOrder.length) {
                inOrder = Arrays.copyOf(inOrder, 2 * size);
            }
            inOrder[size++] = key;
            places[slot] = size;
            if (2 * size > keys.length) {
                grow();
            }
            return size - 1;
        }
        return places[slot] - 1;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) key & mask;
        while (places[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        keys = new long[2 * keys.length];
        places = new int[keys.length];
        for (int i = 0; i < size; i++) {
            int slot = slot(inOrder[i]);
            keys[slot] = inOrder[i];
            places[slot] = i + 1;
        }
    }
}
