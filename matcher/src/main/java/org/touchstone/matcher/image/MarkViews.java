package org.touchstone.matcher.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.ImageView;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.indexer.StoredView;

/**
 * The image views of an index, read once: the seam between the index and the search in memory. Immutable and
 * thread-safe.
 */
final class MarkViews {
    /**
     * A view.
     *
     * @param fingerprint null when the image is too plain for one
     * @param reference null where the view is only there for its vector
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record View(
            String mark,
            String image,
            String variant,
            long @Nullable [] fingerprint,
            float[] vector,
            @Nullable Reference reference) {

        /** Whether it shows but a part of the drawing. */
        boolean part() {
            return variant.equals("dark") || variant.equals("light");
        }
    }

    private final List<View> views = new ArrayList<>();
    private final Map<String, List<Integer>> byImage = new HashMap<>();

    MarkViews(MarkIndex index) {
        for (int number = 0; number < index.viewCount(); number++) {
            View view = read(index.view(number));
            views.add(view);
            byImage.computeIfAbsent(image(view), image -> new ArrayList<>()).add(number);
        }
    }

    /** The view itself, if it has a reference to compare with, and the image as registered. */
    List<Integer> worthLaying(int number) {
        return ofImage(number).stream()
                .filter(other -> views.get(other).reference != null)
                .filter(other -> other == number || views.get(other).variant.equals("registered"))
                .toList();
    }

    /** All views of the image that a view was made from. */
    List<Integer> ofImage(int number) {
        return byImage.getOrDefault(image(views.get(number)), List.of());
    }

    private static String image(View view) {
        return view.mark + '\n' + view.image;
    }

    int count() {
        return views.size();
    }

    View get(int number) {
        return views.get(number);
    }

    /** The features of every view, empty for one that has none, in the order of their numbers. */
    List<LocalFeatures> features() {
        return views.stream()
                .map(view -> view.reference == null ? LocalFeatures.NONE : view.reference.features())
                .toList();
    }

    private static View read(StoredView stored) {
        ImageView view = stored.view();
        try {
            Reference reference = view.features().length == 0 ? null : Reference.unpack(view.features());
            return new View(
                    stored.registration(),
                    stored.image(),
                    view.variant(),
                    fingerprint(view.fingerprint()),
                    view.vector(),
                    reference);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "view " + stored.number() + " of " + stored.registration() + " in the index: " + e.getMessage(), e);
        }
    }

    private static long @Nullable [] fingerprint(byte[] bytes) {
        if (bytes.length != 32) {
            return null;
        }
        long[] words = new long[4];
        ByteBuffer.wrap(bytes).asLongBuffer().get(words);
        return words;
    }
}
