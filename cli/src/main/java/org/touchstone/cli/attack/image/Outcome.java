package org.touchstone.cli.attack.image;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.touchstone.cli.attack.Tally;
import org.touchstone.hit.Box;
import org.touchstone.hit.Evidence;
import org.touchstone.matcher.Sighting;

/** What a scan makes of a made photo. */
enum Outcome {
    MISSED,
    /** Found, but another's mark weighs more. */
    BESIDE,
    /** Found, and nothing of anybody else weighs more. */
    TOP;

    /**
     * The outcome by what the matcher reports.
     *
     * @param place where the mark stands; a sighting elsewhere is chance
     * @param owners gives the owner of a registration, see {@link ImageTargets#owner}
     */
    static Outcome of(
            ImageTarget target, Box place, List<Sighting> sightings, Function<String, Optional<String>> owners) {
        Map<String, Double> weights = new HashMap<>();
        boolean found = false;
        for (Sighting sighting : sightings) {
            weights.merge(sighting.mark(), sighting.evidence().weight(), Math::max);
            found |= target.registrations().contains(sighting.mark())
                    && sighting.evidence() instanceof Evidence.Picture picture
                    && picture.box().overlap(place) > 0;
        }
        if (!found) {
            return MISSED;
        }
        double own = Double.NEGATIVE_INFINITY;
        double others = Double.NEGATIVE_INFINITY;
        for (Map.Entry<String, Double> one : weights.entrySet()) {
            boolean its = target.registrations().contains(one.getKey());
            if (its) {
                own = Math.max(own, one.getValue());
            } else if (!owners.apply(one.getKey()).equals(Optional.of(target.owner()))) {
                others = Math.max(others, one.getValue());
            }
        }
        return own >= others ? TOP : BESIDE;
    }

    Tally tally() {
        return new Tally(1, this == MISSED ? 0 : 1, this == TOP ? 1 : 0);
    }
}
