package org.touchstone.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the script that completes options and subcommands in a shell. */
@Command(name = "completion")
final class CompletionCommand implements Callable<Integer> {
    /** The shells that can complete. */
    enum Shell {
        BASH,
        ZSH
    }

    private final Console console;

    @Spec
    private CommandSpec spec;

    /** One script serves all of them; the user names his, so that others may get their own later. */
    @SuppressWarnings("UnusedVariable")
    @Parameters(paramLabel = "bash|zsh", descriptionKey = "shell")
    private Shell shell;

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().println(AutoComplete.bash("touchstone", spec.root().commandLine()));
        return ExitCode.DONE;
    }
}
