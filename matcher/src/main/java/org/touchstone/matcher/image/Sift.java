package org.touchstone.matcher.image;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.KeyPointVector;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_features2d.SIFT;

/** Finds local features with OpenCV's SIFT. Thread-safe; leaves no native memory behind. */
final class Sift {
    /** Root of a whole descriptor's share that fills a byte. */
    private static final double FULL = 400;

    /**
     * The least contrast that is quick to ask for: OpenCV rounds half of it down to whole grey levels, and at none it
     * tries every speck of plain ground for a feature before it drops it.
     */
    static final double QUICK = 0.024;

    private static final int SHORTEST = 12;

    /** Numbers of a key point in OpenCV's memory: x, y, size, angle, strength, octave and class. */
    private static final int POINT = 7;

    private Sift() {}

    /**
     * The features of a picture.
     *
     * @param contrast least contrast of a feature, OpenCV's measure; 0.04 is its default, less gives more
     * @param limit the strongest so many
     */
    static LocalFeatures of(Pixels picture, double contrast, int limit) {
        if (Math.min(picture.width(), picture.height()) < SHORTEST) {
            return LocalFeatures.NONE;
        }
        Natives.require();
        float[] tone = picture.luminance();
        byte[] grey = new byte[tone.length];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) Math.clamp(Math.round(tone[i]), 0, 255);
        }
        try (PointerScope scope = new PointerScope()) {
            Mat image = new Mat(picture.height(), picture.width(), opencv_core.CV_8UC1);
            new BytePointer(image.data()).put(grey);
            SIFT sift = SIFT.create(limit, 3, contrast, 10, 1.6, false);
            KeyPointVector found = new KeyPointVector();
            Mat descriptors = new Mat();
            sift.detectAndCompute(image, new Mat(), found, descriptors);
            return taken(found, descriptors);
        }
    }

    private static LocalFeatures taken(KeyPointVector found, Mat descriptors) {
        int n = (int) found.size();
        if (n == 0 || descriptors.empty()) {
            return LocalFeatures.NONE;
        }
        float[] x = new float[n];
        float[] y = new float[n];
        float[] size = new float[n];
        float[] angle = new float[n];
        float[] strength = new float[n];
        FloatBuffer points =
                new FloatPointer(found.get(0)).limit((long) n * POINT).asBuffer();
        for (int i = 0; i < n; i++) {
            x[i] = points.get(i * POINT) + 0.5f;
            y[i] = points.get(i * POINT + 1) + 0.5f;
            size[i] = points.get(i * POINT + 2);
            angle[i] = (float) Math.toRadians(points.get(i * POINT + 3));
            strength[i] = points.get(i * POINT + 4);
        }
        float[] raw = new float[n * LocalFeatures.LENGTH];
        new FloatPointer(descriptors.data()).get(raw);
        return new LocalFeatures(x, y, size, angle, strength, rooted(raw));
    }

    private static byte[] rooted(float[] raw) {
        byte[] out = new byte[raw.length];
        for (int from = 0; from < raw.length; from += LocalFeatures.LENGTH) {
            float sum = 1e-6f;
            for (int i = 0; i < LocalFeatures.LENGTH; i++) {
                sum += raw[from + i];
            }
            for (int i = 0; i < LocalFeatures.LENGTH; i++) {
                out[from + i] = (byte) Math.min(255, Math.round(FULL * Math.sqrt(raw[from + i] / sum)));
            }
        }
        return out;
    }
}
