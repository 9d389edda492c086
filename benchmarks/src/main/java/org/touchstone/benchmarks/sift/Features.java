package org.touchstone.benchmarks.sift;

import java.awt.image.BufferedImage;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.KeyPoint;
import org.bytedeco.opencv.opencv_core.KeyPointVector;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_features2d.SIFT;

/**
 * Local features of a picture, their descriptors as RootSIFT (R. Arandjelović, A. Zisserman, Three things everyone should
 * know to improve object retrieval, 2012).
 *
 * @param x places in pixels, one for each feature
 * @param descriptors one row of 128 floats for each feature, in native memory until {@link #close}
 * @param width of the picture that was looked at
 */
record Features(float[] x, float[] y, Mat descriptors, int width, int height) implements AutoCloseable {
    private static final int LENGTH = 128;
    private static final int MOST = 1500;
    private static final double LEAST_CONTRAST = 0.02;

    /** Features of a picture at the size that it has. */
    static Features of(BufferedImage image) {
        return of(image, 1);
    }

    /** Features of a picture that is first scaled to a longer side of so many pixels. */
    static Features ofMark(BufferedImage image, int longer) {
        return of(image, longer / (double) Math.max(image.getWidth(), image.getHeight()));
    }

    int count() {
        return x.length;
    }

    private static Features of(BufferedImage image, double scale) {
        try (PointerScope scope = new PointerScope()) {
            Mat grey = grey(image);
            if (scale != 1) {
                Mat scaled = new Mat();
                opencv_imgproc.resize(grey, scaled, new Size(), scale, scale, opencv_imgproc.INTER_AREA);
                grey = scaled;
            }
            KeyPointVector points = new KeyPointVector();
            Mat found = new Mat();
            SIFT.create(MOST, 3, LEAST_CONTRAST, 10, 1.6, false).detectAndCompute(grey, new Mat(), points, found);
            int count = found.empty() ? 0 : (int) points.size();
            float[] x = new float[count];
            float[] y = new float[count];
            for (int i = 0; i < count; i++) {
                try (PointerScope one = new PointerScope()) {
                    KeyPoint point = points.get(i);
                    x[i] = point.pt().x();
                    y[i] = point.pt().y();
                }
            }
            float[] rows = new float[count * LENGTH];
            if (count > 0) {
                new FloatPointer(found.data()).get(rows);
            }
            root(rows);
            Mat descriptors = new Mat(count, LENGTH, opencv_core.CV_32F);
            descriptors.retainReference(); // beyond this scope
            if (count > 0) {
                new FloatPointer(descriptors.data()).put(rows);
            }
            return new Features(x, y, descriptors, grey.cols(), grey.rows());
        }
    }

    private static Mat grey(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] rgb = image.getRGB(0, 0, width, height, new int[width * height], 0, width);
        byte[] tones = new byte[rgb.length];
        for (int i = 0; i < tones.length; i++) {
            double tone = 0.299 * (rgb[i] >> 16 & 0xff) + 0.587 * (rgb[i] >> 8 & 0xff) + 0.114 * (rgb[i] & 0xff);
            tones[i] = (byte) Math.round(tone);
        }
        Mat grey = new Mat(height, width, opencv_core.CV_8UC1);
        new BytePointer(grey.data()).put(tones);
        return grey;
    }

    private static void root(float[] rows) {
        for (int from = 0; from < rows.length; from += LENGTH) {
            double sum = 1e-7;
            for (int i = from; i < from + LENGTH; i++) {
                sum += rows[i];
            }
            for (int i = from; i < from + LENGTH; i++) {
                rows[i] = (float) Math.sqrt(rows[i] / sum);
            }
        }
    }

    @Override
    public void close() {
        descriptors.releaseReference();
    }
}
