package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void expectedFailureIsOneSentence() {
        int code = report(Map.of(), new CliException("no marks in marks.csv: give a file with a header"));

        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(said()).isEqualTo("touchstone: no marks in marks.csv: give a file with a header\n");
    }

    @Test
    void usageThatTheCommandFindsWrongHasItsOwnCode() {
        assertThat(report(Map.of(), CliException.usage("--marks or --index is needed")))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void stackTraceIsShownOnlyWhenAskedFor() {
        report(Map.of("TOUCHSTONE_DEBUG", "1"), new CliException("no marks"));

        assertThat(said()).contains("at org.touchstone.cli.FailuresTest");
    }

    @Test
    void unexpectedFailureNamesItselfAndHowToSeeMore() {
        int code = report(Map.of(), new IllegalStateException("index < 0: -1"));

        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(said())
                .contains("IllegalStateException: index < 0: -1")
                .contains("--verbose")
                .doesNotContain("\tat ");
    }

    @Test
    void fileSystemFailuresAreSaidInWords() {
        assertThat(sentence(new IOException("No space left on device")))
                .startsWith("no room left on the disk")
                .endsWith("make room and run it again");
        assertThat(sentence(new NoSuchFileException("marks.csv"))).isEqualTo("no such file or folder: marks.csv");
        assertThat(sentence(new AccessDeniedException("/etc/shadow"))).isEqualTo("no permission: /etc/shadow");
        assertThat(sentence(new FileSystemException("x", null, "No space left on device")))
                .isEqualTo("x: No space left on device");
        assertThat(sentence(new UncheckedIOException(new NoSuchFileException("a.csv"))))
                .isEqualTo("no such file or folder: a.csv");
        assertThat(sentence(new UncheckedIOException("marks cannot be read", new IOException("bad magic"))))
                .isEqualTo("marks cannot be read: bad magic");
    }

    @Test
    void outOfMemorySaysHowToGiveMore() {
        assertThat(sentence(new OutOfMemoryError("Java heap space"))).contains("-Xmx");
    }

    private String sentence(Throwable failure) {
        return new Failures(console(Map.of())).sentence(failure);
    }

    private int report(Map<String, String> environment, Throwable failure) {
        return new Failures(console(environment)).report(failure);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private Console console(Map<String, String> environment) {
        return new Console(
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Terminal.NONE,
                environment);
    }
}
