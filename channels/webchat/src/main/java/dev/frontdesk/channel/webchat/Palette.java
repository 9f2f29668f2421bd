package dev.frontdesk.channel.webchat;

import java.util.HexFormat;
import java.util.Locale;

/**
 * The colours made from the configured one, so that text stays readable: contrast of 4.5 to 1 or more, by
 * https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.
 *
 * @param accent the configured colour, as a background
 * @param onAccent text on it
 * @param lightText the colour as text on the light surface
 * @param darkText the colour as text on the dark surface
 */
record Palette(String accent, String onAccent, String lightText, String darkText) {

    private static final int WHITE = 0xffffff;
    private static final int INK = 0x0d1530;
    private static final int BLACK = 0;
    private static final int DARK_SURFACE = 0x17181b;
    private static final double READABLE = 4.5;

    static Palette of(String colour) {
        var rgb = HexFormat.fromHexDigits(colour);
        return new Palette(
                hex(rgb), hex(onto(rgb)), hex(towards(rgb, WHITE, BLACK)), hex(towards(rgb, DARK_SURFACE, WHITE)));
    }

    static boolean isColour(String text) {
        return text.length() == 6 && text.chars().allMatch(HexFormat::isHexDigit);
    }

    private static int onto(int background) {
        if (contrast(WHITE, background) >= READABLE) {
            return WHITE;
        }
        return contrast(INK, background) >= READABLE ? INK : BLACK;
    }

    /** Mixes the colour with another until it can be read on the surface. */
    private static int towards(int colour, int surface, int other) {
        for (var share = 0; share < 100; share += 4) {
            var mixed = mix(colour, other, share / 100.0);
            if (contrast(mixed, surface) >= READABLE) {
                return mixed;
            }
        }
        return other;
    }

    private static int mix(int from, int to, double share) {
        var mixed = 0;
        for (var shift = 0; shift <= 16; shift += 8) {
            var channel = ((from >> shift) & 0xff) * (1 - share) + ((to >> shift) & 0xff) * share;
            mixed |= (int) Math.round(channel) << shift;
        }
        return mixed;
    }

    static double contrast(int one, int other) {
        var a = luminance(one);
        var b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        var value = (channel & 0xff) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static String hex(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }
}
