package org.touchstone.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.touchstone.hit.Evidence;
import org.touchstone.listing.Listing;
import org.touchstone.listing.Seller;
import org.touchstone.mark.BrandPolicy;
import org.touchstone.mark.BrandPolicy.AuthorisedSeller;
import org.touchstone.mark.BrandPolicy.Period;
import org.touchstone.mark.Registration;

class BrandPoliciesTest {
    private static final BrandPolicies POLICIES = new BrandPolicies(
            List.of(BrandPolicy.builder("nuvimo")
                    .names(List.of("NUVIMO"))
                    .authorisedSellers(List.of(new AuthorisedSeller(
                            List.of("努维莫专营店"),
                            "shop.example",
                            List.of(),
                            new Period(null, LocalDate.of(2026, 11, 22)))))
                    .officialShops(List.of("https://shop.example/nuvimo"))
                    .build()),
            Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    private static Evidence.@Nullable Circumstance seller(String url, String marketplace, String name, String at) {
        Listing listing = Listing.builder("1")
                .url(url)
                .marketplace(marketplace)
                .seller(new Seller("", name, ""))
                .capturedAt(at.isEmpty() ? null : Instant.parse(at))
                .build();
        return POLICIES.seller(listing, Registration.word("1", "Nuvimo"));
    }

    @Test
    void authorisedSeller() {
        assertThat(seller("", "shop.example", " 努维莫专营店", "").weight()).isNegative();
        assertThat(seller("", "other.example", "努维莫专营店", "")).isNull();
        assertThat(seller("", "shop.example", "努维莫专营店2", "")).isNull();
    }

    @Test
    void authorisationHasEnded() {
        assertThat(seller("", "shop.example", "努维莫专营店", "2026-11-23T00:00:00Z")).isNull();
    }

    @Test
    void officialShopByAddress() {
        assertThat(seller("https://shop.example/nuvimo/item/1", "", "", "").note())
                .contains("official");
        assertThat(seller("https://shop.example/nuvimo-fake/1", "", "", "")).isNull();
    }
}
