package org.touchstone.cli.attack.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.touchstone.mark.Registration;
import org.touchstone.mark.Standing;
import org.touchstone.record.Located;

/**
 * Pictures of marks in force, of which so many are drawn by a seed, whatever order the register has them in. Memory is
 * bounded by the number drawn. Filled first, then read; not thread-safe.
 */
public final class ImageTargets {
    /** Where a picture stands in the draw; one file has one place. */
    private record Place(long draw, String image, Path folder) {
        static final Comparator<Place> ORDER = Comparator.comparingLong(Place::draw)
                .thenComparing(Place::image)
                .thenComparing(Place::folder);
    }

    private final long seed;
    private final int most;
    private final BiPredicate<String, String> readable;
    private final TreeMap<Place, ImageTarget> drawn = new TreeMap<>(Place.ORDER);

    /**
     * @param most how many pictures are drawn, at least 1
     * @param readable says of a registration's id and one of its pictures whether the picture can be read
     */
    public ImageTargets(long seed, int most, BiPredicate<String, String> readable) {
        this.seed = seed;
        this.most = most;
        this.readable = readable;
    }

    /** Takes the pictures of a registration in; one that has ended is no target. */
    public void add(Located<Registration> located) {
        Registration registration = located.value();
        if (registration.standing() == Standing.DEAD) {
            return;
        }
        for (String image : registration.mark().images()) {
            Place place =
                    new Place(new SplittableRandom(seed * 31 + image.hashCode()).nextLong(), image, located.folder());
            if (drawn.size() == most && Place.ORDER.compare(place, drawn.lastKey()) > 0) {
                continue;
            }
            if (!readable.test(registration.id(), image)) {
                continue;
            }
            drawn.computeIfAbsent(
                            place,
                            fresh -> new ImageTarget(
                                    image,
                                    located.folder(),
                                    registration.mark().text(),
                                    owner(registration),
                                    new LinkedHashSet<>()))
                    .registrations()
                    .add(registration.id());
            if (drawn.size() > most) {
                drawn.pollLastEntry();
            }
        }
    }

    /** Whose a registration is, as far as the register says: its brand, else its holder, else nobody else's. */
    static String owner(Registration registration) {
        if (!registration.brand().isEmpty()) {
            return "brand " + registration.brand();
        }
        return registration.holder().isEmpty() ? "mark " + registration.id() : "holder " + registration.holder();
    }

    /** How many were drawn. */
    public int count() {
        return drawn.size();
    }

    List<ImageTarget> all() {
        return new ArrayList<>(drawn.values());
    }
}
