package org.touchstone.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.hit.Evidence;
import org.touchstone.hit.Hit;
import org.touchstone.hit.Outlook;
import org.touchstone.hit.Versions;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.indexer.MarkIndexWriter;
import org.touchstone.listing.Listing;
import org.touchstone.listing.Price;
import org.touchstone.listing.Seller;
import org.touchstone.mark.BrandPolicy;
import org.touchstone.mark.BrandPolicy.AuthorisedSeller;
import org.touchstone.mark.BrandPolicy.Coexisting;
import org.touchstone.mark.BrandPolicy.GeographicalIndication;
import org.touchstone.mark.BrandPolicy.Period;
import org.touchstone.mark.BrandPolicy.ReferencePrice;
import org.touchstone.mark.BrandPolicy.TimeHonoured;
import org.touchstone.mark.Mark;
import org.touchstone.mark.Registration;
import org.touchstone.matcher.text.TextMatcher;
import org.touchstone.record.Located;
import org.touchstone.register.RegisterRecord;

/** What a scan makes of brand policies, from the register and the listing to the hit. */
class BrandScanTest {
    private static final BrandPolicy XUELING = BrandPolicy.builder("xueling")
            .names(List.of("雪岭泉"))
            .owners(List.of("雪岭饮料（杭州）有限公司"))
            .officialShops(List.of("雪岭官方店"))
            .defensive(List.of("CN-2"))
            .build();

