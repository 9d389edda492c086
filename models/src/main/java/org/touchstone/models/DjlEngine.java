package org.touchstone.models;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** DJL with ONNX Runtime on the CPU, set up so that it stays silent and off the network. */
final class DjlEngine {
    /** Held here, for the log manager forgets the level of a logger that nobody holds. */
    private static final Logger QUIET = Logger.getLogger("ai.djl");

    static {
        setUnlessSet("OPT_OUT_TRACKING", "true"); // DJL counts its users over the network otherwise
        setUnlessSet("ai.djl.offline", "true");
        setUnlessSet("ai.djl.onnx.disable_alternative", "true"); // no search for PyTorch, which it would download
        QUIET.setLevel(Level.SEVERE); // or it warns of a missing CUDA that nobody asked for
    }

    private DjlEngine() {}

    /**
     * Makes a model of an ONNX file's content; no file is written.
     *
     * @param threads that one call uses
     */
    static Model load(String name, byte[] content, int threads) throws IOException {
        Model model = Model.newInstance(name, Device.cpu(), "OnnxRuntime");
        try {
            OrtEnvironment.getEnvironment().setTelemetry(false); // Windows builds report to their maker otherwise
            model.load(
                    new ByteArrayInputStream(content),
                    Map.of("intraOpNumThreads", String.valueOf(threads), "interOpNumThreads", "1"));
            return model;
        } catch (IOException | MalformedModelException | OrtException | RuntimeException e) {
            model.close();
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
