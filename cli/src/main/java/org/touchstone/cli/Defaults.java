package org.touchstone.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.PropertiesDefaultProvider;

/**
 * Defaults of options from a file of properties in UTF-8, such as {@code touchstone.scan.threads = 4}: the file that
 * {@code --config} or TOUCHSTONE_CONFIG names, else {@code touchstone/config.properties} in the user's configuration folder.
 */
final class Defaults {
    private static final String PREFIX = "touchstone.";

    private Defaults() {}

    /** Gives the command line its defaults; a key that names no option of it is wrong usage. */
    static void apply(CommandLine line, @Nullable Path named, Map<String, String> environment, Console console)
            throws IOException {
        Path file = named != null ? named : path(environment.get("TOUCHSTONE_CONFIG"));
        if (file == null) {
            file = usual(environment);
            if (file == null || !Files.isRegularFile(file)) {
                return;
            }
        } else if (!Files.isRegularFile(file)) {
            throw CliException.usage(console.text("fail.noFile", file));
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IllegalArgumentException e) {
            throw CliException.usage(console.text("fail.config", file, String.valueOf(e.getMessage())));
        }
        for (String key : properties.stringPropertyNames()) {
            if (!known(key, line)) {
                throw CliException.usage(console.text("fail.configKey", file, key));
            }
        }
        line.setDefaultValueProvider(new PropertiesDefaultProvider(properties));
    }

    /** Whether a key names an option; of commands that do not run now nothing is known but their names. */
    private static boolean known(String key, CommandLine line) {
        CommandLine command = line;
        if (!key.startsWith(PREFIX)) {
            return false;
        }
        String[] parts = key.substring(PREFIX.length()).split("\\.", -1);
        for (int i = 0; i < parts.length - 1; i++) {
            CommandLine next = command.getSubcommands().get(parts[i]);
            if (next == null) {
                return i == 0 && Commands.NAMES.contains(parts[0]);
            }
            command = next;
        }
        String name = parts[parts.length - 1];
        return command.getCommandSpec().findOption(name) != null
                || command.getCommandSpec().positionalParameters().stream()
                        .anyMatch(positional -> name.equals(positional.descriptionKey()));
    }

    private static @Nullable Path usual(Map<String, String> environment) {
        Path folder = path(environment.get("XDG_CONFIG_HOME"));
        Path home = path(environment.get("HOME"));
        if (folder == null && home != null) {
            folder = home.resolve(".config");
        }
        return folder == null ? null : folder.resolve("touchstone").resolve("config.properties");
    }

    private static @Nullable Path path(@Nullable String name) {
        return name == null || name.isEmpty() ? null : Path.of(name);
    }
}
