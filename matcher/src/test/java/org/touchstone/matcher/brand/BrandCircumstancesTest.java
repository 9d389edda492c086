package org.touchstone.matcher.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.touchstone.hit.Evidence;
import org.touchstone.listing.Listing;
import org.touchstone.listing.Seller;
import org.touchstone.mark.BrandPolicy;
import org.touchstone.mark.BrandPolicy.AuthorisedSeller;
import org.touchstone.mark.BrandPolicy.Coexisting;
import org.touchstone.mark.BrandPolicy.Period;
import org.touchstone.mark.Registration;

class BrandCircumstancesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
    private static final Registration MARK = Registration.word("CN-1", "雪岭泉");

    private static List<Evidence.Circumstance> of(Listing listing, BrandPolicy policy, BrandPolicy... ofOther) {
        Evidence sign = new Evidence.Word("word", "title", 0, 3, "雷岭泉", "雪岭泉", 0.9, List.of("shape"), 9, "");
        return new BrandCircumstances(policy, listing, DAY)
                .of(
                        MARK,
                        List.of(sign),
                        new SeenMarks(listing, List.of(MARK)),
                        mark -> Optional.of(policy),
                        owner -> owner.equals("雷岭泉厂") ? List.of(ofOther) : List.of(),
                        false);
    }

    private static Listing listing(String title, String seller) {
        return Listing.builder("1")
                .title(title)
                .seller(new Seller("", seller, ""))
                .build();
    }

    @Test
    void signOfADefensiveMarkThatNoRegisterFileHas() {
        BrandPolicy policy =
                BrandPolicy.builder("xueling").defensive(List.of("雷岭泉")).build();
        assertThat(of(listing("雷岭泉 矿泉水", "x"), policy)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo("defensive");
            assertThat(one.note()).contains("'雷岭泉' of the owner, the owner of xueling");
        });
    }

    @Test
    void sellerThatTheOtherOwnersPolicyAuthorises() {
        BrandPolicy policy = BrandPolicy.builder("xueling")
                .coexisting(List.of(new Coexisting("雷岭泉厂", List.of(), List.of(), List.of(), "")))
                .build();
        BrandPolicy other = BrandPolicy.builder("leiling")
                .authorisedSellers(List.of(new AuthorisedSeller(List.of("雷岭水站"), "", List.of(), Period.ALWAYS)))
                .build();
        assertThat(of(listing("雷岭泉 矿泉水", "雷岭水站"), policy, other))
                .extracting(Evidence.Circumstance::weight)
                .containsExactly(-25.0);
        assertThat(of(listing("雷岭泉 矿泉水", "某某批发"), policy, other)).isEmpty();
    }

    @Test
    void otherOwnerElsewhereIsNone() {
        Coexisting other = new Coexisting("雷岭泉厂", List.of("雷岭泉"), List.of(), List.of("福建"), "");
        BrandPolicy policy =
                BrandPolicy.builder("xueling").coexisting(List.of(other)).build();
        Listing.Builder offer = Listing.builder("1").title("雷岭泉 矿泉水");
        assertThat(of(offer.seller(new Seller("", "x", "福建福州")).build(), policy))
                .extracting(Evidence.Circumstance::weight)
                .containsExactly(-20.0);
        assertThat(of(offer.seller(new Seller("", "x", "浙江杭州")).build(), policy))
                .isEmpty();
    }

    @Test
    void markOfBothWeighsLess() {
        Coexisting other = new Coexisting("雷岭泉厂", List.of("雷岭泉"), List.of(), List.of(), "");
        BrandPolicy policy = BrandPolicy.builder("xueling")
                .names(List.of("雷岭泉"))
                .coexisting(List.of(other))
                .build();
        assertThat(of(listing("雷岭泉 矿泉水", "x"), policy))
                .extracting(Evidence.Circumstance::weight)
                .containsExactly(-8.0);
    }
}
