package org.touchstone.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says: the program's version and the machine it runs on. */
final class VersionProvider implements IVersionProvider {
    /** The program's version, as the build stamped it. */
    static String version() {
        try (InputStream stream = VersionProvider.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(stream);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("the version cannot be read", e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "touchstone " + version(),
            "Java " + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
        };
    }
}
