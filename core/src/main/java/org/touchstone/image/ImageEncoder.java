package org.touchstone.image;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Turns images into vectors so that images of one mark lie close together. Implementations are thread-safe.
 */
public interface ImageEncoder extends AutoCloseable {
    /** Identifies the weights: vectors of different ids are not comparable. */
    String id();

    /** Length of the vectors. */
    int dimension();

    /** Side of the squares that it sees best, in pixels: larger ones lose detail, smaller ones gain none. */
    default int side() {
        return 96;
    }

    /** Mean cosine of the vectors of different signs, 0 to below 1: what a resemblance is to be measured from. */
    default double unrelated() {
        return 0;
    }

    /**
     * Embeds images in one batch. An image is stretched to the model's input; cut or pad it to a square first.
     *
     * @param images of any size, at least 1 x 1 pixel
     * @return one vector of unit length for each image, in their order
     */
    float[][] encode(List<BufferedImage> images);

    @Override
    void close();
}
