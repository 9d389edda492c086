package org.touchstone.matcher.reading;

import static org.bytedeco.opencv.global.opencv_core.CMP_GT;
import static org.bytedeco.opencv.global.opencv_core.compare;
import static org.bytedeco.opencv.global.opencv_imgproc.CHAIN_APPROX_NONE;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_CLOSE;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_ELLIPSE;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_GRADIENT;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_OPEN;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_RECT;
import static org.bytedeco.opencv.global.opencv_imgproc.RETR_EXTERNAL;
import static org.bytedeco.opencv.global.opencv_imgproc.blur;
import static org.bytedeco.opencv.global.opencv_imgproc.contourArea;
import static org.bytedeco.opencv.global.opencv_imgproc.findContours;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;
import static org.bytedeco.opencv.global.opencv_imgproc.minAreaRect;
import static org.bytedeco.opencv.global.opencv_imgproc.morphologyEx;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.RotatedRect;
import org.bytedeco.opencv.opencv_core.Size;
import org.jspecify.annotations.Nullable;

/**
 * Finds where lines may be written in a photo: on goods they are few, short, tilted, and among much that is no text, where
 * a reader of pages finds nothing. Writing is a row of close, strong edges; so the gradient is thresholded against its
 * surroundings, gaps between letters are closed, and blobs in the shape of a line are kept, at several scales.
 * Stateless and thread-safe.
 */
final class LineFinder {
    /** Lines of one picture that are read, the likeliest first. */
    static final int MOST = 20;

    /** The scales at which lines are looked for; letters are found that are 7 to 60 pixels high at one of them. */
    private static final double[] SCALES = {0.75, 0.5, 0.33, 0.2};

    private static final int LEAST_SIDE = 40;
    private static final double LEAST_HEIGHT = 7;
    private static final double MOST_HEIGHT = 60;
    private static final double LEAST_LENGTH = 1.2;
    private static final double MOST_LENGTH = 25;
    private static final double MOST_TILT = Math.toRadians(30);

    /** How much of its rectangle a blob fills. */
    private static final double LEAST_FILLED = 0.4;

    /** An edge is this many times as strong as the mean around it, and this much stronger besides, in shades of 255. */
    private static final double ABOVE_MEAN = 1.3;

    private static final double ABOVE = 18;

    /** Side of the surroundings, and widest gap between letters that is closed, in pixels at each scale. */
    private static final int AROUND = 61;

    private static final int GAP = 9;

    /** Two blobs that share more than this are the same line at two scales. */
    private static final double SAME = 0.6;

    private LineFinder() {}

    /** The likeliest lines of a grey picture, at most {@link #MOST}. */
    static List<Strip> find(Mat picture) {
        List<Strip> found = new ArrayList<>();
        for (double scale : SCALES) {
            int width = (int) (picture.cols() * scale);
            int height = (int) (picture.rows() * scale);
            if (Math.min(width, height) >= LEAST_SIDE) {
                try (PointerScope scope = new PointerScope()) {
                    Mat smaller = new Mat();
                    resize(picture, smaller, new Size(width, height), 0, 0, INTER_AREA);
                    blobs(smaller, scale, found);
                }
            }
        }
        found.sort(Comparator.comparingDouble(Strip::merit).reversed());
        List<Strip> kept = new ArrayList<>();
        for (Strip strip : found) {
            if (kept.size() < MOST && kept.stream().allMatch(other -> other.overlap(strip) <= SAME)) {
                kept.add(strip);
            }
        }
        return kept;
    }

    private static void blobs(Mat picture, double scale, List<Strip> found) {
        Mat edges = new Mat();
        morphologyEx(picture, edges, MORPH_GRADIENT, getStructuringElement(MORPH_ELLIPSE, new Size(3, 3)));
        Mat surroundings = new Mat();
        blur(edges, surroundings, new Size(AROUND, AROUND));
        Mat threshold = new Mat();
        surroundings.convertTo(threshold, -1, ABOVE_MEAN, ABOVE);
        Mat mask = new Mat();
        compare(edges, threshold, mask, CMP_GT);
        Mat closed = new Mat();
        morphologyEx(mask, closed, MORPH_CLOSE, getStructuringElement(MORPH_RECT, new Size(GAP, 1)));
        Mat cleaned = new Mat();
        morphologyEx(closed, cleaned, MORPH_OPEN, getStructuringElement(MORPH_RECT, new Size(3, 3)));
        MatVector outlines = new MatVector();
        findContours(cleaned, outlines, RETR_EXTERNAL, CHAIN_APPROX_NONE);
        for (long i = 0; i < outlines.size(); i++) {
            Mat outline = outlines.get(i);
            Strip strip = strip(minAreaRect(outline), contourArea(outline), scale);
            if (strip != null) {
                found.add(strip);
            }
        }
    }

    private static @Nullable Strip strip(RotatedRect around, double area, double scale) {
        double width = around.size().width();
        double height = around.size().height();
        double tilt = Math.toRadians(around.angle());
        if (width < height) {
            double swapped = width;
            width = height;
            height = swapped;
            tilt += Math.PI / 2;
        }
        tilt = Math.IEEEremainder(tilt, Math.PI);
        double filled = area / (width * height);
        boolean lineLike = height >= LEAST_HEIGHT
                && height <= MOST_HEIGHT
                && width >= LEAST_LENGTH * height
                && width <= MOST_LENGTH * height
                && Math.abs(tilt) <= MOST_TILT
                && filled >= LEAST_FILLED;
        double merit = Math.min(1, filled) * Math.min(1, width / height / 2.5) * Math.min(1, height / 10);
        return lineLike
                ? new Strip(
                        around.center().x() / scale,
                        around.center().y() / scale,
                        width / scale,
                        height / scale,
                        tilt,
                        merit)
                : null;
    }
}
