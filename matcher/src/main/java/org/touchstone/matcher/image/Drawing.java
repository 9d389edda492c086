package org.touchstone.matcher.image;

import java.util.List;

/**
 * What a view of a mark is made from.
 *
 * @param variant names the view
 * @param edges of the picture, {@value #CELLS} cells along a side
 * @param plainness how much it is a plain figure, 0 to 1; see {@link Plainness}
 */
record Drawing(String variant, MarkPicture picture, MarkField edges, double plainness) {
    private static final int CELLS = 24;

    /** Plainness from which an outline is not worth looking for. */
    private static final double PLAIN = 0.8;

    /** Lean from which it is mere stripes. */
    private static final double STRIPED = 0.75;

    /** Correlation from which two pictures are the same drawing. */
    private static final double ALIKE = 0.92;

    static Drawing of(String variant, MarkPicture picture) {
        MarkField edges = MarkField.of(picture, CELLS);
        return new Drawing(variant, picture, edges, Plainness.of(edges, picture.width(), picture.height()));
    }

    /** The same in reversed contrast, which leaves edges what they are. */
    Drawing reversed(String name) {
        return new Drawing(name, picture.reversed(), edges, plainness);
    }

    /** Whether it is more than a disc or a box, and unlike the drawings that there are. */
    boolean telling(List<Drawing> others) {
        return plainness < PLAIN
                && edges.lean() < STRIPED
                && others.stream().noneMatch(other -> other.edges.correlation(edges) > ALIKE);
    }
}
