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
