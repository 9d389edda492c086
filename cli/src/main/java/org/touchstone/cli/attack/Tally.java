package org.touchstone.cli.attack;

import java.util.Locale;

/**
 * How many variants were tried, in how many the mark was found, and in how many no other mark ranked above it.
 */
public record Tally(long attacked, long found, long top) {
    /** Nothing tried. */
    public static final Tally NONE = new Tally(0, 0, 0);

    /** Both together. */
    public Tally plus(Tally more) {
        return new Tally(attacked + more.attacked, found + more.found, top + more.top);
    }

    /** Share found, 0 to 1; 1 where nothing was tried. */
    public double recall() {
        return attacked == 0 ? 1 : (double) found / attacked;
    }

    /** Share with the right mark on top, 0 to 1; 1 where nothing was tried. */
    public double topShare() {
        return attacked == 0 ? 1 : (double) top / attacked;
    }

    /** The share found in per cent, rounded down, so that only all is 100 %. */
    public String recallPercent() {
        return percent(recall());
    }

    /** The share with the right mark on top in per cent, rounded down. */
    public String topPercent() {
        return percent(topShare());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%d%%", (int) Math.floor(share * 100 + 1e-9));
    }
}
