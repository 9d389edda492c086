package org.touchstone.models;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.io.IOException;

/**
 * Switches off what ONNX Runtime reports to its maker. From 1.29 on its builds for Linux and macOS keep a database of
 * events in the user's cache folder and upload it, unless an environment variable stands when the library is set up.
 * Java cannot set one for its own process, hence the detour through the C library.
 */
final class OrtTelemetry {
    private static final String SWITCH = "ORT_DISABLE_TELEMETRY";

    private OrtTelemetry() {}

    /**
     * To be called before anything of ONNX Runtime is loaded.
     *
     * @throws IOException when it cannot be switched off; then ONNX Runtime must not be used
     */
    static void forbid() throws IOException {
        if (Platform.isWindows() || "1".equals(System.getenv(SWITCH))) {
            return;
        }
        int failed;
        try {
            if (System.getProperty("jna.tmpdir") == null) {
                System.setProperty("jna.tmpdir", System.getProperty("java.io.tmpdir")); // not the user's cache folder
            }
            Function setenv = NativeLibrary.getInstance(Platform.C_LIBRARY_NAME).getFunction("setenv");
            failed = setenv.invokeInt(new Object[] {SWITCH, "1", 1});
        } catch (RuntimeException | LinkageError e) {
            throw new IOException("cannot switch off ONNX Runtime's telemetry; set " + SWITCH + "=1 in the environment", e);
        }
        if (failed != 0) {
            throw new IOException("cannot switch off ONNX Runtime's telemetry; set " + SWITCH + "=1 in the environment");
        }
    }

    /** To be called once ONNX Runtime is loaded: Windows has no such variable, but events that can be stopped. */
    static void stop() throws IOException {
        try {
            OrtEnvironment.getEnvironment().setTelemetry(false);
        } catch (OrtException e) {
            throw new IOException("cannot switch off ONNX Runtime's telemetry: " + e.getMessage(), e);
        }
    }
}
