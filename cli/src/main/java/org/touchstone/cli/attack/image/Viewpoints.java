package org.touchstone.cli.attack.image;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.random.RandomGenerator;

/** The mark seen otherwise: smaller, turned, from the side, round a mug, cut at an edge, in a mirror. */
final class Viewpoints {
    static final List<ImageOperator> ALL = List.of(
            ImageOperator.ofMark("scale", ImageOperator.shares(0.6, 0.3, 0.15), Viewpoints::scale),
            ImageOperator.ofMark("stretch", ImageOperator.levels("%.1f:1", 1.2, 1.5, 2), Viewpoints::stretch),
            ImageOperator.ofMark("rotate", ImageOperator.levels("%.0f°", 15, 45, 90), Viewpoints::rotate),
            ImageOperator.ofMark("perspective", ImageOperator.shares(0.25, 0.45, 0.65), Viewpoints::perspective),
            ImageOperator.ofMark("bend", ImageOperator.levels("%.0f°", 30, 50, 70), Viewpoints::bend),
            ImageOperator.ofMark("crop", ImageOperator.shares(0.2, 0.4, 0.6), Viewpoints::crop),
            new ImageOperator(
                    "mirror",
                    ImageOperator.Stage.MARK,
                    true,
                    List.of(new Level(0, "H"), new Level(1, "V")),
                    Viewpoints::mirror));

    private Viewpoints() {}

    private static BufferedImage scale(BufferedImage image, double factor, RandomGenerator random) {
        return Rasters.resized(image, image.getWidth() * factor, image.getHeight() * factor);
    }

    /** Narrower or lower by a ratio. */
    private static BufferedImage stretch(BufferedImage image, double ratio, RandomGenerator random) {
        boolean narrow = random.nextBoolean();
        return Rasters.resized(
                image, image.getWidth() / (narrow ? ratio : 1), image.getHeight() / (narrow ? 1 : ratio));
    }

    private static BufferedImage rotate(BufferedImage image, double degrees, RandomGenerator random) {
        double angle = Math.toRadians(random.nextBoolean() ? degrees : -degrees);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double width = image.getWidth() * Math.abs(cos) + image.getHeight() * Math.abs(sin);
        double height = image.getWidth() * Math.abs(sin) + image.getHeight() * Math.abs(cos);
        return Rasters.warped(image, width, height, (x, y, place) -> {
            double dx = x - width / 2;
            double dy = y - height / 2;
            place[0] = image.getWidth() / 2.0 + cos * dx + sin * dy;
            place[1] = image.getHeight() / 2.0 - sin * dx + cos * dy;
        });
    }

    /**
     * Seen from a side: one edge recedes and becomes shorter by a share. A plane's scale falls evenly towards that edge,
     * and its depth goes with one over the scale.
     */
    private static BufferedImage perspective(BufferedImage image, double share, RandomGenerator random) {
        boolean across = random.nextBoolean();
        boolean back = random.nextBoolean();
        double far = 1 - share;
        double depth = 1 - share / 2;
        double width = image.getWidth() * (across ? depth : 1);
        double height = image.getHeight() * (across ? 1 : depth);
        return Rasters.warped(image, width, height, (x, y, place) -> {
            double along = across ? x / width : y / height;
            double beside = across ? y / height : x / width;
            double t = back ? 1 - along : along;
            double edge = 1 - share * t;
            double u = t * far / edge;
            double u2 = back ? 1 - u : u;
            double v = 0.5 + (beside - 0.5) / edge;
            place[0] = image.getWidth() * (across ? u2 : v);
            place[1] = image.getHeight() * (across ? v : u2);
        });
    }

    /** Printed round a cylinder of which it covers so many degrees to either side, seen a little from above. */
    private static BufferedImage bend(BufferedImage image, double degrees, RandomGenerator random) {
        double half = Math.toRadians(degrees);
        double radius = image.getWidth() / (2 * half);
        double width = 2 * radius * Math.sin(half);
        double sag = (random.nextBoolean() ? 0.25 : -0.25) * radius;
        double drop = Math.min(Math.abs(sag) * (1 - Math.cos(half)), image.getHeight() / 2.0);
        double height = image.getHeight() + drop;
        return Rasters.warped(image, width, height, (x, y, place) -> {
            double angle = Math.asin(Math.clamp((x - width / 2) / radius, -1, 1));
            double sunk = drop * (1 - Math.cos(angle)) / Math.max(1e-9, 1 - Math.cos(half));
            place[0] = image.getWidth() / 2.0 + radius * angle;
            place[1] = sag > 0 ? y - drop + sunk : y - sunk;
        });
    }

    /** A share cut off at one edge. */
    private static BufferedImage crop(BufferedImage image, double share, RandomGenerator random) {
        int edge = random.nextInt(4);
        int width = image.getWidth() - (edge < 2 ? (int) (image.getWidth() * share) : 0);
        int height = image.getHeight() - (edge < 2 ? 0 : (int) (image.getHeight() * share));
        int left = edge == 0 ? image.getWidth() - width : 0;
        int top = edge == 2 ? image.getHeight() - height : 0;
        return Rasters.copy(image.getSubimage(left, top, width, height));
    }

    /** Left and right changed, or top and bottom. */
    private static BufferedImage mirror(BufferedImage image, double upright, RandomGenerator random) {
        int width = image.getWidth();
        int height = image.getHeight();
        return Rasters.warped(image, width, height, (x, y, place) -> {
            place[0] = upright > 0 ? x : width - x;
            place[1] = upright > 0 ? height - y : y;
        });
    }
}
