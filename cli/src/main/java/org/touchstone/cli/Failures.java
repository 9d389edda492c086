package org.touchstone.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.NoIndexException;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one clear sentence on stderr and an exit code. */
final class Failures {
    private final Console console;

    Failures(Console console) {
        this.console = console;
    }

    /** Says what failed; a stack trace only with {@code --verbose}. */
    int report(Throwable failure) {
        console.line(console.ansi(console.terminal().err()).string("@|bold,red touchstone:|@ ") + sentence(failure));
        if (console.verbose()) {
            failure.printStackTrace(console.err());
        } else if (!expected(failure)) {
            console.line(console.text("fail.trace"));
        }
        return failure instanceof CliException known ? known.exitCode() : ExitCode.FAILED;
    }

    /** Says what is wrong with the arguments, what may have been meant, and where help is. */
    int reportUsage(ParameterException failure, String... arguments) {
        CommandLine line = failure.getCommandLine();
        console.line(console.ansi(console.terminal().err()).string("@|bold,red touchstone:|@ ") + usage(failure));
        if (failure instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            console.line(console.text("fail.meant", String.join("' '", unmatched.getSuggestions())));
        }
        console.line(console.text("fail.help", line.getCommandSpec().qualifiedName()));
        if (console.verbose() && failure.getCause() != null) {
            failure.getCause().printStackTrace(console.err());
        }
        return ExitCode.USAGE;
    }

    private String usage(ParameterException failure) {
        if (failure instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return console.text(
                    "fail.missing",
                    String.join(
                            ", ",
                            missing.getMissing().stream().map(Failures::name).toList()));
        }
        if (failure instanceof UnmatchedArgumentException unmatched) {
            boolean option = unmatched.isUnknownOption();
            return console.text(option ? "fail.option" : "fail.argument", String.join("' '", unmatched.getUnmatched()));
        }
        if (failure.getArgSpec() != null && failure.getValue() != null) {
            String wanted = wanted(failure.getArgSpec().auxiliaryTypes()[0]);
            if (!wanted.isEmpty()) {
                return console.text("fail.value", console.text(wanted), name(failure.getArgSpec()), failure.getValue());
            }
        }
        return String.valueOf(failure.getMessage());
    }

    /** The key of what a value of a type looks like; empty where picocli's own words must do. */
    private static String wanted(Class<?> type) {
        if (type == LocalDate.class) {
            return "fail.value.day";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "fail.value.whole";
        }
        return type == double.class || type == Double.class ? "fail.value.number" : "";
    }

    private static String name(CommandLine.Model.ArgSpec argument) {
        return argument instanceof CommandLine.Model.OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static boolean expected(Throwable failure) {
        return failure instanceof CliException
                || failure instanceof IOException
                || failure instanceof UncheckedIOException
                || failure instanceof OutOfMemoryError;
    }

    /** What went wrong, for people. */
    String sentence(Throwable failure) {
        return switch (failure) {
            case CliException known -> String.valueOf(known.getMessage());
            case UncheckedIOException wrapped -> unwrapped(wrapped);
            case NoIndexException none -> console.text("fail.noIndex", none.getFile());
            case NoSuchFileException missing
            when missing.getReason() != null -> withReason(missing.getFile(), missing.getReason());
            case NoSuchFileException missing -> console.text("fail.noFile", missing.getFile());
            case AccessDeniedException denied -> console.text("fail.denied", denied.getFile());
            case NotDirectoryException file -> console.text("fail.noFolder", file.getFile());
            case FileAlreadyExistsException exists -> console.text("fail.exists", exists.getFile());
            case DirectoryNotEmptyException full -> console.text("fail.notEmpty", full.getFile());
            case FileSystemException other -> withReason(other.getFile(), other.getReason());
            case UnknownHostException host -> console.text("fail.host", String.valueOf(host.getMessage()));
            case BindException port -> console.text("fail.port", String.valueOf(port.getMessage()));
            case IOException full
            when isFull(full) -> console.text("fail.full", System.getProperty("java.io.tmpdir", ""));
            case CharacterCodingException coding -> console.text("fail.utf8");
            case IOException io when io.getMessage() != null -> io.getMessage();
            case OutOfMemoryError memory ->
                console.text("fail.memory", Runtime.getRuntime().maxMemory() >> 20);
            default -> console.text("fail.unexpected", failure);
        };
    }

    private String unwrapped(UncheckedIOException failure) {
        IOException cause = Objects.requireNonNull(failure.getCause(), "it always has one");
        String message = String.valueOf(failure.getMessage());
        return message.equals(String.valueOf(cause)) ? sentence(cause) : message + ": " + sentence(cause);
    }

    /** As the launcher sets the locale, the system says it in English. */
    private static boolean isFull(IOException failure) {
        String said = String.valueOf(failure.getMessage());
        return said.contains("No space left on device") || said.contains("Disk quota exceeded");
    }

    private static String withReason(@Nullable String file, @Nullable String reason) {
        return (file == null ? "" : file + ": ") + (reason == null ? "" : reason);
    }
}
