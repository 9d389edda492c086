package org.touchstone.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * What the libraries may log: warnings, as plain lines on stderr, without those that say nothing to users. Made by
 * {@link LogManager} when the first library logs, which most commands never come to.
 */
public final class Logging {
    private static final String CONFIGURATION = """
            handlers = java.util.logging.ConsoleHandler
            java.util.logging.SimpleFormatter.format = %4$s: %5$s%6$s%n
            .level = WARNING
            org.apache.lucene.internal.vectorization.level = SEVERE
            ai.djl.onnxruntime.level = SEVERE
            ai.djl.util.level = SEVERE
            com.github.weisj.jsvg.level = SEVERE
            """;

    /** Only for {@link LogManager}. */
    public Logging() throws IOException {
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(CONFIGURATION.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Has the log manager ask this class; it costs nothing until something is logged. */
    static void install() {
        System.setProperty("java.util.logging.config.class", Logging.class.getName());
    }

    /** Lets the libraries say more. */
    static void verbose() {
        Logger.getLogger("").setLevel(Level.INFO);
    }
}
