package org.touchstone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.touchstone.mark.MarkKind;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The {@code touchstone} command: reads the arguments, runs a subcommand, turns what went wrong into an exit code. */
@Command(
        name = "touchstone",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        versionProvider = VersionProvider.class)
public final class Touchstone implements Callable<Integer> {
    private static final List<String> VERSION = List.of("-V", "--version");

    private final Console console;
    private @Nullable CommandLine commandLine;

    Touchstone(Console console) {
        this.console = console;
    }

    @Option(names = "--lang", paramLabel = "en|zh", scope = ScopeType.INHERIT)
    void lang(@Nullable Language language) {
        if (language != null) {
            console.speak(language);
        }
    }

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT)
    void quiet(boolean wanted) {
        console.quiet(wanted);
    }

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT)
    void verbose(boolean wanted) {
        console.verbose(wanted);
        if (wanted) {
            Logging.verbose();
        }
    }

    @Option(names = "--no-color", scope = ScopeType.INHERIT)
    void noColor(boolean wanted) {
        console.plain(wanted);
    }

    /** Read ahead of all others, see {@link EarlyOptions}. */
    @Option(names = "--config", paramLabel = "FILE", scope = ScopeType.INHERIT)
    void config(@Nullable Path file) {}

    /** With no subcommand there is nothing to do but to say what there is. */
    @Override
    public Integer call() {
        commandLine().usage(console.err());
        return ExitCode.USAGE;
    }

    private CommandLine commandLine() {
        if (commandLine == null) {
            throw new IllegalStateException("the command was not set up");
        }
        return commandLine;
    }

    /** Runs the process's own command line and ends the process with its exit code. */
    @SuppressForbidden("the one place where the process ends, whatever threads a library left running")
    public static void main(String[] arguments) {
        Logging.install();
        System.exit(run(Console.ofProcess(), System.getenv(), arguments));
    }

    /** Runs one command line. */
    static int run(Console console, Map<String, String> environment, String... arguments) {
        int code;
        try {
            if (arguments.length == 1 && VERSION.contains(arguments[0])) {
                // Asked by scripts at every turn, so answered without setting the command line up.
                VersionProvider.lines().forEach(console.out()::println);
                return console.flush() ? ExitCode.DONE : ExitCode.FAILED;
            }
            EarlyOptions early = EarlyOptions.of(arguments);
            if (early.language() != null) {
                console.speak(early.language());
            }
            console.plain(early.plain());
            CommandLine line = commandLine(console, Commands.named(arguments));
            Defaults.apply(line, early.config(), environment, console);
            code = line.execute(arguments);
        } catch (IOException | RuntimeException | Error e) {
            code = new Failures(console).report(e);
        }
        if (!console.flush() && code != ExitCode.FAILED) {
            console.line(console.text("fail.stdout"));
            return ExitCode.FAILED;
        }
        return code;
    }

    /** The whole command line with these subcommands, for one run. */
    static CommandLine commandLine(Console console, List<Class<?>> commands) {
        Touchstone touchstone = new Touchstone(console);
        CommandLine line = new CommandLine(touchstone, new CommandFactory(console));
        touchstone.commandLine = line;
        for (Class<?> command : commands) {
            line.addSubcommand(command);
        }
        Failures failures = new Failures(console);
        line.setResourceBundle(console.messages().bundle());
        line.setOut(new PrintWriter(console.out(), true, console.out().charset()));
        line.setErr(new PrintWriter(console.err(), true, console.err().charset()));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(MarkKind.class, Touchstone::kind);
        line.setAbbreviatedOptionsAllowed(false);
        line.setExecutionExceptionHandler((failure, command, parsed) -> failures.report(failure));
        line.setParameterExceptionHandler(failures::reportUsage);
        line.setExitCodeExceptionMapper(failure -> ExitCode.FAILED);
        HelpLayout.apply(line, console);
        return line;
    }

    /** A kind of registration as files have it, with hyphens. */
    private static MarkKind kind(String word) {
        for (MarkKind kind : MarkKind.values()) {
            if (kind.key().equalsIgnoreCase(word.replace('_', '-'))) {
                return kind;
            }
        }
        throw new CommandLine.TypeConversionException("expected one of "
                + String.join(
                        ", ",
                        Arrays.stream(MarkKind.values()).map(MarkKind::key).toList())
                + ", found '" + word + "'");
    }
}
