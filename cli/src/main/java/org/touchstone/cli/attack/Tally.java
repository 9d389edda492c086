package org.touchstone.cli.attack;

/**
 * How many variants were tried, in how many the mark was found, and in how many no other mark ranked above it.
 */
public record Tally(long attacked, long found, long top) {
    static final Tally NONE = new Tally(0, 0, 0);

    Tally plus(Tally more) {
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
}
