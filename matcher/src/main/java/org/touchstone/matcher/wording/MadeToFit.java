package org.touchstone.matcher.wording;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.touchstone.hit.Evidence;
import org.touchstone.indexer.sign.SignText;
import org.touchstone.indexer.sign.SignText.Gap;
import org.touchstone.indexer.sign.SignText.Kind;
import org.touchstone.matcher.text.Vocabulary;

/**
 * Whether the words beside a sign say that the goods are made to fit the brand's: "for" and its like before the sign,
 * with nothing but other brands, models and small words between; or "compatible" and its like behind it. Thread-safe.
 */
final class MadeToFit {
    /** Words and letters that stand between "for" and the sign at most. */
    private static final int MOST_WORDS = 10;

    private static final int MOST_LETTERS = 72;

    /** Letters of a Chinese name of a brand. */
    private static final int LONGEST_NAME = 6;

    private static final int MOST_MODEL_WORDS = 4;
    private static final String LISTING = "/、&+＋／";

    private final Offer offer;

    MadeToFit(Offer offer) {
        this.offer = offer;
    }

    /** What is said beside a mark's signs; empty when none is named as what the goods fit. */
    Optional<Evidence.Circumstance> of(List<Evidence> signs) {
        for (Evidence sign : signs) {
            Reading reading = sign instanceof Evidence.Word word ? offer.reading(word.field()) : null;
            if (reading == null) {
                continue;
            }
            Offer.Place place = Offer.place(reading, (Evidence.Word) sign);
            Optional<Evidence.Circumstance> found = byField(reading)
                    .or(() -> before(reading, place.start(), false))
                    .or(() -> behind(reading, place.end()))
                    .or(() -> again(reading, place));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** An attribute whose name says it, such as {@code attributes.适用机型}. */
    private static Optional<Evidence.Circumstance> byField(Reading reading) {
        String field = reading.field();
        if (!field.startsWith("attributes.")) {
            return Optional.empty();
        }
        Reading name = Reading.of(field, field.substring("attributes.".length()));
        boolean fits =
                name.of(Sense.FITS_BEFORE).stream().anyMatch(one -> one.entry().grade() == Grade.OPEN)
                        || name.of(Sense.FITS_AFTER).stream()
                                .anyMatch(one -> one.entry().grade() == Grade.OPEN);
        return fits
                ? Optional.of(circumstance(Weights.MADE_TO_FIT, name.text().raw(), "open, name of the attribute"))
                : Optional.empty();
    }

    /** The sign's letters once more in the text, behind words of compatibility. */
    private Optional<Evidence.Circumstance> again(Reading reading, Offer.Place sign) {
        List<Found> fits = reading.of(Sense.FITS_BEFORE);
        for (Found one : fits.subList(0, Math.min(fits.size(), MOST_WORDS))) {
            int last = Math.min(one.end() + MOST_LETTERS, reading.text().length() - sign.length());
            for (int i = one.end(); i <= last; i++) {
                Optional<Evidence.Circumstance> found =
                        reading.sameLetters(sign, i) ? before(reading, i, true) : Optional.empty();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** @param again whether the sign stands elsewhere in the text as well, where nothing is said beside it */
    private Optional<Evidence.Circumstance> before(Reading reading, int sign, boolean again) {
        List<Found> all = reading.of(Sense.FITS_BEFORE);
        Found nearest = null;
        for (int i = Reading.firstFrom(all, sign) - 1; i >= 0 && all.get(i).start() >= sign - MOST_LETTERS; i--) {
            Found one = all.get(i);
            if (one.end() <= sign && (nearest == null || one.contains(nearest))) {
                nearest = one;
            }
        }
        if (nearest == null || endsWithComma(reading, nearest) || !mayStandBetween(reading, nearest, sign)) {
            return Optional.empty();
        }
        boolean open = nearest.entry().grade() == Grade.OPEN;
        boolean ambiguous = nearest.entry().grade() == Grade.AMBIGUOUS;
        boolean accessory = offer.sellsAccessory(reading);
        if (ambiguous && !accessory) {
            return Optional.empty();
        }
        return Optional.of(circumstance(
                (open || accessory) && !again && !ambiguous ? Weights.MADE_TO_FIT : Weights.PERHAPS_MADE_TO_FIT,
                reading.quote(
                        nearest.start(),
                        Math.max(nearest.end(), Math.min(sign, reading.text().length()))),
                nearest.entry().grade().word()
                        + (open ? "" : accessory ? ", with an accessory" : ", no accessory named")
                        + (again ? ", but the sign stands elsewhere too" : "")));
    }

    private static boolean endsWithComma(Reading reading, Found fits) {
        return reading.between(fits.end()).chars().anyMatch(c -> c == ',' || c == '，');
    }

    private boolean mayStandBetween(Reading reading, Found fits, int sign) {
        SignText text = reading.text();
        int words = 0;
        for (int i = fits.end(); i < sign; ) {
            int end = i + 1;
            while (end < sign
                    && text.kind(end) == text.kind(i)
                    && text.gap(end).compareTo(Gap.HIDDEN) <= 0
                    && offer.isSign(reading, end) == offer.isSign(reading, i)) {
                end++;
            }
            boolean inList = end < text.length() && reading.between(end).chars().anyMatch(c -> LISTING.indexOf(c) >= 0);
            boolean first = i == fits.end();
            if (reading.stops(i) || ++words > MOST_WORDS || !mayStand(reading, i, end, inList, first)) {
                return false;
            }
            i = end;
        }
        return !reading.stops(sign);
    }

    private boolean mayStand(Reading reading, int start, int end, boolean inList, boolean first) {
        if (offer.isSign(reading, start)) {
            return !reading.is(Sense.PERSON, start, end);
        }
        SignText text = reading.text();
        String word = text.folded(start, end);
        if (text.kind(start) == Kind.WORD) {
            if (word.chars().allMatch(Character::isDigit)) {
                return !first || word.length() > 2;
            }
            return reading.is(Sense.FILLER, start, end)
                    || !reading.is(Sense.PERSON, start, end) && (inList || !Vocabulary.isCommonEnglish(word));
        }
        int from = afterFillers(reading, start, end);
        return from == end
                || end - from <= LONGEST_NAME
                        && !hasPerson(reading, from, end)
                        && (inList || !Vocabulary.isChinese(text.base(from, end)));
    }

    private static int afterFillers(Reading reading, int start, int end) {
        List<Found> all = reading.of(Sense.FILLER);
        int from = start;
        int longest = start;
        for (int i = Reading.firstFrom(all, start); i < all.size() && all.get(i).start() <= longest; i++) {
            Found filler = all.get(i);
            from = filler.start() > from ? longest : from;
            if (filler.start() == from && filler.end() <= end) {
                longest = Math.max(longest, filler.end());
            }
        }
        return longest;
    }

    private static boolean hasPerson(Reading reading, int start, int end) {
        List<Found> all = reading.of(Sense.PERSON);
        int i = Reading.firstFrom(all, start);
        return i < all.size() && all.get(i).end() <= end;
    }

    private Optional<Evidence.Circumstance> behind(Reading reading, int sign) {
        List<Found> all = reading.of(Sense.FITS_AFTER);
        int at = Reading.firstFrom(all, sign);
        for (int i = at; i < all.size() && all.get(i).start() <= sign + MOST_LETTERS / 2; i++) {
            Found one = all.get(i);
            boolean open = one.entry().grade() == Grade.OPEN;
            if (!isModel(reading, sign, one.start())) {
                return Optional.empty();
            }
            if (ofWhatFollows(reading, one.end())) {
                continue;
            }
            if (open || offer.sellsAccessory(reading)) {
                return Optional.of(circumstance(
                        open ? Weights.MADE_TO_FIT : Weights.LIKELY_NOT_THE_BRANDS_OWN,
                        reading.quote(one),
                        one.entry().grade().word() + ", behind the sign" + (open ? "" : ", with an accessory")));
            }
        }
        return Optional.empty();
    }

    /** Whether nothing but a model's name stands between the sign and the words behind it. */
    private static boolean isModel(Reading reading, int start, int end) {
        SignText text = reading.text();
        int words = 0;
        for (int i = start; i < end; ) {
            int to = i + 1;
            boolean digit = Character.isDigit(text.folded(i));
            while (to < end && text.kind(to) == text.kind(i) && text.gap(to).compareTo(Gap.HIDDEN) <= 0) {
                digit |= Character.isDigit(text.folded(to));
                to++;
            }
            boolean model = text.kind(i) == Kind.WORD && (digit || to - i <= 2) || reading.is(Sense.MODEL, i, to);
            if (!model || reading.stops(i) || ++words > MOST_MODEL_WORDS) {
                return false;
            }
            i = to;
        }
        return !reading.stops(end);
    }

    /** Whether "compatible" behind a sign belongs to another brand or a model behind it. */
    private boolean ofWhatFollows(Reading reading, int end) {
        SignText text = reading.text();
        if (end >= text.length() || reading.stops(end)) {
            return false;
        }
        boolean chinese = text.kind(end - 1) == Kind.HAN;
        return offer.isSign(reading, end) || chinese && text.kind(end) == Kind.WORD;
    }

    private static Evidence.Circumstance circumstance(double weight, String quote, String reason) {
        return new Evidence.Circumstance(
                OfferWording.LAWFUL_USE, weight, String.format(Locale.ROOT, "made to fit: '%s' (%s)", quote, reason));
    }
}
