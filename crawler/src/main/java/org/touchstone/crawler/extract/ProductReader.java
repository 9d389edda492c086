package org.touchstone.crawler.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.touchstone.listing.Price;

/** Reads the fields of a product's tree, each as text only and of bounded length, with where it stands. */
final class ProductReader {
    private static final int MAX_TITLE = 1_000;
    private static final int MAX_DESCRIPTION = 20_000;
    private static final int MAX_FIELD = 500;
    private static final int MAX_OFFERS = 200;
    private static final String[] GTIN = {"gtin", "gtin13", "gtin14", "gtin12", "gtin8", "isbn"};
    private static final String[] NUMBER = {"productID", "productId", "productGroupID"};
    private static final List<String> PLAIN = List.of("mpn", "model", "color", "size", "material", "pattern");

    private final String syntax;
    private final Places places;
    private final String hint;

    /** @param hint the currency meant where a sign is one of several, empty when the page does not say */
    ProductReader(String syntax, Places places, String hint) {
        this.syntax = syntax;
        this.places = places;
        this.hint = hint;
    }

    Reading read(ObjectNode product) {
        Reading reading = new Reading();
        List<JsonNode> offers = offers(product);
        put(reading, "title", Schema.find(product, "name", "title"), MAX_TITLE);
        description(reading, product);
        put(reading, "brand", first(product, "brand", "manufacturer"), MAX_FIELD);
        List<String> categories = Schema.texts(product, "category", "name", "@value");
        put(reading, "category", join(product, "category", categories, " > "), MAX_FIELD);
        put(reading, "url", Schema.find(product, "url").filter(f -> product.has("url")), MAX_TITLE);
        List<VariantOffer> variants = SchemaVariants.of(product, hint);
        reading.variants(variants, places.origin(syntax, product, product.has("hasVariant") ? "hasVariant" : "offers"));
        price(reading, offers, variants.isEmpty() ? Set.of() : variantOffers(product));
        condition(reading, offers);
        seller(reading, offers);
        put(reading, "attributes.sku", sku(product, offers), MAX_FIELD);
        put(reading, Reading.NUMBER, Schema.find(product, NUMBER), MAX_FIELD);
        Optional<Schema.Found> gtin = first(product, GTIN).or(() -> among(offers, GTIN));
        gtin.ifPresent(found -> put(
                reading,
                "attributes.gtin",
                Optional.of(with(found, found.text().replaceAll("[\\s-]", ""))),
                MAX_FIELD));
        PLAIN.forEach(name -> put(reading, "attributes." + name, first(product, name), MAX_FIELD));
        among(offers, "availability")
                .ifPresent(found -> put(
                        reading,
                        "attributes.availability",
                        Optional.of(with(found, Availability.word(found.text()))),
                        MAX_FIELD));
        for (JsonNode extra : Schema.list(product.path("additionalProperty"))) {
            String name = PlainText.of(Schema.text(extra, "name", "propertyID"), MAX_FIELD);
            if (!name.isEmpty()) {
                put(reading, "attributes." + name, Schema.find(extra, "value"), MAX_FIELD);
            }
        }
        images(reading, product);
        return reading;
    }

    private void description(Reading reading, ObjectNode product) {
        List<String> texts = Schema.texts(product, "description", "@value");
        put(reading, "description", join(product, "description", texts, "\n"), MAX_DESCRIPTION);
    }

