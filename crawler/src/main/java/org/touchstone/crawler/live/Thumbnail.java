package org.touchstone.crawler.live;

import java.util.Arrays;

/**
 * A frame made small, {@value #SIDE} x {@value #SIDE} grey means whatever its shape, to tell whether two frames show the
 * same. A sign of one fortieth of a frame's width still changes a cell. Immutable.
 */
final class Thumbnail {
    static final int SIDE = 32;
    static final int CELLS = SIDE * SIDE;
    /** Grey levels of 256 by which a cell must differ: above what an encoder's noise does to a mean. */
    private static final int LEVELS = 10;
    /** Change of the whole picture's light above which it is another picture: a fade to black, for one. */
    private static final int LIGHT = 48;

    private final byte[] cells;

    /** Takes the cells of one frame out of many. */
    Thumbnail(byte[] frames, int index) {
        cells = Arrays.copyOfRange(frames, index * CELLS, (index + 1) * CELLS);
    }

    /** Share of the cells that differ, 0 to 1, after a common change of light is taken out. */
    double difference(Thumbnail other) {
        int[] histogram = new int[511];
        for (int i = 0; i < CELLS; i++) {
            histogram[(cells[i] & 255) - (other.cells[i] & 255) + 255]++;
        }
        int median = 0;
        for (int below = histogram[0]; below * 2 < CELLS; below += histogram[median]) {
            median++;
        }
        if (Math.abs(median - 255) > LIGHT) {
            return 1;
        }
        int same = 0;
        for (int d = Math.max(0, median - LEVELS); d <= Math.min(510, median + LEVELS); d++) {
            same += histogram[d];
        }
        return 1 - (double) same / CELLS;
    }
}
