package org.touchstone.matcher;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.mark.BrandPolicy;
import org.touchstone.mark.MarkFeature;
import org.touchstone.mark.Registration;
import org.touchstone.mark.Standing;

/** Which registrations of a brand a finding counts for that points to the brand as a whole. Thread-safe. */
final class BrandMarks {
    /** In force before not, word before combined before all others. */
    private static final Comparator<Registration> FOREMOST = Comparator.comparing(
                    (Registration one) -> one.standing() == Standing.DEAD)
            .thenComparing(one -> one.mark().feature() != MarkFeature.WORD)
            .thenComparing(one -> one.mark().feature() != MarkFeature.COMBINED);

    private final MarkIndex index;
    private final BrandPolicies policies;
    private @Nullable Map<String, String> foremost;

    BrandMarks(MarkIndex index, BrandPolicies policies) {
        this.index = index;
        this.policies = policies;
    }

    /**
     * The brand's registrations among those seen already; where there are none its foremost one; empty when the index
     * has none at all.
     *
     * @param brand key of a policy
     * @param seen ids of registrations
     */
    List<String> meant(String brand, Collection<String> seen) {
        List<String> own = seen.stream()
                .filter(mark -> index.registration(mark)
                        .flatMap(policies::of)
                        .filter(policy -> policy.key().equals(brand))
                        .isPresent())
                .toList();
        if (!own.isEmpty()) {
            return own;
        }
        String first = foremost().get(brand);
        return first == null ? List.of() : List.of(first);
    }

    /** The foremost registration of every brand; the first call goes through the whole index. */
    private synchronized Map<String, String> foremost() {
        if (foremost == null) {
            Map<String, Registration> best = new HashMap<>();
            index.forEach(registration -> policies.of(registration)
                    .map(BrandPolicy::key)
                    .ifPresent(brand ->
                            best.merge(brand, registration, (a, b) -> FOREMOST.compare(a, b) <= 0 ? a : b)));
            Map<String, String> ids = new HashMap<>();
            best.forEach((brand, registration) -> ids.put(brand, registration.id()));
            foremost = ids;
        }
        return foremost;
    }
}
