package dev.frontdesk.plugin.intent.model;

/**
 * A message as a sparse vector: {@code value[i]} at the column {@code column[i]}.
 *
 * @param known the share of what it says that was there in the examples, 0 to 1
 */
record Row(int[] column, float[] value, double known) {}
