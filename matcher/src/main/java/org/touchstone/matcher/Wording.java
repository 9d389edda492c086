package org.touchstone.matcher;

import java.util.Collection;
import java.util.List;
import org.touchstone.hit.Evidence;
import org.touchstone.listing.Listing;
import org.touchstone.matcher.wording.OfferWording;

/** What the words around signs say about their use, by the names that the score knows. Immutable and thread-safe. */
final class Wording {
    static final String LAWFUL_USE = OfferWording.LAWFUL_USE;
    static final String REPLICA = OfferWording.REPLICA;
    static final String COMPARISON = OfferWording.COMPARISON;
    static final String DENIAL = OfferWording.DENIAL;
    static final String CONTACT = OfferWording.CONTACT;

    private final OfferWording words;

    private Wording(OfferWording words) {
        this.words = words;
    }

    /**
     * Reads a listing.
     *
     * @param signs the signs of each mark that was seen in it
     */
    static Wording of(Listing listing, Collection<? extends Collection<Evidence>> signs) {
        return new Wording(new OfferWording(listing, signs));
    }

    /** What is said for and against one mark, whose signs these are. */
    List<Evidence.Circumstance> beside(List<Evidence> signs) {
        return words.of(signs);
    }
}
