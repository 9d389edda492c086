package org.touchstone.matcher.wording;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.touchstone.hit.Evidence;
import org.touchstone.listing.Listing;

/**
 * What the words of an offer say of its use of signs: replica, comparison, made to fit, second-hand, denial, contact
 * off the platform. Words are read in disguise as signs are, and a word of several meanings counts only when something
 * supports one of them. Time is linear in the length of the texts. Immutable and thread-safe.
 */
public final class OfferWording {
    /** Kinds of evidence. */
    public static final String LAWFUL_USE = "lawful-use";

    public static final String REPLICA = "replica-wording";
    public static final String COMPARISON = "comparison";
    public static final String DENIAL = "denial";
    public static final String CONTACT = "contact";

    private final Replicas replicas;
    private final MadeToFit fits;
    private final Sayings sayings;
    private final Optional<Evidence.Circumstance> secondHand;
    private final Optional<Evidence.Circumstance> contact;

    /**
     * Reads an offer.
     *
     * @param signs the signs of each mark that was seen in it; other brands' names in a list are known by them
     */
    public OfferWording(Listing listing, Collection<? extends Collection<Evidence>> signs) {
        Offer offer = new Offer(listing, signs);
        replicas = new Replicas(offer);
        fits = new MadeToFit(offer);
        sayings = new Sayings(offer);
        secondHand = secondHand(listing, offer);
        contact = Contacts.of(offer);
    }

    /** What is said for and against one mark, whose signs these are; at most one circumstance for each reason. */
    public List<Evidence.Circumstance> of(List<Evidence> signs) {
        List<Evidence.Circumstance> found = new ArrayList<>();
        replicas.of(signs).ifPresent(found::add);
        sayings.comparison(signs).ifPresent(found::add);
        fits.of(signs).ifPresent(found::add);
        secondHand.ifPresent(found::add);
        sayings.denial(signs).or(replicas::denial).ifPresent(found::add);
        contact.ifPresent(found::add);
        return found;
    }

    private static Optional<Evidence.Circumstance> secondHand(Listing listing, Offer offer) {
        if (listing.condition().equalsIgnoreCase("used")) {
            return Optional.of(secondHand("condition is 'used'"));
        }
        for (Reading reading : offer.readings()) {
            for (Found one : reading.of(Sense.SECOND_HAND)) {
                return Optional.of(secondHand(
                        "'" + reading.quote(one) + "' (" + one.entry().grade().word() + ")"));
            }
        }
        return Optional.empty();
    }

    private static Evidence.Circumstance secondHand(String what) {
        return new Evidence.Circumstance(LAWFUL_USE, Weights.SECOND_HAND, "second-hand: " + what);
    }
}
