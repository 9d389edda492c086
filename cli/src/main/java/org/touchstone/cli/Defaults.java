package org.touchstone.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.PropertiesDefaultProvider;

/**
 * Defaults of options from a file of properties in UTF-8, such as {@code touchstone.scan.threads = 4}: the file that
 * {@code --config} or TOUCHSTONE_CONFIG names, else {@code touchstone/config.properties} in the user's configuration folder.
 */
final class Defaults {
    private Defaults() {}

    static IDefaultValueProvider read(@Nullable Path named, Map<String, String> environment, Console console)
            throws IOException {
        Path file = named != null ? named : path(environment.get("TOUCHSTONE_CONFIG"));
        if (file == null) {
            file = usual(environment);
            if (file == null || !Files.isRegularFile(file)) {
                return new PropertiesDefaultProvider(new Properties());
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
        return new PropertiesDefaultProvider(properties);
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
