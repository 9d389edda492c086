package org.touchstone.matcher.wording;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.touchstone.hit.Evidence;
import org.touchstone.indexer.sign.SignText;

/** Comparison with a brand, and denial of it: what is said close beside a sign. Thread-safe. */
final class Sayings {
    /** Letters between a comparison and the sign. */
    private static final int COMPARED = 10;

    private static final String TOGETHER = "与和跟同";

    private final Offer offer;
    private final Optional<Evidence.Circumstance> open;

    Sayings(Offer offer) {
        this.offer = offer;
        open = open(offer);
    }

    /** That the offer is compared with the mark: openly anywhere, in other words close to a sign. */
    Optional<Evidence.Circumstance> comparison(List<Evidence> signs) {
        if (open.isPresent()) {
            return open;
        }
        Evidence.@Nullable Circumstance best = null;
        for (Evidence sign : signs) {
            Reading reading = sign instanceof Evidence.Word word ? offer.reading(word.field()) : null;
            if (reading != null && !reading.field().startsWith("attributes.")) {
                Evidence.@Nullable Circumstance mine = close(reading, Offer.place(reading, (Evidence.Word) sign));
                best = best == null || mine != null && mine.weight() > best.weight() ? mine : best;
            }
        }
        return Optional.ofNullable(best);
    }

    private static Evidence.@Nullable Circumstance close(Reading reading, Offer.Place sign) {
        List<Found> all = reading.of(Sense.COMPARISON);
        Evidence.@Nullable Circumstance best = null;
        for (int i = Reading.firstFrom(all, sign.start() - COMPARED - Reading.NEAR);
                i < all.size() && all.get(i).start() <= sign.end() + COMPARED;
                i++) {
            Found one = all.get(i);
            int apart = Math.max(sign.start() - one.end(), one.start() - sign.end());
            boolean strong = one.entry().grade() != Grade.AMBIGUOUS;
            if (apart >= 0 && apart <= (strong ? COMPARED : 0) && (best == null || strong)) {
                best = compared(reading, one, strong ? Weights.COMPARED : Weights.LIKENED, ", near the sign");
            }
        }
        return best;
    }

    private static Optional<Evidence.Circumstance> open(Offer offer) {
        for (Reading reading : offer.readings()) {
            for (Found one : reading.of(Sense.COMPARISON)) {
                if (one.entry().grade() == Grade.OPEN) {
                    return Optional.of(compared(reading, one, Weights.COMPARED, ""));
                }
            }
        }
        return Optional.empty();
    }

    private static Evidence.Circumstance compared(Reading reading, Found one, double weight, String where) {
        return new Evidence.Circumstance(
                OfferWording.COMPARISON,
                weight,
                "sold by comparison: '" + reading.quote(one) + "' (" + one.entry().grade().word() + where + ")");
    }

    /** That the goods are said not to be the mark's, or of no brand. */
    Optional<Evidence.Circumstance> denial(List<Evidence> signs) {
        for (Evidence sign : signs) {
            Reading reading = sign instanceof Evidence.Word word ? offer.reading(word.field()) : null;
            if (reading != null) {
                Optional<Evidence.Circumstance> found = deniedAt(reading, Offer.place(reading, (Evidence.Word) sign));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        for (Reading reading : offer.readings()) {
            for (Found one : reading.of(Sense.DENIAL)) {
                return Optional.of(new Evidence.Circumstance(
                        OfferWording.DENIAL,
                        Weights.UNBRANDED,
                        "said to be unbranded: '" + reading.quote(one) + "' (" + one.entry().grade().word() + ")"));
            }
        }
        return Optional.empty();
    }

    private static Optional<Evidence.Circumstance> deniedAt(Reading reading, Offer.Place sign) {
        List<Found> before = reading.of(Sense.DENIAL_BEFORE);
        for (int i = Reading.firstFrom(before, sign.start() - Reading.NEAR);
                i < before.size() && before.get(i).start() < sign.start();
                i++) {
            if (before.get(i).end() == sign.start() && !reading.stops(sign.start())) {
                return denied(reading, before.get(i).start(), sign.end());
            }
        }
        List<Found> behind = reading.of(Sense.DENIAL_AFTER);
        int i = Reading.firstFrom(behind, sign.end());
        boolean follows = i < behind.size() && behind.get(i).start() == sign.end();
        return follows && isTogether(reading.text(), sign.start() - 1)
                ? denied(reading, sign.start() - 1, behind.get(i).end())
                : Optional.empty();
    }

    private static boolean isTogether(SignText text, int letter) {
        return letter >= 0 && TOGETHER.indexOf(text.base(letter)) >= 0;
    }

    private static Optional<Evidence.Circumstance> denied(Reading reading, int start, int end) {
        return Optional.of(new Evidence.Circumstance(
                OfferWording.DENIAL,
                Weights.DENIED,
                "said not to be the brand's: '" + reading.quote(start, end) + "' (strong; counterfeit sellers deny too)"));
    }
}
