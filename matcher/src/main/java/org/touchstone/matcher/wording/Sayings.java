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
        for (int i = Reading.firstFrom(all, sign.start() - COMPARED);
                i < all.size() && all.get(i).start() <= sign.end() + COMPARED;
                i++) {
            if (all.get(i).start() >= sign.end() || all.get(i).end() <= sign.start()) {
                return compared(reading, all.get(i), ", near the sign");
            }
        }
        Found beside = reading.endingAt(Sense.COMPARISON_BEFORE, sign.start());
        beside = beside == null ? reading.startingAt(Sense.COMPARISON_AFTER, sign.end()) : beside;
        return beside == null ? null : compared(reading, beside, ", beside the sign");
    }

    private static Optional<Evidence.Circumstance> open(Offer offer) {
        for (Reading reading : offer.readings()) {
            for (Found one : reading.of(Sense.COMPARISON)) {
                if (one.entry().grade() == Grade.OPEN) {
                    return Optional.of(compared(reading, one, ""));
                }
            }
        }
        return Optional.empty();
    }

    private static Evidence.Circumstance compared(Reading reading, Found one, String where) {
        Grade grade = one.entry().grade();
        return new Evidence.Circumstance(
                OfferWording.COMPARISON,
                grade == Grade.AMBIGUOUS ? Weights.LIKENED : Weights.COMPARED,
                "sold by comparison: '" + reading.quote(one) + "' (" + grade.word() + where + ")");
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
                        "said to be unbranded: '" + reading.quote(one) + "' ("
                                + one.entry().grade().word() + ")"));
            }
        }
        return Optional.empty();
    }

    private static Optional<Evidence.Circumstance> deniedAt(Reading reading, Offer.Place sign) {
        Found before = reading.endingAt(Sense.DENIAL_BEFORE, sign.start());
        if (before != null) {
            return denied(reading, before.start(), sign.end());
        }
        Found behind = reading.startingAt(Sense.DENIAL_AFTER, sign.end());
        return behind != null && isTogether(reading.text(), sign.start() - 1)
                ? denied(reading, sign.start() - 1, behind.end())
                : Optional.empty();
    }

    private static boolean isTogether(SignText text, int letter) {
        return letter >= 0 && TOGETHER.indexOf(text.base(letter)) >= 0;
    }

    private static Optional<Evidence.Circumstance> denied(Reading reading, int start, int end) {
        return Optional.of(new Evidence.Circumstance(
                OfferWording.DENIAL,
                Weights.DENIED,
                "said not to be the brand's: '" + reading.quote(start, end)
                        + "' (strong; counterfeit sellers deny too)"));
    }
}