    private static Optional<Schema.Found> join(ObjectNode product, String name, List<String> texts, String between) {
        return texts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Schema.Found(String.join(between, texts), product, name));
    }

    private void images(Reading reading, ObjectNode product) {
        for (String name : List.of("image", "images", "photo")) {
            for (JsonNode value : Schema.list(product.path(name))) {
                String image = value instanceof ObjectNode object
                        ? Schema.text(object, "contentUrl", "url", "@id", "src", "thumbnailUrl")
                        : value.asText("").strip();
                if (!image.isEmpty() && !image.startsWith("#")) {
                    ObjectNode owner = value instanceof ObjectNode object ? object : product;
                    reading.image(new Stated(image, places.origin(syntax, owner, value.isObject() ? "" : name)));
                }
            }
        }
    }

    /** The product's, or that of its only offer or variant. */
    private static Optional<Schema.Found> sku(ObjectNode product, List<JsonNode> offers) {
        List<JsonNode> variants = Schema.list(product.path("hasVariant"));
        return Schema.find(product, "sku")
                .or(() -> variants.isEmpty() ? Schema.find(offers.getFirst(), "sku") : Optional.empty())
                .or(() -> variants.size() == 1 ? Schema.find(variants.getFirst(), "sku") : Optional.empty());
    }

    /** Offers that are each of one variant: what the product costs is what the cheapest costs. */
    private static Set<JsonNode> variantOffers(ObjectNode product) {
        Set<JsonNode> offers = Collections.newSetFromMap(new IdentityHashMap<>());
        for (JsonNode offer : Schema.list(product.path("offers"))) {
            List<JsonNode> within = Schema.list(offer.path("offers"));
            offers.addAll(within.isEmpty() ? List.of(offer) : within);
        }
        Schema.list(product.path("hasVariant")).forEach(variant -> offers.addAll(Schema.list(variant.path("offers"))));
        return offers;
    }

    /** A price, and where it stands. */
    private record Priced(Schema.Found found, Price price) {
        boolean isFree() {
            return price.amount().signum() == 0;
        }

        boolean isBelow(Priced other) {
            return price.currency().equals(other.price.currency())
                    && price.amount().compareTo(other.price.amount()) < 0;
        }
    }

    /** The first price that is more than nothing; where each variant has its own, the lowest of these. */
    private void price(Reading reading, List<JsonNode> offers, Set<JsonNode> variants) {
        Priced best = null;
        for (JsonNode offer : offers) {
            Priced next = priced(offer).orElse(null);
            boolean better = next != null
                    && (best == null || best.isFree() && !next.isFree() || !next.isFree() && next.isBelow(best));
            best = better ? next : best;
            if (best != null && !best.isFree() && !variants.contains(offer)) {
                break;
            }
        }
        if (best != null) {
            put(reading, best.found(), best.price());
        }
    }

    /** The first price of an offer, one that is more than nothing before one that is nothing. */
    private Optional<Priced> priced(JsonNode offer) {
        Priced free = null;
        String currency = Schema.text(offer, "priceCurrency");
        List<JsonNode> holders = new ArrayList<>(List.of(offer));
        Schema.list(offer.path("priceSpecification")).stream()
                .filter(specification -> !isFormerPrice(specification))
                .forEach(holders::add);
        for (JsonNode holder : holders) {
            String own = Schema.text(holder, "priceCurrency");
            for (String name : List.of("price", "lowPrice", "minPrice", "highPrice")) {
                Priced priced = Schema.find(holder, name)
                        .flatMap(found -> PriceText.parse(found.text(), own.isEmpty() ? currency : own, hint)
                                .map(price -> new Priced(found, price)))
                        .orElse(null);
                if (priced != null && !priced.isFree()) {
                    return Optional.of(priced);
                }
                free = free == null ? priced : free;
            }
        }
        return Optional.ofNullable(free);
    }

    private static boolean isFormerPrice(JsonNode specification) {
        String type = Schema.text(specification, "priceType");
        return type.endsWith("ListPrice") || type.endsWith("StrikethroughPrice") || type.endsWith("SRP");
    }

    private void put(Reading reading, Schema.Found found, Price price) {
        Origin origin = places.origin(syntax, found.owner(), found.property());
        reading.put("price", new Stated(price.amount().toPlainString(), origin));
        reading.put(
                "currency",
                new Stated(
                        price.currency(),
                        found.owner().has("priceCurrency")
                                ? places.origin(syntax, found.owner(), "priceCurrency")
                                : origin));
    }

    /** Offers of the product, those within aggregates and of variants included, and the product itself. */
    private static List<JsonNode> offers(ObjectNode product) {
        List<JsonNode> offers = new ArrayList<>();
        for (JsonNode offer : Schema.list(product.path("offers"))) {
            offers.add(offer);
            offers.addAll(Schema.list(offer.path("offers")));
        }
        for (JsonNode variant : Schema.list(product.path("hasVariant"))) {
            offers.addAll(Schema.list(variant.path("offers")));
        }
        offers.add(product);
        return offers.size() > MAX_OFFERS ? offers.subList(0, MAX_OFFERS) : offers;
    }

    private static Optional<Schema.Found> among(List<JsonNode> offers, String... names) {
        for (JsonNode offer : offers) {
            Optional<Schema.Found> found = Schema.find(offer, names);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Of the product, or of the first variant that says it. */
    private static Optional<Schema.Found> first(ObjectNode product, String... names) {
        return Schema.find(product, names).or(() -> {
            List<JsonNode> variants = Schema.list(product.path("hasVariant"));
            return variants.size() == 1 || names[0].equals("brand") ? among(variants, names) : Optional.empty();
        });
    }

    private void condition(Reading reading, List<JsonNode> offers) {
        among(offers, "itemCondition").ifPresent(found -> {
            String word = switch (Schema.word(found.text())) {
                case "NewCondition", "new", "New" -> "new";
                case "UsedCondition", "used", "Used" -> "used";
                case "RefurbishedCondition", "refurbished" -> "refurbished";
                case "DamagedCondition" -> "damaged";
                default -> Schema.word(found.text());
            };
            put(reading, "condition", Optional.of(with(found, word)), MAX_FIELD);
        });
    }

    private void seller(Reading reading, List<JsonNode> offers) {
        JsonNode offer = offers.getFirst();
        ObjectNode seller = Schema.object(offer, "seller");
        put(reading, "seller.id", Schema.find(seller, "identifier", "@id", "url"), MAX_FIELD);
        put(reading, "seller.name", Schema.find(offer, "seller", "offeredBy"), MAX_FIELD);
        put(
                reading,
                "seller.location",
                Schema.find(Schema.object(seller, "address"), "addressLocality", "addressRegion", "addressCountry")
                        .or(() -> Schema.find(seller, "address", "location")),
                MAX_FIELD);
    }

    private static Schema.Found with(Schema.Found found, String text) {
        return new Schema.Found(text, found.owner(), found.property());
    }

    private void put(Reading reading, String field, Optional<Schema.Found> found, int maxLength) {
        found.ifPresent(value -> {
            String text = PlainText.of(value.text(), maxLength);
            reading.put(field, new Stated(text, places.origin(syntax, value.owner(), value.property())));
        });
    }
}
