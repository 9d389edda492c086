package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the direction of dependencies between the rooms, as ARCHITECTURE.md draws it, over the compiled classes. */
class ModuleDirectionTest {
    /** What each room may see of the others; each sees itself. */
    private static final Map<String, Set<String>> MAY_SEE = Map.of(
            "core", Set.of(),
            "models", Set.of("core"),
            "indexer", Set.of("core"),
            "crawler", Set.of("core"),
            "review", Set.of("core"),
            "matcher", Set.of("core", "indexer"),
            "cli", Set.of("core", "models", "indexer", "matcher", "crawler", "review"));

    private static final Path ROOT = Projects.root();

    @ParameterizedTest
    @CsvSource({
        "indexer,org/apache/lucene/",
        "crawler,java/net/http/",
        "crawler,org/jsoup/",
        "models,ai/djl/ ai/onnxruntime/",
        "matcher,org/opencv/ org/bytedeco/",
        "core,de/siegmar/fastcsv/",
        "review,org/sqlite/",
        "cli,picocli/"
    })
    void onlyOneRoomSees(String room, String libraries) throws IOException {
        List<String> packages = List.of(libraries.split(" "));
        Set<String> seers = new TreeSet<>();
        for (String module : MAY_SEE.keySet()) {
            boolean sees = references(module).values().stream()
                    .flatMap(Set::stream)
                    .anyMatch(type -> packages.stream().anyMatch(type::startsWith));
            if (sees) {
                seers.add(module);
            }
        }
        assertThat(seers).containsExactly(room);
    }

    @Test
    void roomsSeeOnlyWhatLiesBelowThem() throws IOException {
        Map<String, String> homes = new TreeMap<>();
        for (String module : MAY_SEE.keySet()) {
            references(module).keySet().forEach(type -> homes.put(type, module));
        }
        Set<String> wrong = new TreeSet<>();
        for (String module : MAY_SEE.keySet()) {
            references(module).forEach((type, seen) -> {
                for (String other : seen) {
                    String home = homes.getOrDefault(other, module);
                    if (!home.equals(module) && !MAY_SEE.get(module).contains(home)) {
                        wrong.add(module + " -> " + home + ": " + type + " sees " + other);
                    }
                }
            });
        }
        assertThat(homes).hasSizeGreaterThan(100);
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyRoomStands() throws IOException {
        assertThat(Projects.modules()).containsExactlyInAnyOrderElementsOf(MAY_SEE.keySet());
    }

    /** The classes of a module, each with all types that it names. */
    private static Map<String, Set<String>> references(String module) throws IOException {
        Path classes = ROOT.resolve(module).resolve("target/classes");
        Map<String, Set<String>> references = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(".class")).toList();
            for (Path file : found) {
                String name = classes.relativize(file).toString().replace('\\', '/');
                references.put(name.substring(0, name.length() - ".class".length()), ClassNames.in(file));
            }
        }
        return references;
    }
}
