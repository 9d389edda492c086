package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicLong clock = new AtomicLong(-5);

    @Test
    void barShowsShareRateAndTimeLeft() {
        Console console = console(new Terminal(true, true, 80, true));
        try (Progress progress = new Progress(console, "Scanning", 1_000, clock::get)) {
            after(Duration.ofSeconds(10), () -> progress.accept(250));
            assertThat(said()).startsWith("\rScanning  [#####...............]  25%  250/1,000  25/s  0:30 left");
        }
        assertThat(said()).endsWith("\r\u001b[K");
    }

    @Test
    void barFollowsWhatIsExpected() {
        Console console = console(new Terminal(true, true, 80, true));
        Progress progress = new Progress(console, "Crawling", 1_000, clock::get);
        progress.expect(40);
        after(Duration.ofSeconds(10), () -> progress.accept(10));
        assertThat(said()).startsWith("\rCrawling  [#####...............]  25%  10/40  1.0/s  0:30 left");
    }

    @Test
    void barFitsTheTerminalInChinese() {
        Console console = console(new Terminal(true, true, 40, true));
        Progress progress = new Progress(console, "正在读取商标注册并建立索引", 1_000, clock::get);
        after(Duration.ofSeconds(1), () -> progress.add(1));

        assertThat(DisplayWidth.of(said().replace("\u001b[K", "").strip())).isLessThan(40);
    }

    @Test
    void lineOfTalkTakesTheBarAwayFirst() {
        Console console = console(new Terminal(true, true, 80, true));
        try (Progress progress = console.progress("Scanning", 10, clock::get)) {
            after(Duration.ofSeconds(1), () -> progress.accept(1));
            console.line("marks.csv:3: rejected");
        }
        assertThat(said()).contains("\u001b[K\r\u001b[Kmarks.csv:3: rejected");
    }

    @Test
    void plainLineNowAndThenWhereThereIsNoTerminal() {
        Console console = console(Terminal.NONE);
        try (Progress progress = new Progress(console, "Scanning", 0, clock::get)) {
            for (int second = 0; second < 40; second++) {
                after(Duration.ofSeconds(1), () -> progress.add(1));
            }
        }
        assertThat(said().lines()).containsExactly("Scanning  15  1.0/s", "Scanning  30  1.0/s");
    }

    @Test
    void nothingIsShownWithQuiet() {
        Console console = console(new Terminal(true, true, 80, true));
        console.quiet(true);
        try (Progress progress = new Progress(console, "Scanning", 0, clock::get)) {
            after(Duration.ofMinutes(1), () -> progress.add(1));
        }
        assertThat(said()).isEmpty();
    }

    @Test
    void nothingIsShownOfWhatIsDoneAtOnce() {
        Console console = console(new Terminal(true, true, 80, true));
        try (Progress progress = new Progress(console, "Scanning", 0, clock::get)) {
            after(Duration.ofMillis(300), () -> progress.add(1));
        }
        assertThat(said()).isEmpty();
    }

    private void after(Duration pause, Runnable step) {
        clock.addAndGet(pause.toNanos());
        step.run();
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private Console console(Terminal terminal) {
        return new Console(
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal,
                Map.of());
    }
}
