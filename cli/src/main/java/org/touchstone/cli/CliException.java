package org.touchstone.cli;

/**
 * A failure that the user can understand and mend: its message is shown as one sentence, without a stack trace.
 * The message says what was expected, what was found, where, and what to do.
 */
public final class CliException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    /** A failure with exit code 1. */
    public CliException(String message) {
        this(ExitCode.FAILED, message);
    }

    /** A failure with exit code 1 and what caused it, for {@code --verbose}. */
    public CliException(String message, Throwable cause) {
        super(message, cause);
        this.exitCode = ExitCode.FAILED;
    }

    private CliException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Wrong usage that only the command itself can see: exit code 2. */
    public static CliException usage(String message) {
        return new CliException(ExitCode.USAGE, message);
    }

    int exitCode() {
        return exitCode;
    }
}
