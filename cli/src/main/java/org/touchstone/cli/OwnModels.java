package org.touchstone.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.touchstone.models.ModelStore;
import picocli.CommandLine.Option;

/** Which image models a command uses: those in the folder that {@code --models} or TOUCHSTONE_MODELS names come first. */
final class OwnModels {
    private static final String VARIABLE = "TOUCHSTONE_MODELS";

    private final Console console;

    @Option(names = "--models", paramLabel = "DIR")
    private @Nullable Path folder;

    OwnModels(Console console) {
        this.console = console;
    }

    /** The models; a folder that is not there is found out here. */
    ModelStore store() {
        String variable = console.environment().getOrDefault(VARIABLE, "");
        Path named = folder != null ? folder : variable.isEmpty() ? null : Path.of(variable);
        if (named != null && !Files.isDirectory(named)) {
            throw CliException.usage(console.text("models.noFolder", folder != null ? "--models" : VARIABLE, named));
        }
        return named == null ? ModelStore.bundled() : ModelStore.in(named);
    }
}
