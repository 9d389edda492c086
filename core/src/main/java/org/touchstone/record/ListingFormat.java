package org.touchstone.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.touchstone.listing.CaptureRef;
import org.touchstone.listing.Listing;
import org.touchstone.listing.ListingKind;
import org.touchstone.listing.LiveMoment;
import org.touchstone.listing.Price;
import org.touchstone.listing.Seller;

/** The listings format. */
final class ListingFormat implements RecordFormat<Listing> {
    @Override
    public Listing read(Fields fields) throws FieldException {
        String url = fields.text("url").strip();
        String id = fields.text("id").strip();
        if (id.isEmpty() && url.isEmpty()) {
            throw new FieldException("id", "expected an id or a url, found neither");
        }
        return Listing.builder(id.isEmpty() ? url : id)
                .url(url)
                .marketplace(fields.text("marketplace"))
                .kind(fields.choice("kind", ListingKind.class, ListingKind.PRODUCT))
                .title(fields.text("title"))
                .description(fields.text("description"))
                .brand(fields.text("brand"))
                .category(fields.text("category"))
                .price(price(fields))
                .condition(fields.text("condition"))
                .seller(seller(fields))
                .images(fields.texts("images"))
                .attributes(fields.textMap("attributes"))
                .capturedAt(fields.instant("capturedAt"))
                .capture(capture(fields))
                .live(live(fields))
                .other(fields.rest())
                .build();
    }

    /** An object of amount and currency, or a text such as {@code 199.00} or {@code 199.00 CNY}. */
    private static @Nullable Price price(Fields fields) throws FieldException {
        BigDecimal amount;
        String currency;
        if (fields.isObject("price")) {
            Fields price = fields.object("price").orElseThrow();
            amount = price.decimal("amount");
            currency = price.text("currency").strip();
        } else {
            String[] parts = fields.text("price").strip().split("\\s+", 2);
            Fields only = new Fields(Json.object().put("price", parts[0]));
            amount = only.decimal("price");
            currency = parts.length > 1 ? parts[1] : "";
        }
        if (amount == null) {
            return null;
        }
        if (amount.signum() < 0) {
            throw new FieldException("price", "expected an amount that is not negative, found '" + amount + "'");
        }
        return new Price(amount, currency);
    }

    private static @Nullable Seller seller(Fields fields) throws FieldException {
        if (!fields.isObject("seller")) {
            String name = fields.text("seller");
            return name.isEmpty() ? null : new Seller("", name, "");
        }
        Fields seller = fields.object("seller").orElseThrow();
        return new Seller(seller.text("id"), seller.text("name"), seller.text("location"));
    }

    private static @Nullable CaptureRef capture(Fields fields) throws FieldException {
        Optional<Fields> capture = fields.object("capture");
        return capture.isEmpty()
                ? null
                : new CaptureRef(
                        capture.get().text("warc"),
                        capture.get().count("offset", 0),
                        capture.get().text("sha256"));
    }

    private static @Nullable LiveMoment live(Fields fields) throws FieldException {
        Optional<Fields> live = fields.object("live");
        return live.isEmpty()
                ? null
                : new LiveMoment(
                        live.get().text("room"),
                        live.get().text("host"),
                        live.get().instant("at"));
    }

    @Override
    public ObjectNode write(Listing listing) {
        ObjectNode node = Json.object();
        Nodes.put(node, "id", listing.id());
        Nodes.put(node, "url", listing.url());
        Nodes.put(node, "marketplace", listing.marketplace());
        Nodes.put(node, "kind", listing.kind().key());
        Nodes.put(node, "title", listing.title());
        Nodes.put(node, "description", listing.description());
        Nodes.put(node, "brand", listing.brand());
        Nodes.put(node, "category", listing.category());
        if (listing.price() != null) {
            ObjectNode price = node.putObject("price");
            Nodes.put(price, "amount", listing.price().amount().toPlainString());
            Nodes.put(price, "currency", listing.price().currency());
        }
        Nodes.put(node, "condition", listing.condition());
        if (listing.seller() != null) {
            ObjectNode seller = node.putObject("seller");
            Nodes.put(seller, "id", listing.seller().id());
            Nodes.put(seller, "name", listing.seller().name());
            Nodes.put(seller, "location", listing.seller().location());
        }
        Nodes.put(node, "images", listing.images());
        if (!listing.attributes().isEmpty()) {
            ObjectNode attributes = node.putObject("attributes");
            listing.attributes().forEach(attributes::put);
        }
        Nodes.put(node, "capturedAt", listing.capturedAt());
        if (listing.capture() != null) {
            ObjectNode capture = node.putObject("capture");
            Nodes.put(capture, "warc", listing.capture().warc());
            capture.put("offset", listing.capture().offset());
            Nodes.put(capture, "sha256", listing.capture().sha256());
        }
        if (listing.live() != null) {
            ObjectNode live = node.putObject("live");
            Nodes.put(live, "room", listing.live().room());
            Nodes.put(live, "host", listing.live().host());
            Nodes.put(live, "at", listing.live().at());
        }
        Nodes.putAll(node, listing.other());
        return node;
    }

    @Override
    public Set<String> lists() {
        return Set.of("images");
    }

    @Override
    public Set<Set<String>> needs() {
        return Set.of(Set.of("id", "url"), Set.of("title", "description", "brand", "images", "attributes"));
    }
}
