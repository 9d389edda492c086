package org.touchstone.matcher.image;

/**
 * A mark's edges on a grid of cells over its content and the ground next to it.
 *
 * @param field the edges, one vector a cell
 * @param cell side of a cell in the mark's own measure (the longer side of the content is 1)
 * @param energy sum of squared lengths, above 0
 */
record MarkField(EdgeField field, double cell, double energy) {
    MarkField(EdgeField field, double cell) {
        this(field, cell, energy(field));
    }

    /** Lays about {@code side} x {@code side} cells over a mark, more along its longer side. */
    static MarkField of(MarkPicture mark, int side) {
        Pixels framed = mark.framed(MarkPicture.MARGIN);
        double longer = Math.max(mark.content().width(), mark.content().height());
        double w = framed.width() / longer;
        double h = framed.height() / longer;
        double cell = Math.max(Math.sqrt(w * h) / side, Math.max(w, h) / (2.2 * side));
        int columns = Math.max(4, (int) Math.round(w / cell));
        int rows = Math.max(4, (int) Math.round(h / cell));
        return new MarkField(EdgeField.of(framed.resized(columns, rows)), cell);
    }

    double u(double column) {
        return (column + 0.5 - field.width() / 2.0) * cell;
    }

    double v(double row) {
        return (row + 0.5 - field.height() / 2.0) * cell;
    }

    private static double energy(EdgeField field) {
        double sum = 1e-9;
        for (int i = 0; i < field.cosine().length; i++) {
            sum += (double) field.cosine()[i] * field.cosine()[i] + (double) field.sine()[i] * field.sine()[i];
        }
        return sum;
    }

    /** Correlation with another field on a grid of the same size, -1 to 1; 0 when the sizes differ. */
    double correlation(MarkField that) {
        if (field.width() != that.field.width() || field.height() != that.field.height()) {
            return 0;
        }
        double dot = 0;
        for (int i = 0; i < field.cosine().length; i++) {
            dot += (double) field.cosine()[i] * that.field.cosine()[i]
                    + (double) field.sine()[i] * that.field.sine()[i];
        }
        return dot / Math.sqrt(energy * that.energy);
    }

    /** How far all edges run the same way: 0 for a disc, 1 for parallel stripes. */
    double lean() {
        double cosines = 0;
        double sines = 0;
        double lengths = 1e-9;
        for (int i = 0; i < field.cosine().length; i++) {
            cosines += field.cosine()[i];
            sines += field.sine()[i];
            lengths += Math.hypot(field.cosine()[i], field.sine()[i]);
        }
        return Math.hypot(cosines, sines) / lengths;
    }
}
