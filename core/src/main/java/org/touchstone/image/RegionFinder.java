package org.touchstone.image;

import java.awt.image.BufferedImage;
import java.util.List;

/** Says where in a picture something stands that looks like a sign, whatever sign it is. Implementations are thread-safe. */
public interface RegionFinder extends AutoCloseable {
    /** Identifies the weights. */
    String id();

    /**
     * The regions of a picture, the likeliest first; those that lie much upon a likelier one are left out.
     *
     * @param image of any size, at least 1 x 1 pixel
     */
    List<Region> find(BufferedImage image);

    @Override
    void close();
}
