package org.touchstone.crawler.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.touchstone.crawler.fetch.WebAddress;
import org.touchstone.listing.Listing;

/**
 * Reads the products that a page offers. JSON-LD is believed before microdata, and that before OpenGraph; where a page
 * shows one product in several of them, the later ones fill what the first leaves open. Thread-safe.
 */
public final class ListingExtractor {
    private static final int MAX_IMAGES = 8;
    private static final Set<String> BREADCRUMBS = Set.of("BreadcrumbList");

    /**
     * @param page with its address as base address
     * @param address of the page
     * @param at when it was fetched
     */
    public Extraction extract(Document page, URI address, Instant at) {
        List<ObjectNode> jsonLd = JsonLd.things(page);
        List<ObjectNode> microdata = Microdata.things(page);
        Map<String, List<ObjectNode>> bySyntax = new LinkedHashMap<>();
        bySyntax.put("json-ld", offeredAmong(jsonLd));
        bySyntax.put("microdata", offeredAmong(microdata));
        bySyntax.put("opengraph", offeredAmong(OpenGraph.things(page)));
        for (Map.Entry<String, List<ObjectNode>> entry : bySyntax.entrySet()) {
            if (!entry.getValue().isEmpty()) {
                List<ObjectNode> products = entry.getValue();
                String trail = trail(jsonLd, microdata);
                if (products.size() == 1) {
                    ObjectNode only = products.getFirst().deepCopy();
                    bySyntax.values().stream()
                            .filter(other -> other.size() == 1)
                            .forEach(other -> fill(only, other.getFirst()));
                    if (!only.has("category") && !trail.isEmpty()) {
                        only.put("category", trail);
                    }
                    products = List.of(only);
                }
                URI base = WebAddress.resolve(address, page.baseUri()).orElse(address);
                boolean alone = products.size() == 1;
                return new Extraction(
                        entry.getKey(),
                        products.stream()
                                .map(p -> offered(p, address, base, at, alone))
                                .toList());
            }
        }
        return new Extraction("none", List.of());
    }

    /** A link with a name is no offer; a price, a description or a key of its own makes one. */
    private static List<ObjectNode> offeredAmong(List<ObjectNode> things) {
        List<ObjectNode> offered = new ArrayList<>();
        for (ObjectNode product : Products.among(things)) {
            boolean says = ProductReader.price(product).isPresent()
                    || product.has("offers")
                    || product.has("description")
                    || !ProductReader.key(product).isEmpty();
            if (!ProductReader.title(product).isEmpty() && says) {
                offered.add(product);
            }
        }
        return offered;
    }

    private static void fill(ObjectNode product, ObjectNode other) {
        for (Map.Entry<String, JsonNode> property : other.properties()) {
            if (!product.has(property.getKey())) {
                product.set(property.getKey(), property.getValue());
            } else if (property.getKey().equals("offers")
                    && product.get("offers") instanceof ObjectNode offer
                    && property.getValue() instanceof ObjectNode more) {
                fill(offer, more);
            }
        }
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

    private static Offered offered(ObjectNode product, URI page, URI base, Instant at, boolean alone) {
        Optional<URI> stated =
                WebAddress.resolve(base, Schema.text(product, "url")).filter(u -> product.has("url"));
        boolean sameHost = stated.isPresent() && stated.get().getHost().equals(page.getHost());
        URI own = sameHost && !alone ? stated.get() : page;
        String key = ProductReader.key(product);
        String identity = WebAddress.identity(own);
        String title = ProductReader.title(product);
        boolean several = !alone && identity.equals(WebAddress.identity(page));
        String marketplace = page.getHost().replaceFirst("^www\\.", "");
        String id = key.isEmpty()
                ? ContentDigest.of(several ? identity + "\n" + title : identity).substring(0, 16)
                : key;
        Set<URI> images = new LinkedHashSet<>();
        for (String image : ProductReader.images(product)) {
            WebAddress.resolve(base, image)
                    .filter(i -> images.size() < MAX_IMAGES)
                    .ifPresent(images::add);
        }
        Listing listing = ProductReader.fill(Listing.builder(marketplace + ":" + id), product)
                .url(own.toString())
                .marketplace(marketplace)
                .capturedAt(at)
                .build();
        return new Offered(listing, List.copyOf(images), identity.equals(WebAddress.identity(page)));
    }

    /** Pages that this one links to and lets crawlers follow, in their order. */
    public List<URI> links(Document page, URI address) {
        if (page.select("meta[name=robots],meta[name=touchstonebot]").stream()
                .anyMatch(meta -> meta.attr("content").toLowerCase(Locale.ROOT).matches(".*\\b(nofollow|none)\\b.*"))) {
            return List.of();
        }
        URI base = WebAddress.resolve(address, page.baseUri()).orElse(address);
        Set<URI> links = new LinkedHashSet<>();
        for (Element link : page.select("a[href],area[href],link[rel=next][href]")) {
            if (!link.attr("rel").toLowerCase(Locale.ROOT).contains("nofollow")) {
                WebAddress.resolve(base, link.attr("href")).ifPresent(links::add);
            }
        }
        return List.copyOf(links);
    }
}
