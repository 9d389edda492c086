package org.touchstone.indexer.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Our tables measured against public lists of confused characters, where those are at hand. */
class ConfusedCharactersTest {
    private record Case(String meant, String written) {}

    @Test
    void lookAlikesOfPublicListsAreListed() throws IOException {
        Path tables = shared("tables");
        assertThat(share("same stroke", strokes(tables), this::listed)).isGreaterThan(0.5);
        assertThat(share("SimilarCharacter", similar(tables), this::listed)).isGreaterThan(0.45);
    }

    @Test
    void evasionsOfPublicListsAreFound() throws IOException {
        Path evasions = shared("evasions");
        assertThat(share("shape", variants(evasions, "shape"), this::looks)).isGreaterThan(0.4);
        assertThat(share("shape_cv2", variants(evasions, "shape_cv2"), this::looks))
                .isGreaterThan(0.5);
        assertThat(share("variant_char", variants(evasions, "variant_char"), this::sameSimplified))
                .isGreaterThan(0.5);
        assertThat(share("split_char", variants(evasions, "split_char"), this::joins))
                .isGreaterThan(0.85);
    }

    private static List<Case> strokes(Path tables) throws IOException {
        try (Stream<String> lines = Files.lines(tables.resolve("pycorrector_same_stroke.txt"))) {
            return lines.map(line -> line.strip().split("\\s+"))
                    .filter(words -> words.length > 1 && words[0].length() == 1)
                    .flatMap(words -> Arrays.stream(words).skip(1).map(word -> new Case(words[0], word)))
                    .toList();
        }
    }

    private static List<Case> similar(Path tables) throws IOException {
        try (Stream<String> lines = Files.lines(tables.resolve("similarcharacter_cv2.txt"))) {
            return lines.map(line -> line.strip().split(" "))
                    .filter(words -> words.length == 2)
                    .flatMap(words -> words[1].chars().mapToObj(c -> new Case(words[0], Character.toString(c))))
                    .toList();
        }
    }

    /** The piece that differs, of the mark and of its variant. */
    private static List<Case> variants(Path evasions, String kind) throws IOException {
        try (Stream<String> lines = Files.lines(evasions.resolve("variants_zh.csv"))) {
            return lines.map(line -> line.split(","))
                    .filter(row -> row.length == 5 && row[2].equals(kind) && row[4].equals("0"))
                    .map(row -> differing(row[0], row[1]))
                    .toList();
        }
    }

    private static Case differing(String mark, String variant) {
        int shorter = Math.min(mark.length(), variant.length());
        int head = 0;
        while (head < shorter - 1 && mark.charAt(head) == variant.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head - 1
                && mark.charAt(mark.length() - 1 - tail) == variant.charAt(variant.length() - 1 - tail)) {
            tail++;
        }
        return new Case(mark.substring(head, mark.length() - tail), variant.substring(head, variant.length() - tail));
    }

    private boolean listed(Case pair) {
        int other = Han.simplified(pair.written().charAt(0));
        return Arrays.stream(Han.lookAlikes(Han.simplified(pair.meant().charAt(0))))
                .anyMatch(alike -> alike == other);
    }

    private boolean looks(Case pair) {
        return pair.written().length() == 1 && (sameSimplified(pair) || listed(pair));
    }

    private boolean sameSimplified(Case pair) {
        return Han.simplified(pair.meant().charAt(0))
                == Han.simplified(pair.written().charAt(0));
    }

    private boolean joins(Case pair) {
        String parts = pair.written();
        int[] made = parts.length() == 2
                ? Han.joined(parts.charAt(0), parts.charAt(1))
                : parts.length() == 3 ? Han.joined(parts.charAt(0), parts.charAt(1), parts.charAt(2)) : new int[0];
        int whole = Han.simplified(pair.meant().charAt(0));
        return pair.meant().length() == 1 && Arrays.stream(made).anyMatch(one -> one == whole);
    }

    private static double share(String name, List<Case> cases, Predicate<Case> found) {
        long hits = cases.stream().filter(found).count();
        System.out.printf("%s: %d of %d, %.3f%n", name, hits, cases.size(), (double) hits / cases.size());
        return (double) hits / cases.size();
    }

    private static Path shared(String name) {
        @Nullable Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.isDirectory(at.resolve("shared/data/text"))) {
            at = at.getParent();
        }
        assumeTrue(at != null, "no shared/data here");
        return at.resolve("shared/data/text").resolve(name);
    }
}
