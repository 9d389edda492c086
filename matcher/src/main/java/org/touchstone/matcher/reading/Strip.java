package org.touchstone.matcher.reading;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.WARP_INVERSE_MAP;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.touchstone.hit.Box;

/**
 * A tilted rectangle in a picture in which a line may be written.
 *
 * @param x centre, in pixels
 * @param y centre
 * @param width along the line
 * @param height across it
 * @param tilt of the line in radians, clockwise
 * @param merit how much it looks like a line, 0 to 1
 */
record Strip(double x, double y, double width, double height, double tilt, double merit) {
    /** Height of a straightened strip in pixels: Tesseract was trained on lines about so high. */
    private static final double READ_HEIGHT = 48;

    /** Blank around the letters, as a share of the strip's height. */
    private static final double MARGIN = 0.25;

    private static final int LONGEST = 2_000;

    /** Pixels of the straightened strip for one of the picture. */
    private double scale() {
        return Math.min(READ_HEIGHT / (height * (1 + 2 * MARGIN)), LONGEST / (width + 2 * MARGIN * height));
    }

    /** The strip with the blank around it, upright and in the size in which it is read; the caller frees it. */
    Mat straightened(Mat picture) {
        double scale = scale();
        double halfWidth = width / 2 + MARGIN * height;
        double halfHeight = height / 2 + MARGIN * height;
        double cos = Math.cos(tilt);
        double sin = Math.sin(tilt);
        Mat turn = new Mat(2, 3, CV_64F);
        double[] map = {
            cos / scale,
            -sin / scale,
            x - cos * halfWidth + sin * halfHeight,
            sin / scale,
            cos / scale,
            y - sin * halfWidth - cos * halfHeight
        };
        new DoublePointer(turn.data()).put(map);
        Size size = new Size((int) Math.max(1, Math.ceil(2 * halfWidth * scale)), (int)
                Math.max(1, Math.ceil(2 * halfHeight * scale)));
        Mat made = new Mat();
        warpAffine(picture, made, turn, size, INTER_LINEAR | WARP_INVERSE_MAP, BORDER_REPLICATE, Scalar.all(0));
        return made;
    }

    /** The upright rectangle of the picture around a rectangle of the straightened strip; cut at the picture's left and top. */
    Box inPicture(Box box) {
        double scale = scale();
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = 0;
        double bottom = 0;
        for (int corner = 0; corner < 4; corner++) {
            double along = (box.x() + (corner % 2) * box.width()) / scale - width / 2 - MARGIN * height;
            double across = (box.y() + (corner / 2) * box.height()) / scale - height / 2 - MARGIN * height;
            double atX = x + Math.cos(tilt) * along - Math.sin(tilt) * across;
            double atY = y + Math.sin(tilt) * along + Math.cos(tilt) * across;
            left = Math.min(left, atX);
            top = Math.min(top, atY);
            right = Math.max(right, atX);
            bottom = Math.max(bottom, atY);
        }
        int x0 = (int) Math.max(0, Math.floor(left));
        int y0 = (int) Math.max(0, Math.floor(top));
        return new Box(x0, y0, (int) Math.max(0, Math.ceil(right) - x0), (int) Math.max(0, Math.ceil(bottom) - y0));
    }

    /** Intersection over union with another strip, both taken as upright. */
    double overlap(Strip that) {
        double w = Math.min(x + width / 2, that.x + that.width / 2) - Math.max(x - width / 2, that.x - that.width / 2);
        double h =
                Math.min(y + height / 2, that.y + that.height / 2) - Math.max(y - height / 2, that.y - that.height / 2);
        if (w <= 0 || h <= 0) {
            return 0;
        }
        return w * h / (width * height + that.width * that.height - w * h);
    }
}
