package org.touchstone.matcher.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.ImageView;
import org.touchstone.indexer.StoredView;
import org.touchstone.indexer.ViewDictionary;

/**
 * The image views of an index, read when asked for, the latest of them held: the seam between the index and the search
 * in memory. Thread-safe.
 */
final class MarkViews {
    /**
     * A view.
     *
     * @param reference null where the view is only there for its vector
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record View(
            String mark,
            String image,
            String variant,
            float[] vector,
            @Nullable Reference reference) {

        /** Whether it shows but a part of the drawing. */
        boolean part() {
            return variant.equals("dark") || variant.equals("light");
        }
    }

    /** Views held in memory, about 40 KB each. */
    private static final int HELD = 2_500;

    private final ViewDictionary index;
    private final Map<Integer, View> held = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, View> eldest) {
            return size() > HELD;
        }
    };

    MarkViews(ViewDictionary index) {
        this.index = index;
    }

    /** The view itself, if it has a reference to compare with, and the image as registered. */
    List<Integer> worthLaying(int number) {
        return ofImage(number)
                .filter(other -> get(other).reference != null)
                .filter(other -> other == number || get(other).variant.equals("registered"))
                .boxed()
                .toList();
    }

    /** All views of the image that a view was made from. */
    IntStream ofImage(int number) {
        return IntStream.range(index.first(number), index.after(number));
    }

    int count() {
        return index.count();
    }

    View get(int number) {
        synchronized (held) {
            View known = held.get(number);
            if (known != null) {
                return known;
            }
        }
        View view = read(index.view(number));
        synchronized (held) {
            held.put(number, view);
        }
        return view;
    }

    private static View read(StoredView stored) {
        ImageView view = stored.view();
        try {
            Reference reference = view.features().length == 0 ? null : Reference.unpack(view.features());
            return new View(stored.registration(), stored.image(), view.variant(), view.vector(), reference);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "view " + stored.number() + " of " + stored.registration() + " in the index: " + e.getMessage(), e);
        }
    }
}
