package org.touchstone.crawler.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.touchstone.crawler.fetch.WebAddress;
import org.touchstone.listing.Listing;

/**
 * Reads the products that a page offers. JSON-LD is believed before microdata, and those before RDFa, OpenGraph and the
 * state of its scripts; where a page shows one product in several of them, the later ones fill what the first leaves
 * open. Thread-safe.
 */
public final class ListingExtractor {
    private static final int MAX_IMAGES = 8;
    private static final int MAX_WITH_VARIANTS = 16;
    private static final Set<String> BREADCRUMBS = Set.of("BreadcrumbList");

    private final List<SiteProfile> profiles;

    /** Reads every site alike. */
    public ListingExtractor() {
        this(List.of());
    }

    /** @param profiles of sites that are known; the first that has a page for an address holds */
    public ListingExtractor(List<SiteProfile> profiles) {
        this.profiles = List.copyOf(profiles);
    }

    private Optional<SiteProfile.Page> rule(URI address) {
        return profiles.stream()
                .flatMap(profile -> profile.page(address).stream())
                .findFirst();
    }

    /**
     * @param page with its address as base address; fields know their lines only if it was parsed with positions, as
     *     {@link PageText#document} does
     * @param address of the page
     * @param at when it was fetched
     */
    public Extraction extract(Document page, URI address, Instant at) {
        Places places = new Places();
        PageHead head = PageHead.of(page, address);
        List<ObjectNode> jsonLd = JsonLd.things(page, places);
        List<ObjectNode> microdata = Microdata.things(page, places);
        State.Products state = State.products(page, head, places);
        Map<String, List<Reading>> bySyntax = new LinkedHashMap<>();
        SiteProfile.Page rule = rule(address).orElse(null);
        if (rule != null) {
            if (rule.kind() == SiteProfile.Kind.OTHER) {
                return new Extraction("none", List.of());
            }
            bySyntax.put("profile", new ProfileFields(page, rule, head.currency()).read());
        }
        bySyntax.put("json-ld", offeredAmong(Products.among(jsonLd, places), "json-ld", places, head));
        bySyntax.put("microdata", offeredAmong(Products.among(microdata, places), "microdata", places, head));
        bySyntax.put("rdfa", offeredAmong(Products.among(Rdfa.things(page, places), places), "rdfa", places, head));
        bySyntax.put("opengraph", offeredAmong(OpenGraph.things(page, places), "opengraph", places, head));
        bySyntax.put("state", one(offeredAmong(state.own(), "state", places, head)));
        bySyntax.values().removeIf(List::isEmpty);
        Reading shown = Shown.of(page, head);
        if (bySyntax.isEmpty()) {
            bySyntax.put("state", offeredAmong(state.listed(), "state", places, head));
        }
        if (bySyntax.values().stream().allMatch(List::isEmpty) && shown.has("title")) {
            bySyntax.put("text", List.of(shown));
        }
        URI base = WebAddress.resolve(address, page.baseUri()).orElse(address);
        for (Map.Entry<String, List<Reading>> entry : bySyntax.entrySet()) {
            List<Reading> products = new ArrayList<>(entry.getValue());
            int main = main(products, head, address, base);
            if (main >= 0) {
                Reading product = products.remove(main);
                products.addFirst(product);
                bySyntax.values().forEach(others -> fill(product, others, head, address, base));
                Stated trail = new Stated(trail(jsonLd, microdata), new Origin(entry.getKey(), 0, "BreadcrumbList"));
                product.put("category", trail);
                product.variants(state.variants(), state.variantsAt());
                product.fillShown(shown);
            }
            products.removeIf(product -> !product.has("title"));
            products.forEach(Reading::close);
            boolean alone = products.size() == 1;
            List<Offered> offers = products.stream()
                    .map(product -> offered(product, address, base, at, alone))
                    .toList();
            if (!offers.isEmpty()) {
                return new Extraction(entry.getKey(), offers);
            }
        }
        return new Extraction("none", List.of());
    }

    private static void fill(Reading product, List<Reading> others, PageHead head, URI address, URI base) {
        int main = main(others, head, address, base);
        if (main >= 0 && others.get(main) != product) {
            product.fill(others.get(main));
        }
    }

