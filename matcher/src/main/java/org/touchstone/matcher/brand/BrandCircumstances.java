package org.touchstone.matcher.brand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.touchstone.hit.Evidence;
import org.touchstone.hit.Evidence.Circumstance;
import org.touchstone.indexer.OwnerName;
import org.touchstone.listing.Listing;
import org.touchstone.listing.Seller;
import org.touchstone.mark.BrandPolicy;
import org.touchstone.mark.BrandPolicy.AuthorisedSeller;
import org.touchstone.mark.BrandPolicy.TimeHonoured;
import org.touchstone.mark.Registration;
import org.touchstone.matcher.brand.Places.Fit;

/** What one brand's policy says for and against one offer, besides its signs. Immutable and thread-safe. */
public final class BrandCircumstances {
    /** Kinds of evidence. */
    public static final String SELLER = "seller";

    public static final String ORIGIN = "origin";
    public static final String PRICE = "price";
    public static final String CLAIM = "claim";
    public static final String DEFENSIVE = "defensive";

    private final BrandPolicy policy;
    private final Listing listing;
    private final LocalDate day;

    /** @param day on which the offer was seen */
    public BrandCircumstances(BrandPolicy policy, Listing listing, LocalDate day) {
        this.policy = policy;
        this.listing = listing;
        this.day = day;
    }

    /** What speaks for the seller as a person; empty when the policy does not know them. */
    public Optional<Circumstance> seller() {
        return Names.ofSeller(policy.officialShops(), listing)
                .map(shop -> new Circumstance(SELLER, Weights.OFFICIAL, "official shop: " + shop))
                .or(this::authorisedUser)
                .or(this::authorisedSeller);
    }

    private Optional<Circumstance> authorisedUser() {
        return policy.geographicalIndication() == null
                ? Optional.empty()
                : Names.ofSeller(policy.geographicalIndication().authorisedUsers(), listing)
                        .map(user -> new Circumstance(
                                SELLER, Weights.AUTHORISED, "authorised user of the indication: " + user));
    }

    private Optional<Circumstance> authorisedSeller() {
        Optional<Circumstance> perhaps = Optional.empty();
        for (AuthorisedSeller authorised : policy.authorisedSellers()) {
            Optional<String> name = Names.ofSeller(authorised.names(), listing);
            boolean here = authorised.marketplace().isEmpty()
                    || authorised.marketplace().equalsIgnoreCase(listing.marketplace());
            Fit fit = name.isPresent() && here && authorised.period().holdsOn(day)
                    ? within(authorised.territories())
                    : Fit.NO;
            if (fit == Fit.YES) {
                String where = authorised.territories().isEmpty()
                        ? ""
                        : ", for " + String.join(", ", authorised.territories());
                return name.map(
                        known -> new Circumstance(SELLER, Weights.AUTHORISED, "authorised seller: " + known + where));
            }
            if (fit == Fit.UNKNOWN) {
                perhaps = name.map(known -> new Circumstance(
                        SELLER,
                        Weights.PERHAPS_AUTHORISED,
                        "authorised seller, place not known: " + known + ", only for "
                                + String.join(", ", authorised.territories())));
            }
        }
        return perhaps;
    }

    private Fit within(List<String> territories) {
        Seller seller = listing.seller();
        return Places.within(territories, seller == null ? "" : seller.location(), Markets.countries(listing));
    }

    /**
     * All that the policy says of a hit.
     *
     * @param mark the registration that was hit, one of the brand's
     * @param signs where it was seen
     * @param seen all registrations that were seen in the listing
     * @param brandOf the brand of a registration
     * @param brandsOf the brands of an owner
     * @param lawful whether the wording already says that the use is lawful; the price then says nothing
     */
    public List<Circumstance> of(
            Registration mark,
            List<Evidence> signs,
            SeenMarks seen,
            Function<Registration, Optional<BrandPolicy>> brandOf,
            Function<String, List<BrandPolicy>> brandsOf,
            boolean lawful) {
        List<Circumstance> found = new ArrayList<>();
        Optional<Circumstance> own = seller();
        own.or(() -> new OtherOwners(policy, listing, day).evidence(mark, signs, seen, brandOf, brandsOf))
                .ifPresent(found::add);
        if (own.isEmpty()) {
            defensive(mark, signs).ifPresent(found::add);
            if (policy.geographicalIndication() != null) {
                Origins.evidence(listing, policy.geographicalIndication()).ifPresent(found::add);
            }
            if (!lawful) {
                Prices.evidence(listing, policy.prices()).ifPresent(found::add);
            }
        }
        HonouredClaims.evidence(listing, day, policy.timeHonoured(), known(own.isPresent()))
                .ifPresent(found::add);
        return found;
    }

    /** A mark that is held only to keep others off, or the sign of such a one in place of the brand's. */
    private Optional<Circumstance> defensive(Registration mark, List<Evidence> signs) {
        return policy.defensive().stream()
                .filter(held -> held.equals(mark.id())
                        || Names.folded(held).equals(Names.folded(mark.mark().text()))
                        || signs.stream()
                                .anyMatch(sign -> sign instanceof Evidence.Word word
                                        && SeenMarks.longestOver(word, listing, List.of(held)) > 0))
                .findFirst()
                .map(held -> new Circumstance(
                        DEFENSIVE,
                        Weights.DEFENSIVE,
                        "defensive registration: '"
                                + (held.equals(mark.id()) ? mark.mark().text() : held) + "' of "
                                + (policy.owners().isEmpty()
                                        ? "the owner"
                                        : policy.owners().getFirst()) + ", the owner of "
                                + (policy.names().isEmpty()
                                        ? policy.key()
                                        : policy.names().getFirst())
                                + "; no genuine goods are sold under it"));
    }

    /** Whether the seller is one of the brand's own; empty when the policy names nobody. */
    private Optional<Boolean> known(boolean own) {
        boolean names = !policy.officialShops().isEmpty()
                || !policy.authorisedSellers().isEmpty()
                || policy.geographicalIndication() != null;
        if (own || isOwner()) {
            return Optional.of(true);
        }
        return names ? Optional.of(false) : Optional.empty();
    }

    private boolean isOwner() {
        String name =
                listing.seller() == null ? "" : OwnerName.key(listing.seller().name());
        return !name.isEmpty()
                && (policy.owners().stream()
                                .anyMatch(owner -> OwnerName.key(owner).equals(name))
                        || policy.timeHonoured().stream()
                                .map(TimeHonoured::holder)
                                .anyMatch(holder -> OwnerName.key(holder).equals(name)));
    }
}
