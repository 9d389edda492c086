package org.touchstone.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says: the program's version and the machine it runs on. */
final class VersionProvider implements IVersionProvider {
    /** The program's version, as the build stamped it. */
    static String version() {
        try (InputStream stream = VersionProvider.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(stream));
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException("the version cannot be read", e);
        }
    }

    /** What is said, line by line. */
    static List<String> lines() {
        return List.of(
                "touchstone " + version(),
                "Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch"));
    }

    @Override
    public String[] getVersion() {
        return lines().toArray(String[]::new);
    }
}
