package org.touchstone.matcher.image;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.touchstone.hit.Box;
import org.touchstone.hit.Evidence;
import org.touchstone.matcher.Sighting;

/** Finds pictures that are copies of a mark's image as a whole, by their fingerprints. Immutable and thread-safe. */
final class Copies {
    private final List<MarkViews.View> views = new ArrayList<>();

    Copies(MarkViews all) {
        for (int number = 0; number < all.count(); number++) {
            if (all.get(number).fingerprint() != null) {
                views.add(all.get(number));
            }
        }
    }

    List<Sighting> match(String imageName, Pixels picture, int width, int height) {
        Pdq pdq = Pdq.of(picture);
        if (!pdq.telling()) {
            return List.of();
        }
        Map<String, Sighting> out = new HashMap<>();
        for (MarkViews.View view : views) {
            long[] fingerprint = view.fingerprint();
            int distance = fingerprint == null ? 256 : Pdq.distance(pdq.bits(), fingerprint);
            if (distance <= Pdq.COPY_DISTANCE) {
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
