package org.touchstone.image;

import java.time.Duration;

/**
 * How much an image file may ask for before it is rejected. Everything but {@code svgTime} is checked before any pixel
 * is decoded.
 *
 * @param fileBytes size of a raster file
 * @param pixels width x height, as the header states it
 * @param side width or height, as the header states it
 * @param keptPixels what a decoded raster image may have: larger ones are thinned out (every second, third, … pixel of
 *     a row and every second, third, … row) while they are decoded, so that memory is bounded by this and not by the file
 * @param svgBytes size of an SVG file
 * @param svgElements elements in an SVG, after entities are expanded
 * @param svgDepth nesting of elements in an SVG
 * @param svgSide longer side in pixels of the raster that an SVG is drawn to
 * @param svgTime time to draw an SVG
 */
public record ImageLimits(
        long fileBytes,
        long pixels,
        int side,
        long keptPixels,
        long svgBytes,
        int svgElements,
        int svgDepth,
        int svgSide,
        Duration svgTime) {

    /** For photos from shops and images from registers. */
    public static final ImageLimits DEFAULT = new ImageLimits(
            64L << 20, 50_000_000, 30_000, 16_000_000, 16L << 20, 200_000, 100, 512, Duration.ofSeconds(10));

    public ImageLimits {
        if (fileBytes < 1 || pixels < 1 || side < 1 || keptPixels < 1) {
            throw new IllegalArgumentException("a limit < 1: " + fileBytes + " bytes, " + pixels + " pixels, side "
                    + side + ", " + keptPixels + " kept");
        }
        if (svgBytes < 1 || svgElements < 1 || svgDepth < 1 || svgSide < 1 || svgTime.isNegative()) {
            throw new IllegalArgumentException("an SVG limit < 1: " + svgBytes + " bytes, " + svgElements
                    + " elements, depth " + svgDepth + ", side " + svgSide + ", " + svgTime);
        }
    }

    /** These limits with another bound on width x height. */
    public ImageLimits withPixels(long pixels) {
        return new ImageLimits(fileBytes, pixels, side, keptPixels, svgBytes, svgElements, svgDepth, svgSide, svgTime);
    }

    /** These limits with another bound on the pixels of a decoded image. */
    public ImageLimits withKeptPixels(long keptPixels) {
        return new ImageLimits(fileBytes, pixels, side, keptPixels, svgBytes, svgElements, svgDepth, svgSide, svgTime);
    }

    /** These limits with another time to draw an SVG. */
    public ImageLimits withSvgTime(Duration svgTime) {
        return new ImageLimits(fileBytes, pixels, side, keptPixels, svgBytes, svgElements, svgDepth, svgSide, svgTime);
    }

    /** Rejects a stated size that is empty or beyond the limits. */
    void check(ImageFormat format, long width, long height) throws ImageRejectedException {
        if (width < 1 || height < 1) {
            throw new ImageRejectedException(
                    "expected " + format + " of at least 1 x 1 pixel, found " + width + " x " + height);
        }
        if (width > side || height > side) {
            throw new ImageRejectedException("expected " + format + " with sides of at most " + side + " pixels, found "
                    + width + " x " + height);
        }
        if (width * height > pixels) {
            throw new ImageRejectedException("expected " + format + " of at most " + pixels + " pixels, found "
                    + width * height + " (" + width + " x " + height + ")");
        }
    }
}
