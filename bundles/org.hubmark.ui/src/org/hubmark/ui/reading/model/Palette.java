package org.hubmark.ui.reading.model;

import java.util.List;

/**
 * The colours of the reading view as {@code 0xRRGGBB}, made for one background. Immutable.
 *
 * @param dimmed heads, feet and whatever is not the author's text
 * @param rule lines between cells and rows
 * @param plain marks and labels without a colour of their own
 * @param fill strength of a highlight, 0 to 255; 0 in high contrast, where only bars and underlines show a mark
 */
public record Palette(int background, int foreground, int dimmed, int link, int rule, int plain, int fill) {

    /** What small text needs against its background (WCAG 2, AA). */
    public static final double READABLE = 4.5;
    /** So many highlights are painted above each other. */
    public static final int LAYERS = 3;
    /** What lines and bars need. */
    public static final double VISIBLE = 3.0;

    private static final List<String> MEMBERS = List.of("#1A5FB4", "#B3261E", "#2E7D32", "#7B3FA0", "#B35C00", "#00796B",
            "#AD1457", "#5D4037", "#3949AB", "#6D7A00");

    /** The colour of a member, {@code "#RRGGBB"} for a light background: the same one in every window, every day. */
    public static String member(String account) {
        return MEMBERS.get(Math.floorMod(account.hashCode(), MEMBERS.size()));
    }

    /** Black or white: what can be read better on a colour. */
    public static int ink(int background) {
        return contrast(0xFFFFFF, background) >= contrast(0x000000, background) ? 0xFFFFFF : 0x000000;
    }

    /** The palette for a control's colours; whether it is a dark one tells the background. */
    public static Palette of(int background, int foreground, boolean highContrast) {
        if (highContrast) {
            return new Palette(background, foreground, foreground, foreground, foreground, foreground, 0);
        }
        boolean dark = luminance(background) < 0.18;
        return new Palette(background, foreground, contrasting(dark ? 0x9AA0A6 : 0x6B7075, background, READABLE),
                contrasting(dark ? 0x8AB4F8 : 0x1A5FB4, background, READABLE), blend(foreground, background, 0.22),
                contrasting(dark ? 0xA8ADB3 : 0x70757A, background, VISIBLE), dark ? 70 : 56);
    }

    public boolean isHighContrast() {
        return fill == 0;
    }

    /** A colour for bars and underlines, as near to the wanted one as can be seen here. */
    public int line(String wanted) {
        return isHighContrast() ? foreground : contrasting(parse(wanted), background, VISIBLE);
    }

    /**
     * A colour for backgrounds: as near to the wanted one as leaves text readable where {@link #LAYERS} of them lie.
     */
    public int highlight(String wanted) {
        int colour = line(wanted);
        int result = colour;
        for (int percent = 5; percent < 100 && contrast(foreground, layered(result)) < READABLE; percent += 5) {
            result = blend(background, colour, percent / 100.0);
        }
        return result;
    }

    private int layered(int colour) {
        int painted = background;
        for (int i = 0; i < LAYERS; i++) {
            painted = blend(colour, painted, fill / 255.0);
        }
        return painted;
    }

    /** A colour for small text, as near to the wanted one as can be read here. */
    public int text(String wanted) {
        return isHighContrast() ? foreground : contrasting(parse(wanted), background, READABLE);
    }

    private int parse(String colour) {
        return colour != null && colour.matches("#[0-9A-Fa-f]{6}") ? Integer.parseInt(colour.substring(1), 16) : plain;
    }

    /** The colour, moved towards black or white until it stands out enough. */
    static int contrasting(int colour, int background, double least) {
        int goal = luminance(background) < 0.18 ? 0xFFFFFF : 0x000000;
        int result = colour;
        for (int percent = 0; percent < 100 && contrast(result, background) < least; percent += 5) {
            result = blend(goal, colour, percent / 100.0);
        }
        return contrast(result, background) < least ? goal : result;
    }

    /** The contrast of two colours, 1 to 21 (WCAG 2). */
    public static double contrast(int one, int other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    /** So much of the first, the rest of the second. */
    public static int blend(int first, int second, double share) {
        int result = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double mixed = (first >> shift & 0xFF) * share + (second >> shift & 0xFF) * (1 - share);
            result |= (int) Math.round(mixed) << shift;
        }
        return result;
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 0xFF) + 0.7152 * linear(colour >> 8 & 0xFF)
                + 0.0722 * linear(colour & 0xFF);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
