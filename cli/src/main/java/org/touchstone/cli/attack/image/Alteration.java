package org.touchstone.cli.attack.image;

import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/** Alters a picture. Stateless; the same picture, strength and random numbers give the same pixels. */
@FunctionalInterface
interface Alteration {
    /**
     * An altered copy; the picture given is left as it is.
     *
     * @param image of type {@link BufferedImage#TYPE_INT_ARGB}, at least 1 x 1
     * @param strength in the unit of the operator
     */
    BufferedImage of(BufferedImage image, double strength, RandomGenerator random);
}
