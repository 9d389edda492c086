package org.touchstone.benchmarks;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.touchstone.mark.Registration;
import org.touchstone.record.Located;

/** As many marks as wanted: a bench's own, then grown ones, made on the way and held by nobody. Thread-safe. */
final class MarkSource {
    private final List<Word> words;
    private final int count;
    private final BiFunction<Word, Integer, Word> grower;

    /**
     * @param words the bench's own marks, at least one
     * @param count how many marks to give
     */
    MarkSource(List<Word> words, int count, Growth growth) {
        if (words.isEmpty() || count < 1) {
            throw new IllegalArgumentException(
                    "expected at least one mark, found " + words.size() + ", of which " + count + " are asked for");
        }
        this.words = words;
        this.count = count;
        this.grower = growth.grower(words);
    }

    int count() {
        return count;
    }

    /** All marks, the same ones each time. */
    Stream<Word> words() {
        return IntStream.range(0, count).mapToObj(number -> {
            Word word = words.get(number % words.size());
            int copy = number / words.size();
            return copy == 0 ? word : grower.apply(word, copy);
        });
    }

    /** All marks as an index takes them. */
    Iterator<Located<Registration>> registrations() {
        Path folder = Path.of("");
        return words().map(word -> new Located<>(word.registration(), "bench", folder, 0))
                .iterator();
    }
}
