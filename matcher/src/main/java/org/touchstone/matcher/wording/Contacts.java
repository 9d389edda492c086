package org.touchstone.matcher.wording;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.touchstone.hit.Evidence;
import org.touchstone.indexer.sign.SignText;
import org.touchstone.indexer.sign.SignText.Gap;
import org.touchstone.indexer.sign.SignText.Kind;

/** Invitations to deal outside the marketplace. */
final class Contacts {
    /** Digits of an account or a telephone number, with blanks or hyphens between. */
    private static final int LEAST_DIGITS = 7;

    private static final int MOST_DIGITS = 15;

    /** Letters and digits of an account's name. */
    private static final int LEAST_NAME = 6;

    private static final int LEAST_NAME_AFTER_COLON = 5;
    private static final int MOST_NAME = 24;

    private Contacts() {}

    /** The strongest invitation; empty when there is none but words of other meanings. */
    static Optional<Evidence.Circumstance> of(Offer offer) {
        Set<Integer> entries = new HashSet<>();
        String best = "";
        String other = "";
        double weight = 0;
        for (Reading reading : offer.readings()) {
            for (Found one : reading.of(Sense.CONTACT)) {
                boolean ambiguous = one.entry().grade() == Grade.AMBIGUOUS;
                int address = addressEnd(reading, one.end());
                boolean addressed = address > one.end();
                double mine = addressed ? Weights.CONTACT_WITH_ADDRESS : ambiguous ? 0 : Weights.CONTACT;
                if (mine > weight) {
                    weight = mine;
                    best = "'" + reading.quote(one.start(), address) + "' ("
                            + one.entry().grade().word() + (addressed ? ", with an address)" : ")");
                }
                if (weight == 0 && entries.add(one.entry().number())) {
                    other += (other.isEmpty() ? "'" : ", '") + reading.quote(one) + "'";
                }
            }
        }
        if (weight == 0 && entries.size() > 1) {
            weight = Weights.PERHAPS_CONTACT;
            best = other + " (ambiguous, beside each other)";
        }
        return weight == 0
                ? Optional.empty()
                : Optional.of(
                        new Evidence.Circumstance(OfferWording.CONTACT, weight, "leads off the platform: " + best));
    }

    /** The end of a number or an account's name that starts at a letter; the letter itself when none does. */
    private static int addressEnd(Reading reading, int start) {
        SignText text = reading.text();
        boolean model = start < text.length() && reading.between(start).equals("-");
        if (start >= text.length() || text.gap(start) == Gap.BREAK || model) {
            return start;
        }
        int digits = start;
        while (digits < text.length()
                && Character.isDigit(text.folded(digits))
                && text.gap(digits) != Gap.BREAK
                && digits - start <= MOST_DIGITS) {
            digits++;
        }
        if (digits - start >= LEAST_DIGITS && digits - start <= MOST_DIGITS) {
            return digits;
        }
        boolean colon = reading.between(start).chars().anyMatch(c -> c == ':' || c == '：');
        int end = start;
        boolean figure = false;
        while (end < text.length()
                && text.kind(end) == Kind.WORD
                && (end == start
                        || text.gap(end).compareTo(Gap.HIDDEN) <= 0
                        || reading.between(end).equals("_"))
                && end - start <= MOST_NAME) {
            figure |= Character.isDigit(text.folded(end));
            end++;
        }
        int length = end - start;
        boolean name = colon
                ? length >= LEAST_NAME_AFTER_COLON
                : length >= LEAST_NAME && figure && !Character.isDigit(text.folded(start));
        return name && length <= MOST_NAME ? end : start;
    }
}
