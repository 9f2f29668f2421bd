package dev.frontdesk.plugin.intent.text;

/** How many letters were left out, put in, taken for others or for their neighbours. */
public final class Edits {
    private Edits() {}

    /** The number of slips between two words, or {@code most + 1} where there are more than that many. */
    public static int between(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return most + 1;
        }
        var before = new int[b.length() + 1];
        var last = new int[b.length() + 1];
        var here = new int[b.length() + 1];
        for (int j = 0; j < last.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            here[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int other = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int edits = Math.min(last[j - 1] + other, 1 + Math.min(last[j], here[j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                here[j] = swapped ? Math.min(edits, before[j - 2] + 1) : edits;
                least = Math.min(least, here[j]);
            }
            if (least > most) {
                return most + 1;
            }
            var free = before;
            before = last;
            last = here;
            here = free;
        }
        return Math.min(last[b.length()], most + 1);
    }
}
