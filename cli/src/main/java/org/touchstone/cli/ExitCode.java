package org.touchstone.cli;

/** What the exit code of every command means. */
public final class ExitCode {
    /** All was done. */
    public static final int DONE = 0;

    /** The command failed; nothing half-done stands. */
    public static final int FAILED = 1;

    /** Wrong usage: an unknown option, a missing value. */
    public static final int USAGE = 2;

    /** All was done but for some input that was rejected and named. */
    public static final int REJECTED = 3;

    private ExitCode() {}

    /** {@link #REJECTED} when something was rejected, otherwise {@link #DONE}. */
    public static int of(long rejected) {
        return rejected > 0 ? REJECTED : DONE;
    }
}
