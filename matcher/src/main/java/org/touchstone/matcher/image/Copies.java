package org.touchstone.matcher.image;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.touchstone.hit.Box;
import org.touchstone.hit.Evidence;
import org.touchstone.indexer.ViewDictionary;
import org.touchstone.indexer.ViewSet;
import org.touchstone.matcher.Sighting;

/**
 * Finds pictures that are copies of a mark's image as a whole, by their fingerprints. All fingerprints are held, 36 bytes
 * each, and compared one after another. Immutable and thread-safe.
 */
final class Copies {
    private static final int WORDS = 4;

    private final MarkViews views;

    /** Fingerprints in a row, and the views that they are of. */
    private final long[] fingerprints;

    private final int[] numbers;

    Copies(ViewDictionary index, ViewSet wanted, MarkViews views) {
        this.views = views;
        long[] words = new long[WORDS * index.count()];
        int[] owners = new int[index.count()];
        AtomicInteger count = new AtomicInteger();
        index.forEachFingerprint((view, fingerprint) -> {
            if (fingerprint.length == WORDS * Long.BYTES && wanted.contains(view)) {
                int at = count.getAndIncrement();
                owners[at] = view;
                ByteBuffer.wrap(fingerprint).asLongBuffer().get(words, WORDS * at, WORDS);
            }
        });
        numbers = Arrays.copyOf(owners, count.get());
        fingerprints = Arrays.copyOf(words, WORDS * count.get());
    }

    List<Sighting> match(String imageName, Pixels picture, int width, int height) {
        Pdq pdq = Pdq.of(picture);
        if (!pdq.telling()) {
            return List.of();
        }
        Map<String, Sighting> out = new HashMap<>();
        for (int i = 0; i < numbers.length; i++) {
            int distance = 0;
            for (int word = 0; word < WORDS; word++) {
                distance += Long.bitCount(pdq.bits()[word] ^ fingerprints[WORDS * i + word]);
            }
            if (distance <= Pdq.COPY_DISTANCE) {
                MarkViews.View view = views.get(numbers[i]);
                Sighting sighting = new Sighting(
                        view.mark(),
                        new Evidence.Picture(
                                "copy",
                                imageName,
                                new Box(0, 0, width, height),
                                view.image(),
                                Math.round((1 - distance / 128.0) * 1000) / 1000.0,
                                List.of("hash"),
                                Weights.copy(distance),
                                ""));
                out.merge(
                        view.mark(),
                        sighting,
                        (a, b) -> a.evidence().weight() >= b.evidence().weight() ? a : b);
            }
        }
        return List.copyOf(out.values());
    }
}
