package org.touchstone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Where the project stands, for tests that look at all of it. */
final class Projects {
    private static final Pattern MODULE = Pattern.compile("<module>(\\w+)</module>");

    private Projects() {}

    /** The folder of the root pom. */
    static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("mvnw"))) {
                return at;
            }
        }
        throw new AssertionError("the tests must run within the project");
    }

    /** The modules of the default build: those that the root pom lists outside its profiles. */
    static List<String> modules() throws IOException {
        String pom = Files.readString(root().resolve("pom.xml"));
        return MODULE.matcher(pom.substring(0, pom.indexOf("</modules>")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
