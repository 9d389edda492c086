package org.touchstone.crawler;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Public material where it lies beside the project; tests that need it are skipped elsewhere. */
public final class SharedData {
    private SharedData() {}

    public static Path text(String name) {
        Path at = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        while (at != null && !Files.isDirectory(at.resolve("shared/data/text"))) {
            at = at.getParent();
        }
        assumeTrue(at != null, "no shared/data here");
        return at.resolve("shared/data/text").resolve(name);
    }
}
