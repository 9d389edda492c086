package org.touchstone.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command speaks: results go to {@link #out}, everything else to stderr, in the user's language. A command gets
 * it through its constructor. Thread-safe.
 */
public final class Console {
    private static final int BUFFER = 1 << 13;

    private final PrintStream out;
    private final PrintStream err;
    private final Terminal terminal;
    private final Map<String, String> environment;
    private volatile Language language;
    private volatile @Nullable Language asked;
    private volatile Messages messages;
    private volatile boolean quiet;
    private volatile boolean verbose;
    private volatile boolean plain;
    private @Nullable Progress progress;

    Console(PrintStream out, PrintStream err, Terminal terminal, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.environment = environment;
        this.language = Language.of(environment);
        this.messages = Messages.in(language);
        this.verbose = "1".equals(environment.get("TOUCHSTONE_DEBUG"));
    }

    /** The process's own streams; data and talk are UTF-8 except on a terminal that expects something else. */
    static Console ofProcess() {
        Map<String, String> environment = System.getenv();
        Terminal terminal = Terminal.of(environment);
        return new Console(
                stream(FileDescriptor.out, terminal.out() ? System.getProperty("stdout.encoding") : null),
                stream(FileDescriptor.err, terminal.err() ? System.getProperty("stderr.encoding") : null),
                terminal,
                environment);
    }

    private static PrintStream stream(FileDescriptor descriptor, @Nullable String encoding) {
        Charset charset = StandardCharsets.UTF_8;
        if (encoding != null && Charset.isSupported(encoding)) {
            Charset asked = Charset.forName(encoding);
            charset = asked.equals(StandardCharsets.US_ASCII) ? charset : asked;
        }
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER), false, charset);
    }

    /** For results, and nothing else. Buffered; it is flushed when the command ends. */
    public PrintStream out() {
        return out;
    }

    /** The language that the user reads. */
    public Language language() {
        return language;
    }

    /** The text of a key of {@code messages.properties} in the user's language. */
    public String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    /** Tells how things go, by a key of {@code messages.properties}; nothing is said with {@code --quiet}. */
    public void say(String key, Object... arguments) {
        if (!quiet) {
            line(text(key, arguments));
        }
    }

    /** Tells what the user should look at, though the run goes on: said with {@code --quiet} as well. */
    public void warn(String key, Object... arguments) {
        line(ansi(terminal.err()).string("@|yellow " + text("word.warning") + "|@ ") + text(key, arguments));
    }

    /** Writes one line to stderr as it stands, such as the name of a rejected record. */
    public synchronized void line(String line) {
        if (progress != null) {
            progress.erase();
        }
        err.println(line);
        err.flush();
    }

    /** Writes a line to stderr only with {@code --verbose}. */
    public void detail(String line) {
        if (verbose) {
            line(line);
        }
    }

    /**
     * Starts to show how far a work is: a bar on a terminal, a plain line now and then elsewhere. Close it when the work
     * is done.
     *
     * @param key the key of what is being done
     * @param total how many steps there are, 0 when that is not known
     */
    public Progress progress(String key, long total) {
        return progress(text(key), total, System::nanoTime);
    }

    synchronized Progress progress(String label, long total, LongSupplier clock) {
        Progress begun = new Progress(this, label, total, clock);
        progress = begun;
        return begun;
    }

    /** Takes the bar away. */
    synchronized void end(Progress ended) {
        ended.erase();
        if (progress == ended) {
            progress = null;
        }
    }

    /** Draws over the current line of stderr. */
    synchronized void draw(String line) {
        err.print(line);
        err.flush();
    }

    /** How stdout or stderr is coloured. */
    Ansi ansi(boolean stream) {
        return !plain && Terminal.colour(stream, environment) ? Ansi.ON : Ansi.OFF;
    }

    Map<String, String> environment() {
        return environment;
    }

    Terminal terminal() {
        return terminal;
    }

    Messages messages() {
        return messages;
    }

    PrintStream err() {
        return err;
    }

    boolean quiet() {
        return quiet;
    }

    boolean verbose() {
        return verbose;
    }

    /** The language that the command line or the configuration asks for; null when the environment decides. */
    @Nullable
    Language asked() {
        return asked;
    }

    void speak(Language wanted) {
        asked = wanted;
        language = wanted;
        messages = Messages.in(wanted);
    }

    void quiet(boolean wanted) {
        quiet = wanted;
    }

    void verbose(boolean wanted) {
        verbose |= wanted;
    }

    void plain(boolean wanted) {
        plain = wanted;
    }

    /** Flushes both streams; false when stdout took no more, because the disk is full or its reader went away. */
    boolean flush() {
        err.flush();
        return !out.checkError();
    }
}
