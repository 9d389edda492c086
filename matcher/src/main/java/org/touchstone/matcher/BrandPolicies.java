package org.touchstone.matcher;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.touchstone.hit.Evidence;
import org.touchstone.indexer.OwnerName;
import org.touchstone.indexer.SignOrigin;
import org.touchstone.listing.Listing;
import org.touchstone.mark.BrandPolicy;
import org.touchstone.mark.Registration;
import org.touchstone.matcher.brand.BrandCircumstances;
import org.touchstone.matcher.brand.Names;
import org.touchstone.matcher.brand.SeenMarks;

/** The holders' policies: whose a registration is, and what they say of an offer. Thread-safe. */
public final class BrandPolicies {
    static final String SELLER = BrandCircumstances.SELLER;

    private static final String ALIAS = SignOrigin.ALIAS.key();

    private final Map<String, BrandPolicy> byKey = new HashMap<>();
    private final Map<String, List<BrandPolicy>> byName = new HashMap<>();
    private final Map<String, List<BrandPolicy>> byOwner = new HashMap<>();
    private final Clock clock;

    public BrandPolicies(List<BrandPolicy> policies, Clock clock) {
        this.clock = clock;
        for (BrandPolicy policy : policies) {
            byKey.put(policy.key(), policy);
            policy.names().forEach(name -> add(byName, Names.folded(name), policy));
            policy.defensive().forEach(held -> add(byName, Names.folded(held), policy));
            policy.owners().forEach(owner -> add(byOwner, OwnerName.key(owner), policy));
        }
    }

    private static void add(Map<String, List<BrandPolicy>> map, String key, BrandPolicy policy) {
        if (!key.isEmpty()) {
            map.computeIfAbsent(key, unseen -> new ArrayList<>()).add(policy);
        }
    }

    boolean isEmpty() {
        return byKey.isEmpty();
    }

    /**
     * The policy for a registration: by its brand; else by its text or id among a brand's names and defensive marks, unless
     * its holder is known to be somebody else than the brand's owners; else by its holder.
     */
    public Optional<BrandPolicy> of(Registration registration) {
        BrandPolicy named = byKey.get(registration.brand());
        if (named != null) {
            return Optional.of(named);
        }
        List<BrandPolicy> owned = byOwner.isEmpty() ? List.of() : ofOwners(registration);
        List<BrandPolicy> so = new ArrayList<>();
        String text = Names.folded(registration.mark().text());
        so.addAll(byName.getOrDefault(text, List.of()));
        so.addAll(byName.getOrDefault(Names.folded(registration.id()), List.of()));
        return so.stream()
                .filter(owned::contains)
                .findFirst()
                .or(() -> so.stream()
                        .filter(policy -> policy.owners().isEmpty()
                                || registration.holders().isEmpty())
                        .reduce((earlier, later) -> later)
                        .or(() -> byOwner(owned, text)));
    }

    /** The only brand of an owner, or the one of several whose name is in the mark's text. */
    private static Optional<BrandPolicy> byOwner(List<BrandPolicy> owned, String text) {
        return owned.size() == 1
                ? Optional.of(owned.getFirst())
                : owned.stream()
                        .filter(policy -> policy.names().stream().anyMatch(name -> text.contains(Names.folded(name))))
                        .findFirst();
    }

    private List<BrandPolicy> ofOwner(String owner) {
        return byOwner.getOrDefault(OwnerName.key(owner), List.of());
    }

    /** The brands of any of a registration's holders. */
    private List<BrandPolicy> ofOwners(Registration registration) {
        Set<BrandPolicy> owned = new LinkedHashSet<>();
        OwnerName.keys(registration).forEach(key -> owned.addAll(byOwner.getOrDefault(key, List.of())));
        return List.copyOf(owned);
    }

    /**
     * What a registration is called besides its text, as its brand's policy says. A mark that is the brand's by its owner
     * alone has names of its own, and so has one that only keeps others off.
     */
    public List<String> otherNames(Registration registration) {
        String text = Names.folded(registration.mark().text());
        return of(registration)
                .filter(policy -> policy.key().equals(registration.brand())
                        || policy.names().stream().map(Names::folded).anyMatch(text::equals))
                .filter(policy -> policy.defensive().stream()
                        .noneMatch(held -> held.equals(registration.id())
                                || Names.folded(held).equals(text)))
                .map(BrandPolicy::otherNames)
                .orElse(List.of());
    }

    /** A sign as it is, or with a note where it is a name that only the policy knows. */
    Evidence named(Evidence sign, Registration registration) {
        if (!(sign instanceof Evidence.Word word) || !word.how().contains(ALIAS)) {
            return sign;
        }
        return of(registration)
                .filter(policy -> policy.otherNames().contains(word.against()))
                .<Evidence>map(policy -> word.noting(
                        (policy.nicknames().contains(word.against()) ? "nickname: " : "alias: ") + policy.key()))
                .orElse(sign);
    }

    /** Evidence for the seller of a listing; null when the policy says nothing of them. */
    Evidence.@Nullable Circumstance seller(Listing listing, Registration registration) {
        return of(registration)
                .flatMap(policy -> circumstances(policy, listing).seller())
                .orElse(null);
    }

    /**
     * What the policy says for and against one hit.
     *
     * @param signs where the mark was seen
     * @param seen all registrations that were seen in the listing
     * @param wording what the wording says
     */
    List<Evidence.Circumstance> beside(
            Registration registration, List<Evidence> signs, SeenMarks seen, List<Evidence.Circumstance> wording) {
        boolean lawful = wording.stream().anyMatch(one -> one.kind().equals(Wording.LAWFUL_USE));
        return of(registration)
                .map(policy -> circumstances(policy, seen.listing())
                        .of(registration, signs, seen, this::of, this::ofOwner, lawful))
                .orElse(List.of());
    }

    private BrandCircumstances circumstances(BrandPolicy policy, Listing listing) {
        LocalDate day = (listing.capturedAt() == null ? clock.instant() : listing.capturedAt())
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
        return new BrandCircumstances(policy, listing, day);
    }
}
