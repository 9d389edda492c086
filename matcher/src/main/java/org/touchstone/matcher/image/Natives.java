package org.touchstone.matcher.image;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_features2d;
import org.bytedeco.opencv.global.opencv_imgproc;

/**
 * Loads OpenCV once. Photos are worked on side by side, so that OpenCV itself stays on one thread for each. Thread-safe.
 */
public final class Natives {
    private static final boolean READY = load();

    private Natives() {}

    /** Returns when OpenCV is loaded. */
    public static void require() {
        if (!READY) {
            throw new IllegalStateException("OpenCV is not loaded");
        }
    }

    private static boolean load() {
        // its guard counts mapped files as memory in use, an index among them
        if (System.getProperty("org.bytedeco.javacpp.maxPhysicalBytes") == null) {
            System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        }
        Loader.load(opencv_core.class);
        Loader.load(opencv_imgproc.class);
        Loader.load(opencv_features2d.class);
        opencv_core.setNumThreads(1);
        return true;
    }
}
