package org.touchstone.crawler.live;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Public material that may lie beside the project. */
final class SharedData {
    private SharedData() {}

    /** A folder of it; the test is skipped where there is none. */
    static Path text(String name) {
        Path at = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        while (at != null && !Files.isDirectory(at.resolve("shared/data/text"))) {
            at = at.getParent();
        }
        assumeTrue(at != null, "no shared/data here");
        return at.resolve("shared/data/text").resolve(name);
    }
}
