package org.touchstone.matcher.image;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.touchstone.image.Region;
import org.touchstone.image.RegionFinder;
import org.touchstone.matcher.image.Windows.Window;

/** The places of a photo that are looked at: where a model sees a sign, and a net of windows under it. Thread-safe. */
final class Places {
    /** Windows without a model. */
    private static final int WINDOWS = 110;

    /** Windows with one, those around its regions included. */
    private static final int FEWER_WINDOWS = 40;

    private static final int REGIONS = 30;

    /** The likeliest regions are looked at in three sizes, for their boxes are not exact. */
    private static final int SURE_REGIONS = 5;

    private static final double[] SIZES = {1, 0.8, 1.25};

    /** Share of a window's side that a sign spans, as in the encoder's training. */
    private static final double SPAN = 0.85;

    private static final double SAME_PLACE = 0.6;

    private final @Nullable RegionFinder finder;

    /** @param finder null to look everywhere */
    Places(@Nullable RegionFinder finder) {
        this.finder = finder;
    }

    List<Window> in(Pixels photo) {
        if (finder == null) {
            return Windows.of(photo, WINDOWS);
        }
        List<Window> places = new ArrayList<>();
        int number = 0;
        for (Region region : finder.find(photo.toImage())) {
            int sizes = number++ < SURE_REGIONS ? SIZES.length : 1;
            for (int i = 0; i < sizes && places.size() < REGIONS; i++) {
                places.add(around(region, SIZES[i]));
            }
        }
        for (Window window : Windows.of(photo, FEWER_WINDOWS)) {
            if (places.size() < FEWER_WINDOWS
                    && places.stream().noneMatch(place -> place.overlap(window) > SAME_PLACE)) {
                places.add(window);
            }
        }
        return places;
    }

    private static Window around(Region region, double size) {
        return new Window(
                region.x() + region.width() / 2,
                region.y() + region.height() / 2,
                size * Math.max(region.width(), region.height()) / SPAN,
                true);
    }
}