    private static final BrandPolicy SHANYIN = BrandPolicy.builder("shanyin")
            .names(List.of("山隐茶"))
            .owners(List.of("Shanyin Tea Co., Ltd."))
            .authorisedSellers(List.of(new AuthorisedSeller(
                    List.of("茗岸茶行", "77"),
                    "",
                    List.of("CN"),
                    new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)))))
            .coexisting(List.of(new Coexisting(
                    "闽北山隐食品厂", List.of("CN-12", "山隐"), List.of("老山隐专营店"), List.of(), "registered since 1994")))
            .prices(List.of(new ReferencePrice("", new BigDecimal("1500"), "CNY", new BigDecimal("500"))))
            .timeHonoured(List.of(new TimeHonoured(
                    "中华老字号", "山隐茶", new Period(LocalDate.of(2011, 3, 2), LocalDate.of(2026, 6, 30)), "")))
            .build();

    private static final BrandPolicy YUNLING = BrandPolicy.builder("yunling")
            .names(List.of("云岭龙井"))
            .geographicalIndication(new GeographicalIndication(List.of("浙江省杭州市云岭区"), List.of("茗岸茶行")))
            .build();

    @TempDir
    static Path folder;

    private static MarkIndex index;
    private static Scanner scanner;

    private static Registration registration(String id, String text, String holder) {
        return Registration.builder(id, Mark.word(text))
                .office("CN")
                .holder(holder)
                .status("registered")
                .build();
    }

    @BeforeAll
    static void build() throws IOException {
        List<Registration> marks = List.of(
                registration("CN-1", "雪岭泉", "雪嶺飲料(杭州)股份有限公司"),
                registration("CN-2", "雷岭泉", "雪岭饮料（杭州）有限公司"),
                registration("CN-3", "KORVELIN", "雪岭饮料 杭州 有限公司"),
                registration("CN-11", "山隐茶", "SHANYIN TEA CO LTD"),
                registration("CN-12", "老山隐茶", "闽北山隐食品厂"),
                registration("CN-13", "山隐茶", "Somebody Else Inc."),
                registration("CN-21", "云岭龙井", "云岭茶叶协会"));
        MarkIndexWriter.build(
                folder.resolve("index"),
                RegisterRecord.all(marks.stream()
                        .map(mark -> new Located<>(mark, "marks.csv", folder, 2))
                        .iterator()),
                null,
                rejection -> {},
                n -> {});
        index = MarkIndex.open(folder.resolve("index"));
        scanner = new Scanner(
                index,
                new TextMatcher(index),
                null,
                new BrandPolicies(
                        List.of(XUELING, SHANYIN, YUNLING),
                        Clock.fixed(Instant.parse("2026-05-01T00:00:00Z"), ZoneOffset.UTC)),
                new Versions("1", "", "", ""));
    }

    @AfterAll
    static void close() throws IOException {
        index.close();
    }

    private static Listing.Builder offer(String title, String seller, String location) {
        return Listing.builder("1").title(title).seller(new Seller("", seller, location));
    }

    private static List<Hit> scan(Listing.Builder offer) {
        return scanner.scan(new Located<>(offer.build(), "listings.jsonl", folder, 1), rejection -> {
            throw new AssertionError(rejection.toString());
        });
    }

    private static Hit hit(Listing.Builder offer, String mark) {
        return scan(offer).stream()
                .filter(hit -> hit.mark().equals(mark))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Evidence> evidence(Hit hit, String kind) {
        return hit.evidence().stream().filter(one -> one.kind().equals(kind)).findFirst();
    }

    @Test
    void marksOfAnOwnerBelongToTheBrandWhoeverWroteTheName() {
        assertThat(hit(offer("korvelin 矿泉水", "x", ""), "CN-3").brand()).isEqualTo("xueling");
        assertThat(hit(offer("雪岭泉 矿泉水", "x", ""), "CN-1").brand()).isEqualTo("xueling");
    }

    @Test
    void otherNamesAreThoseOfMarksThatNameTheBrand() {
        BrandPolicies policies = new BrandPolicies(
                List.of(BrandPolicy.builder("xueling")
                        .names(List.of("雪岭泉"))
                        .aliases(List.of("XLQ"))
                        .nicknames(List.of("小雪"))
                        .owners(List.of("雪岭饮料"))
                        .defensive(List.of("雷岭泉"))
                        .build()),
                Clock.systemUTC());
        assertThat(policies.otherNames(registration("1", "雪嶺泉", "雪岭饮料"))).containsExactly("XLQ", "小雪");
        assertThat(policies.otherNames(registration("2", "雷岭泉", "雪岭饮料"))).isEmpty();
        assertThat(policies.otherNames(registration("3", "KORVELIN", "雪岭饮料"))).isEmpty();
        assertThat(policies.otherNames(registration("4", "雪岭泉", "Somebody Else Inc.")))
                .isEmpty();
    }

    @Test
    void severalBrandsOfOneOwnerAreToldByTheirNames() {
        BrandPolicies policies = new BrandPolicies(
                List.of(
                        BrandPolicy.builder("a")
                                .names(List.of("NUVIMO"))
                                .owners(List.of("Nuvimo Inc"))
                                .build(),
                        BrandPolicy.builder("b")
                                .names(List.of("KORVELIN"))
                                .owners(List.of("NUVIMO, INC."))
                                .build()),
                Clock.systemUTC());
        assertThat(policies.of(registration("1", "Korvelin Air", "Nuvimo Incorporated"))
                        .map(BrandPolicy::key))
                .hasValue("b");
        assertThat(policies.of(registration("2", "Pellune", "Nuvimo Inc"))).isEmpty();
    }

    @Test
    void markOfSomebodyElseIsNotTheBrandsThoughItsTextIs() {
        List<Hit> hits = scan(offer("山隐茶 礼盒", "茗岸茶行", "浙江 杭州"));
        assertThat(hits).extracting(Hit::mark).contains("CN-11", "CN-13");
        assertThat(hits).allSatisfy(hit -> {
            boolean own = hit.mark().equals("CN-11");
            assertThat(hit.brand()).isEqualTo(own ? "shanyin" : "");
            assertThat(hit.score() < 0.1).isEqualTo(own);
        });
    }

    @Test
    void defensiveMarkInAStrangersShopIsAHitOfTheOwners() {
        Hit hit = hit(offer("雷岭泉 矿泉水", "某某批发", "福建"), "CN-2");
        assertThat(hit.brand()).isEqualTo("xueling");
        assertThat(hit.outlook()).isEqualTo(Outlook.INFRINGEMENT);
        assertThat(evidence(hit, "defensive")).hasValueSatisfying(one -> {
            assertThat(one.weight()).isPositive();
            assertThat(one.note()).contains("雷岭泉", "雪岭饮料", "the owner of 雪岭泉");
        });
    }

    @Test
    void ownersShopUnderEitherNameIsLawfulAndNoHitOnTheOther() {
        for (String name : List.of("雷岭泉", "雪岭泉")) {
            List<Hit> hits = scan(offer(name + " 矿泉水", "雪岭官方店", ""));
            assertThat(hits).singleElement().satisfies(hit -> {
                assertThat(hit.mark()).isEqualTo(name.equals("雪岭泉") ? "CN-1" : "CN-2");
                assertThat(hit.outlook()).isEqualTo(Outlook.LAWFUL_USE);
                assertThat(evidence(hit, "defensive")).isEmpty();
            });
        }
    }

    @Test
    void authorisedSellerCountsInTheTerritoryOnly() {
        assertThat(evidence(hit(offer("山隐茶", "茗岸茶行", "浙江杭州"), "CN-11"), "seller"))
                .hasValueSatisfying(one -> assertThat(one.weight()).isEqualTo(-25));
        assertThat(evidence(hit(offer("山隐茶", "茗岸茶行", ""), "CN-11"), "seller")).hasValueSatisfying(one -> {
            assertThat(one.weight()).isEqualTo(-15);
            assertThat(one.note()).contains("place not known");
        });
        assertThat(evidence(hit(offer("山隐茶", "茗岸茶行", "").marketplace("taobao"), "CN-11"), "seller"))
                .hasValueSatisfying(one -> assertThat(one.weight()).isEqualTo(-25));
        assertThat(evidence(hit(offer("山隐茶", "茗岸茶行", "Berlin, Germany"), "CN-11"), "seller"))
                .isEmpty();
        assertThat(evidence(
                        hit(offer("山隐茶", "茗岸茶行", "浙江杭州").capturedAt(Instant.parse("2027-01-01T00:00:00Z")), "CN-11"),
                        "seller"))
                .isEmpty();
    }

    @Test
    void otherLawfulOwnersShop() {
        Hit hit = hit(offer("山隐茶 饼干", "老山隐专营店", ""), "CN-11");
        assertThat(hit.outlook()).isEqualTo(Outlook.LAWFUL_USE);
        assertThat(evidence(hit, "seller"))
                .hasValueSatisfying(
                        one -> assertThat(one.note()).contains("闽北山隐食品厂", "another lawful owner sells", "since 1994"));
    }

    @Test
    void otherLawfulOwnersMarkLetterByLetter() {
        Hit hit = hit(offer("老山隐茶 饼干", "某某批发", ""), "CN-11");
        assertThat(evidence(hit, "seller")).hasValueSatisfying(one -> {
            assertThat(one.weight()).isEqualTo(-20);
            assertThat(one.note()).contains("闽北山隐食品厂");
        });
        assertThat(evidence(hit(offer("老山隐茶 山隐茶 饼干", "某某批发", ""), "CN-11"), "seller"))
                .isEmpty();
    }

    @Test
    void geographicalIndicationByOrigin() {
        Listing.Builder tea = offer("云岭龙井 明前", "某某批发", "福建");
        assertThat(evidence(hit(tea, "CN-21"), "origin")).isEmpty();

        Hit elsewhere = hit(tea.attributes(Map.of("产地", "福建")), "CN-21");
        assertThat(elsewhere.outlook()).isEqualTo(Outlook.INFRINGEMENT);
        assertThat(evidence(elsewhere, "origin"))
                .hasValueSatisfying(one -> assertThat(one.note()).contains("福建", "outside", "云岭"));

        Hit within = hit(tea.attributes(Map.of("产地", "浙江杭州云岭")), "CN-21");
        assertThat(evidence(within, "origin"))
                .hasValueSatisfying(one -> assertThat(one.weight()).isNegative());
        assertThat(evidence(hit(tea.attributes(Map.of("产地", "浙江省")), "CN-21"), "origin"))
                .isEmpty();

        Hit user = hit(offer("云岭龙井 明前", "茗岸茶行", "").attributes(Map.of("产地", "福建")), "CN-21");
        assertThat(evidence(user, "origin")).isEmpty();
        assertThat(evidence(user, "seller"))
                .hasValueSatisfying(one -> assertThat(one.note()).contains("authorised user"));
    }

    @Test
    void priceFarBelowByWeight() {
        Listing.Builder cheap = offer("山隐茶 250g", "某某批发", "").price(new Price(new BigDecimal("99"), "CNY"));
        assertThat(evidence(hit(cheap, "CN-11"), "price")).hasValueSatisfying(one -> {
            assertThat(one.weight()).isPositive();
            assertThat(one.note()).isEqualTo("far below the reference price: 13% of 1500 CNY per 500 g");
        });
        assertThat(evidence(hit(cheap.title("闲置二手 山隐茶 250g").condition("used"), "CN-11"), "price"))
                .isEmpty();
    }

    @Test
    void timeHonouredClaimOfAStrangerAndAfterTheEntryEnded() {
        Listing.Builder claim = offer("中华老字号 山隐茶", "某某批发", "");
        assertThat(evidence(hit(claim, "CN-11"), "claim"))
                .hasValueSatisfying(one -> assertThat(one.note()).contains("not known to be theirs"));
        assertThat(evidence(hit(offer("中华老字号 山隐茶", "茗岸茶行", "浙江"), "CN-11"), "claim"))
                .isEmpty();
        claim.capturedAt(Instant.parse("2026-07-01T00:00:00Z"));
        assertThat(evidence(hit(claim, "CN-11"), "claim"))
                .hasValueSatisfying(
                        one -> assertThat(one.note()).contains("was not in 中华老字号 on 2026-07-01", "to 2026-06-30"));
    }
}
