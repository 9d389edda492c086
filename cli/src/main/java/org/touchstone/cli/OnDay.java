package org.touchstone.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The day on which marks must be in force. */
final class OnDay {
    @Option(names = "--on", paramLabel = "DATE")
    private @Nullable LocalDate on;

    /** The day that was asked for; today where none was. */
    LocalDate day() {
        return on == null ? today() : on;
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.systemDefault());
    }
}
