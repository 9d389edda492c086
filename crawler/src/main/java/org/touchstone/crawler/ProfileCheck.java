package org.touchstone.crawler;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.touchstone.crawler.extract.ListingExtractor;
import org.touchstone.crawler.extract.Offered;
import org.touchstone.crawler.extract.PageText;
import org.touchstone.crawler.extract.SiteProfile;
import org.touchstone.crawler.plan.ProfileReader;
import org.touchstone.listing.Listing;
import org.touchstone.listing.Price;
import org.touchstone.listing.Seller;
import org.touchstone.record.YamlException;

/**
 * Whether a profile still reads its test pages as it says.
 *
 * @param samples pages that were read
 * @param drifts fields that were read otherwise, in the profile's order
 */
public record ProfileCheck(int samples, List<Drift> drifts) {
    private static final int MAX_BYTES = 16 << 20;

    /**
     * A field that was read otherwise than the profile expects.
     *
     * @param file of the page
     * @param field of the listing, or {@code listings} for how many there are
     * @param expected by the profile
     * @param found on the page, empty when there was nothing
     */
    public record Drift(String file, String field, String expected, String found) {
        @Override
        public String toString() {
            return file + ": " + field + ": expected '" + expected + "', found '" + found + "'";
        }
    }

    /**
     * Reads a profile.
     *
     * @throws YamlException if it is none
     */
    public static SiteProfile profile(Path file) throws IOException {
        return ProfileReader.read(file);
    }

    /**
     * Reads a profile and its test pages.
     *
     * @throws YamlException if it is no profile, or a page lies outside its folder
     */
    public static ProfileCheck of(Path file) throws IOException {
        SiteProfile profile = ProfileReader.read(file);
        ListingExtractor extractor = new ListingExtractor(List.of(profile));
        Path folder = Objects.requireNonNull(file.toAbsolutePath().normalize().getParent(), "a file has a folder");
        List<Drift> drifts = new ArrayList<>();
        for (SiteProfile.Sample sample : profile.samples()) {
            Path page = folder.resolve(sample.file()).normalize();
            if (!page.startsWith(folder)) {
                throw new YamlException(
                        file, 0, "tests.file", "expected a page beside the profile, found '" + sample.file() + "'");
            }
            if (!Files.isRegularFile(page) || Files.size(page) > MAX_BYTES) {
                throw new YamlException(
                        file,
                        0,
                        "tests.file",
                        "expected a page of at most " + MAX_BYTES + " bytes, found '" + sample.file() + "'");
            }
            List<Offered> offers = extractor
                    .extract(
                            PageText.decode(Files.readAllBytes(page), "").document(sample.url()),
                            sample.url(),
                            Instant.EPOCH)
                    .offers();
            compare(sample, offers, drifts);
        }
        return new ProfileCheck(profile.samples().size(), List.copyOf(drifts));
    }

    private static void compare(SiteProfile.Sample sample, List<Offered> offers, List<Drift> drifts) {
        if (sample.listings() >= 0 && sample.listings() != offers.size()) {
            drifts.add(new Drift(sample.file(), "listings", "" + sample.listings(), "" + offers.size()));
        }
        sample.fields().forEach((field, expected) -> {
            String found = offers.isEmpty() ? "" : value(offers.getFirst(), field);
            if (!same(field, expected, found)) {
                drifts.add(new Drift(sample.file(), field, expected, found));
            }
        });
    }

    private static boolean same(String field, String expected, String found) {
        if (field.equals("price") && !found.isEmpty()) {
            try {
                return new BigDecimal(expected).compareTo(new BigDecimal(found)) == 0;
            } catch (NumberFormatException e) {
                return false;
            }
        }
        return expected.equals(found);
    }

    private static String value(Offered offered, String field) {
        Listing listing = offered.listing();
        Price price = listing.price();
        Seller seller = Objects.requireNonNullElse(listing.seller(), new Seller("", "", ""));
        return switch (field) {
            case "title" -> listing.title();
            case "description" -> listing.description();
            case "brand" -> listing.brand();
            case "category" -> listing.category();
            case "price" -> price != null ? price.amount().toPlainString() : "";
            case "currency" -> price != null ? price.currency() : "";
            case "condition" -> listing.condition();
            case "url" -> listing.url();
            case "images" -> offered.images().stream().map(URI::toString).collect(Collectors.joining(" "));
            case "seller.id" -> seller.id();
            case "seller.name" -> seller.name();
            case "seller.location" -> seller.location();
            default -> listing.attributes().getOrDefault(field.substring("attributes.".length()), "");
        };
    }
}
