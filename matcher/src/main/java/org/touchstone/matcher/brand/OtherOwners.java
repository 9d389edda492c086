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
import org.touchstone.mark.BrandPolicy.Coexisting;
import org.touchstone.mark.Registration;
import org.touchstone.matcher.brand.Places.Fit;

/** Whether an offer is made under the like mark of another lawful owner. */
final class OtherOwners {
    private final BrandPolicy policy;
    private final Listing listing;
    private final LocalDate day;

    OtherOwners(BrandPolicy policy, Listing listing, LocalDate day) {
        this.policy = policy;
        this.listing = listing;
        this.day = day;
    }

    /** What speaks for the seller; empty when nothing points to another owner. */
    Optional<Circumstance> evidence(
            Registration mark,
            List<Evidence> signs,
            SeenMarks seen,
            Function<Registration, Optional<BrandPolicy>> brandOf,
            Function<String, List<BrandPolicy>> brandsOf) {
        Seller seller = listing.seller() == null ? new Seller("", "", "") : listing.seller();
        for (Coexisting other : policy.coexisting()) {
            if (Places.within(other.territories(), seller.location(), Markets.countries(listing)) == Fit.NO) {
                continue;
            }
            Optional<Circumstance> found = seller(other, seller, brandsOf.apply(other.owner()))
                    .or(() -> sign(other, mark, signs, seen, brandOf));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Circumstance> seller(Coexisting other, Seller seller, List<BrandPolicy> brands) {
        String owner = OwnerName.key(other.owner());
        boolean itself = !owner.isEmpty() && owner.equals(OwnerName.key(seller.name()));
        boolean sells = itself
                || Names.ofSeller(other.sellers(), listing).isPresent()
                || brands.stream()
                        .anyMatch(brand -> new BrandCircumstances(brand, listing, day)
                                .seller()
                                .isPresent());
        return sells
                ? Optional.of(evidence(Weights.OTHER_OWNER, "another lawful owner sells: " + other.owner(), other))
                : Optional.empty();
    }

    /** A mark that stands there letter by letter is its owner's, the longer one where there are two. */
    private Optional<Circumstance> sign(
            Coexisting other,
            Registration mark,
            List<Evidence> signs,
            SeenMarks seen,
            Function<Registration, Optional<BrandPolicy>> brandOf) {
        String owner = OwnerName.key(other.owner());
        List<String> theirs = new ArrayList<>(other.marks());
        List<String> ours = new ArrayList<>(policy.names());
        ours.add(mark.mark().text());
        for (Registration one : seen.registrations()) {
            boolean its =
                    other.marks().contains(one.id()) || OwnerName.keys(one).contains(owner);
            if (its) {
                theirs.add(one.mark().text());
            } else if (brandOf.apply(one).filter(policy::equals).isPresent()) {
                ours.add(one.mark().text());
            }
        }
        theirs.removeIf(String::isBlank);
        ours.removeIf(String::isBlank);
        String quote = "";
        boolean both = false;
        for (Evidence sign : signs) {
            if (!(sign instanceof Evidence.Word word)) {
                continue;
            }
            int their = SeenMarks.longestOver(word, listing, theirs);
            int our = SeenMarks.longestOver(word, listing, ours);
            if (their == 0 || their < our) {
                return Optional.empty();
            }
            both |= their == our;
            quote = word.quote();
        }
        if (quote.isEmpty()) {
            return Optional.empty();
        }
        String note = both
                ? "mark of another lawful owner, too: '" + quote + "' is as well one of " + other.owner()
                : "mark of another lawful owner: '" + quote + "' stands in one of " + other.owner();
        return Optional.of(evidence(both ? Weights.MARK_OF_BOTH : Weights.OTHER_OWNERS_MARK, note, other));
    }

    private static Circumstance evidence(double weight, String sentence, Coexisting other) {
        return new Circumstance(
                BrandCircumstances.SELLER, weight, sentence + (other.note().isEmpty() ? "" : ": " + other.note()));
    }
}