    /** The product that the page is about: the only one, the one that the page is called by, or the one at its address. */
    private static int main(List<Reading> products, PageHead head, URI address, URI base) {
        if (products.size() <= 1) {
            return products.size() - 1;
        }
        String identity = WebAddress.identity(address);
        int called = -1;
        for (int i = 0; i < products.size(); i++) {
            Reading product = products.get(i);
            Optional<URI> url = product.has("url") ? WebAddress.resolve(base, product.text("url")) : Optional.empty();
            boolean here = url.isPresent() && WebAddress.identity(url.get()).equals(identity);
            boolean elsewhere = url.isPresent() && !here;
            if (here) {
                return i;
            }
            if (called < 0 && !elsewhere && head.isCalled(product.text("title"))) {
                called = i;
            }
        }
        return called;
    }

    /** What several objects say of one product, as one. */
    private static List<Reading> one(List<Reading> readings) {
        if (readings.size() > 1) {
            readings.subList(1, readings.size()).forEach(readings.getFirst()::fill);
        }
        return readings.isEmpty() ? readings : List.of(readings.getFirst());
    }

    /** A link with a name is no offer; a price, a description or a key of its own makes one. */
    private static List<Reading> offeredAmong(List<ObjectNode> products, String syntax, Places places, PageHead head) {
        ProductReader reader = new ProductReader(syntax, places, head.currency());
        List<Reading> offered = new ArrayList<>();
        for (ObjectNode product : products) {
            Reading reading = reader.read(product);
            boolean says = product.has("offers")
                    || reading.has("price")
                    || reading.has("description")
                    || !reading.key().isEmpty();
            if (reading.has("title") && says) {
                offered.add(reading);
            }
        }
        return offered;
    }

    private static String trail(List<ObjectNode> jsonLd, List<ObjectNode> microdata) {
        for (List<ObjectNode> things : List.of(jsonLd, microdata)) {
            for (ObjectNode thing : things) {
                if (Schema.is(thing, BREADCRUMBS)) {
                    List<String> names = new ArrayList<>();
                    for (JsonNode step : Schema.list(thing.path("itemListElement"))) {
                        names.add(Schema.text(step, "name", "item"));
                    }
                    // The last step is the product itself.
                    return String.join(" > ", names.subList(0, Math.max(0, names.size() - 1)));
                }
            }
        }
        return "";
    }

    private static Offered offered(Reading product, URI page, URI base, Instant at, boolean alone) {
        Optional<URI> stated = product.has("url") ? WebAddress.resolve(base, product.text("url")) : Optional.empty();
        boolean sameSite = stated.isPresent()
                && (stated.get().getHost().equals(page.getHost())
                        || Marketplace.offer(stated.get()).isPresent());
        URI own = sameSite && !alone ? stated.get() : page;
        String key = product.key();
        String identity = WebAddress.identity(own);
        boolean several = !alone && identity.equals(WebAddress.identity(page));
        Optional<Marketplace.Offer> offer = several ? Optional.empty() : Marketplace.offer(own);
        String marketplace =
                offer.isPresent() ? offer.get().marketplace() : page.getHost().replaceFirst("^www\\.", "");
        String id = offer.isPresent()
                ? offer.get().key()
                : key.isEmpty()
                        ? ContentDigest.of(several ? identity + "\n" + product.text("title") : identity)
                                .substring(0, 16)
                        : key;
        Map<URI, URI> images = images(product, base);
        Listing listing = product.listing(marketplace + ":" + id, base)
                .url(own.toString())
                .marketplace(marketplace)
                .capturedAt(at)
                .build();
        return new Offered(listing, images, identity.equals(WebAddress.identity(page)), product.origins());
    }

    /** Images at their full size, with the addresses that the page gives, those of variants last. */
    private static Map<URI, URI> images(Reading product, URI base) {
        Map<URI, URI> images = new LinkedHashMap<>();
        product.images().forEach(image -> add(images, image.text(), base, MAX_IMAGES));
        product.variants().forEach(variant -> add(images, variant.image(), base, MAX_WITH_VARIANTS));
        return images;
    }

    private static void add(Map<URI, URI> images, String written, URI base, int most) {
        Optional<URI> given = written.isEmpty() ? Optional.empty() : WebAddress.resolve(base, written);
        if (given.isPresent() && images.size() < most) {
            images.putIfAbsent(
                    WebAddress.resolve(base, Pictures.fullSize(written)).orElse(given.get()), given.get());
        }
    }

    /** Pages that this one links to and lets crawlers follow, further pages of its list first. */
    public List<Link> links(Document page, URI address) {
        return PageLinks.of(page, address, rule(address).flatMap(SiteProfile.Page::next));
    }
}
