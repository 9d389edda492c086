package org.touchstone.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.crawler.CrawlListener;
import org.touchstone.crawler.CrawlReport;
import org.touchstone.crawler.Crawler;
import org.touchstone.crawler.StopReason;
import org.touchstone.crawler.plan.CrawlPlan;
import org.touchstone.image.ImageDecoder;
import org.touchstone.listing.Listing;
import org.touchstone.mark.BrandPolicy;
import org.touchstone.mark.Registration;
import org.touchstone.record.BrandFile;
import org.touchstone.record.Formats;
import org.touchstone.record.Located;
import org.touchstone.record.RecordFormat;
import org.touchstone.record.RecordReader;
import org.touchstone.record.Rejection;
import org.touchstone.record.SafePath;

@Timeout(120)
class DemoShopTest {
    @TempDir
    private Path folder;

    private final List<Rejection> rejections = new ArrayList<>();

    private <T> List<Located<T>> read(Path file, RecordFormat<T> format) throws IOException {
        List<Located<T>> all = new ArrayList<>();
        try (RecordReader<T> reader = RecordReader.open(file, format, rejections::add)) {
            reader.forEachRemaining(all::add);
        }
        return all;
    }

    @Test
    void crawlOfTheShopGivesAllItsOffers() throws Exception {
        CrawlReport report;
        try (DemoShop shop = DemoShop.open(drawn -> {})) {
            shop.writeMaterial(folder);
            report = new Crawler(CrawlPlan.read(folder.resolve("plan.yaml")))
                    .run(folder.resolve("crawl"), CrawlListener.SILENT);
        }
        List<Offer> offers = Catalogue.offers();
        assertThat(report.stop()).isEqualTo(StopReason.DONE);
        assertThat(report.failures()).isEqualTo(Map.of("robots", 1L));
        assertThat(report.counts().images()).isEqualTo(offers.size());
        Map<String, Listing> listings = read(folder.resolve("crawl/listings.jsonl"), Formats.LISTING).stream()
                .map(Located::value)
                .collect(Collectors.toMap(Listing::id, Function.identity()));
        assertThat(rejections).isEmpty();
        assertThat(listings).hasSameSizeAs(offers);
        for (Offer offer : offers) {
            Listing listing = listings.get("127.0.0.1:" + offer.key());
            assertThat(listing.title()).isEqualTo(offer.title());
            assertThat(listing.description()).isEqualTo(offer.description());
            assertThat(listing.brand()).isEqualTo(offer.brand());
            assertThat(listing.price().amount()).isEqualByComparingTo(offer.price());
            assertThat(listing.price().currency()).isEqualTo(offer.currency());
            assertThat(listing.condition()).isEqualTo(offer.condition());
            assertThat(listing.seller().name()).isEqualTo(offer.seller());
            assertThat(ImageIO.read(SafePath.within(
                                            folder.resolve("crawl"),
                                            "images",
                                            listing.images().getFirst())
                                    .toFile())
                            .getWidth())
                    .isEqualTo(640);
        }
    }

    @Test
    void materialIsWhole() throws Exception {
        Catalogue.writeTo(folder);
        List<Located<Registration>> marks = read(folder.resolve("marks.csv"), Formats.REGISTRATION);
        List<BrandPolicy> policies = BrandFile.read(folder.resolve("brands.yaml"), rejections::add);
        assertThat(rejections).isEmpty();
        assertThat(marks).hasSize(27);
        assertThat(policies).hasSize(Catalogue.brands());
        Set<String> keys = new HashSet<>(policies.stream().map(BrandPolicy::key).toList());
        for (Located<Registration> mark : marks) {
            assertThat(keys).contains(mark.value().brand());
            for (String image : mark.value().mark().images()) {
                Path file = SafePath.within(folder, "images", image);
                assertThat(new ImageDecoder().decode(file).image().getWidth()).isGreaterThan(100);
            }
        }
    }

    @Test
    void offersAreOfManyKinds() throws Exception {
        List<Offer> offers = Catalogue.offers();
        assertThat(offers).hasSizeBetween(30, 45);
        assertThat(offers.stream().map(Offer::key)).doesNotHaveDuplicates();
        assertThat(offers.stream().map(Offer::syntax)).contains("json-ld", "microdata", "opengraph");
        assertThat(offers.stream().filter(Offer::isChinese).count()).isBetween(15L, 30L);
    }
}
