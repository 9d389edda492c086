package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules of the house that no compiler holds. */
class HouseTest {
    private static final Path ROOT = Projects.root();

    @Test
    void everyPackageIsNullMarked() throws IOException {
        TreeSet<Path> packages = new TreeSet<>();
        for (Path file : mainSources()) {
            packages.add(file.getParent());
        }
        assertThat(packages)
                .hasSizeGreaterThan(10)
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .exists()
                        .content()
                        .contains("@NullMarked")
                        .startsWith("/**"));
    }

    @Test
    void aThirdOfTheTopLevelTypesArePackagePrivate() throws IOException {
        Pattern open = Pattern.compile("(?m)^public (?:[a-z-]+ )*(?:class|record|interface|enum|@interface) ");
        long all = 0;
        long shown = 0;
        for (Path file : mainSources()) {
            if (!file.endsWith("package-info.java")) {
                all++;
                shown += open.matcher(Files.readString(file)).find() ? 1 : 0;
            }
        }
        assertThat(shown).as("public types of %d", all).isLessThanOrEqualTo(all * 2 / 3);
    }

    @Test
    void everyCommandIsListed() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("cli/src/main/java/org/touchstone/cli"))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[A-Z][a-z]+Command\\.java"))
                    .map(name -> name.replace("Command.java", "").toLowerCase(Locale.ROOT))
                    .toList();
            assertThat(Commands.NAMES).containsAll(names);
        }
    }

    @Test
    void bothReadmesHaveTheSameParts() throws IOException {
        assertThat(outline("README.zh-CN.md")).isEqualTo(outline("README.md"));
    }

    /** The levels of the headings, and where fenced examples begin. */
    private static List<String> outline(String name) throws IOException {
        try (Stream<String> lines = Files.lines(ROOT.resolve(name))) {
            return lines.filter(
                            line -> line.startsWith("#") && line.contains(" ") || line.matches("```\\w+|\\|[-|: ]+\\|"))
                    .map(line -> line.startsWith("#") ? line.substring(0, line.indexOf(' ')) : line)
                    .filter(line -> !line.matches("# "))
                    .toList();
        }
    }

    private static List<Path> mainSources() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String module : Projects.modules()) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
            }
        }
        return found;
    }
}
