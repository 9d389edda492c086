package org.touchstone.matcher.brand;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.touchstone.hit.Evidence;
import org.touchstone.listing.Grams;
import org.touchstone.listing.Listing;
import org.touchstone.listing.Price;
import org.touchstone.mark.BrandPolicy.ReferencePrice;

/** Holds an offer's price against what genuine goods cost. */
final class Prices {
    private static final double CHEAP = 1.0 / 3;
    private static final double VERY_CHEAP = 1.0 / 5;

    private static final Set<String> NET_WEIGHT = Set.of("净含量", "净重", "net weight", "net content", "net wt");

    private Prices() {}

    /** A reference price with its part that is asked here. */
    private record Compared(ReferencePrice reference, double share) {}

    /**
     * What the price says; empty where it is not far below. Prices of products count where the title names them, else those
     * for all goods by weight; the cheapest where there are several.
     */
    static Optional<Evidence.Circumstance> evidence(Listing listing, List<ReferencePrice> references) {
        Price price = listing.price();
        if (references.isEmpty() || price == null || price.amount().signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal grams = grams(listing);
        String title = Names.folded(listing.title());
        List<ReferencePrice> fitting = references.stream()
                .filter(one -> one.currency().equals(price.currency()))
                .filter(one -> one.grams() == null ? isNamed(one, title) : grams != null)
                .toList();
        List<ReferencePrice> named =
                fitting.stream().filter(one -> isNamed(one, title)).toList();
        List<ReferencePrice> general =
                fitting.stream().filter(one -> one.product().isEmpty()).toList();
        List<Compared> compared = new ArrayList<>();
        for (ReferencePrice one : named.isEmpty() ? general : named) {
            compared.add(new Compared(one, share(price.amount(), grams, one)));
        }
        return compared.stream()
                .max((a, b) -> Double.compare(a.share(), b.share()))
                .filter(one -> one.share() <= CHEAP)
                .map(one -> new Evidence.Circumstance(
                        BrandCircumstances.PRICE,
                        one.share() <= VERY_CHEAP ? Weights.VERY_CHEAP : Weights.CHEAP,
                        note(one)));
    }

    private static boolean isNamed(ReferencePrice reference, String title) {
        return !reference.product().isEmpty() && title.contains(Names.folded(reference.product()));
    }

    private static double share(BigDecimal amount, @Nullable BigDecimal grams, ReferencePrice reference) {
        BigDecimal usual = reference.grams() == null || grams == null
                ? reference.amount()
                : reference.amount().multiply(grams).divide(reference.grams(), MathContext.DECIMAL64);
        return amount.divide(usual, MathContext.DECIMAL64).doubleValue();
    }

    private static String note(Compared one) {
        ReferencePrice reference = one.reference();
        String weight = reference.grams() == null
                ? ""
                : " per " + reference.grams().stripTrailingZeros().toPlainString() + " g";
        String product = reference.product().isEmpty() ? "" : " for " + reference.product();
        return String.format(
                Locale.ROOT,
                "far below the reference price: %.0f%% of %s %s%s%s",
                one.share() * 100,
                reference.amount().stripTrailingZeros().toPlainString(),
                reference.currency(),
                weight,
                product);
    }

    /** What is offered weighs; null where the offer names no weight or several. */
    private static @Nullable BigDecimal grams(Listing listing) {
        Set<BigDecimal> found = Grams.in(listing.title());
        if (found.isEmpty()) {
            for (Map.Entry<String, String> attribute : listing.attributes().entrySet()) {
                if (NET_WEIGHT.contains(Names.folded(attribute.getKey()))) {
                    found = Grams.in(attribute.getValue());
                }
            }
        }
        return found.size() == 1 ? found.iterator().next() : null;
    }
}
