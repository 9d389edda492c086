package org.touchstone.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One run of the command line within the test's own process. */
record CliRun(int code, String out, String err) {
    /** Runs with a bare environment. */
    static CliRun of(String... arguments) {
        return of(Map.of(), arguments);
    }

    static CliRun of(Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(stream(out), stream(err), Terminal.of(environment), environment);
        int code = Touchstone.run(console, environment, arguments);
        return new CliRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** A console whose words nobody hears. */
    static Console silent(Map<String, String> environment) {
        return new Console(
                stream(new ByteArrayOutputStream()), stream(new ByteArrayOutputStream()), Terminal.NONE, environment);
    }

    /** A console whose results alone are heard. */
    static Console silent(Map<String, String> environment, ByteArrayOutputStream out) {
        return new Console(stream(out), stream(new ByteArrayOutputStream()), Terminal.NONE, environment);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
