package org.touchstone.matcher;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.touchstone.hit.Evidence;
import org.touchstone.indexer.SignOrigin;
import org.touchstone.listing.Listing;
import org.touchstone.listing.Seller;
import org.touchstone.mark.BrandPolicy;
import org.touchstone.mark.Registration;

/** What the holders' policies say about a seller. Thread-safe. */
public final class BrandPolicies {
    static final String SELLER = "seller";

    private static final String ALIAS = SignOrigin.ALIAS.key();

    /** A shop of the holder's own; outweighs the clearest signs, for there it is no wonder that the mark is seen. */
    private static final double OFFICIAL = -30;

    private static final double AUTHORISED = -25;

    private final Map<String, BrandPolicy> byKey = new HashMap<>();
    private final Map<String, BrandPolicy> byName = new HashMap<>();
    private final Clock clock;

    public BrandPolicies(List<BrandPolicy> policies, Clock clock) {
        this.clock = clock;
        for (BrandPolicy policy : policies) {
            byKey.put(policy.key(), policy);
            policy.names().forEach(name -> byName.put(folded(name), policy));
        }
    }

    /** The policy for a registration: by its brand, else by its text. */
    public Optional<BrandPolicy> of(Registration registration) {
        BrandPolicy policy = byKey.get(registration.brand());
        return Optional.ofNullable(
                policy != null ? policy : byName.get(folded(registration.mark().text())));
    }

    /** A sign as it is, or with a note where it is a nickname that only the policy knows. */
    Evidence named(Evidence sign, Registration registration) {
        if (!(sign instanceof Evidence.Word word) || !word.how().contains(ALIAS)) {
            return sign;
        }
        return of(registration)
                .filter(policy -> policy.nicknames().contains(word.against()))
                .<Evidence>map(policy -> word.noting("nickname: " + policy.key()))
                .orElse(sign);
    }

    /** Evidence for the seller of a listing; null when the policy says nothing of them. */
    Evidence.@Nullable Circumstance seller(Listing listing, Registration registration) {
        BrandPolicy policy = of(registration).orElse(null);
        if (policy == null) {
            return null;
        }
        Seller seller = listing.seller() == null ? new Seller("", "", "") : listing.seller();
        for (String shop : policy.officialShops()) {
            if (isSame(shop, seller) || isWithin(shop, listing.url())) {
                return new Evidence.Circumstance(SELLER, OFFICIAL, "official shop: " + shop);
            }
        }
        LocalDate day = (listing.capturedAt() == null ? clock.instant() : listing.capturedAt())
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
        for (BrandPolicy.AuthorisedSeller authorised : policy.authorisedSellers()) {
            boolean here = authorised.marketplace().isEmpty()
                    || authorised.marketplace().equalsIgnoreCase(listing.marketplace());
            if (here
                    && authorised.period().holdsOn(day)
                    && authorised.names().stream().anyMatch(n -> isSame(n, seller))) {
                return new Evidence.Circumstance(
                        SELLER,
                        AUTHORISED,
                        "authorised seller: " + authorised.names().get(0));
            }
        }
        return null;
    }

    private static boolean isSame(String known, Seller seller) {
        String wanted = folded(known);
        return !wanted.isEmpty() && (wanted.equals(folded(seller.name())) || wanted.equals(folded(seller.id())));
    }

    private static boolean isWithin(String shop, String url) {
        return shop.startsWith("http") && (url.equals(shop) || url.startsWith(shop.endsWith("/") ? shop : shop + "/"));
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
