package org.touchstone.benchmarks.sift;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_calib3d;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/**
 * How a mark lies in a photo.
 *
 * @param matrix from the mark's pixels to the photo's
 * @param agreeing places that it explains
 */
record Transform(AffineTransform matrix, int agreeing) {
    private static final int LEAST_PAIRS = 4;
    private static final double FARTHEST = 5;
    private static final int ROUNDS = 2000;
    private static final double LARGEST = 6;
    private static final double SMALLEST = 0.08;
    private static final double MOST_STRETCHED = 3;

    /** The transform on which most pairs agree; null when there is none, or none that a photo could show. */
    static @Nullable Transform of(Pairs pairs) {
        if (pairs.count() < LEAST_PAIRS) {
            return null;
        }
        byte[] taken = new byte[pairs.count()];
        Mat inliers = new Mat();
        Mat found = opencv_calib3d.estimateAffine2D(
                points(pairs.from()), points(pairs.to()), inliers, opencv_calib3d.RANSAC, FARTHEST, ROUNDS, 0.99, 10);
        if (found.empty()) {
            return null;
        }
        new BytePointer(inliers.data()).get(taken);
        double[] m = new double[6];
        new DoublePointer(found.data()).get(m);
        AffineTransform matrix = new AffineTransform(m[0], m[3], m[1], m[4], m[2], m[5]);
        return isPlausible(matrix) ? new Transform(matrix, pairs.places(taken)) : null;
    }

    /** Whether the mark is not mirrored, and neither very large, very small nor very much stretched. */
    static boolean isPlausible(AffineTransform matrix) {
        double a = matrix.getScaleX();
        double b = matrix.getShearX();
        double c = matrix.getShearY();
        double d = matrix.getScaleY();
        double half = (a * a + b * b + c * c + d * d) / 2;
        double apart = Math.sqrt(Math.max(0, half * half - Math.pow(a * d - b * c, 2)));
        double longer = Math.sqrt(half + apart);
        double shorter = Math.sqrt(Math.max(0, half - apart));
        return a * d - b * c > 0
                && longer <= LARGEST
                && shorter >= SMALLEST
                && longer / Math.max(shorter, 1e-6) <= MOST_STRETCHED;
    }

    /** Around a picture of such a size. */
    Rectangle2D box(int width, int height) {
        return matrix.createTransformedShape(new Rectangle2D.Double(0, 0, width, height))
                .getBounds2D();
    }

    private static Mat points(float[] places) {
        Mat points = new Mat(places.length / 2, 1, opencv_core.CV_32FC2);
        new FloatPointer(points.data()).put(places);
        return points;
    }
}
