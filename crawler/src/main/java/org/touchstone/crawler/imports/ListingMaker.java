package org.touchstone.crawler.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.extract.Marketplace;
import org.touchstone.crawler.extract.PriceText;
import org.touchstone.crawler.fetch.WebAddress;
import org.touchstone.listing.Listing;
import org.touchstone.listing.Price;
import org.touchstone.listing.Seller;
import org.touchstone.record.FieldException;
import org.touchstone.record.Json;
import org.touchstone.record.Rejection;
import org.touchstone.record.SafePath;
import org.touchstone.table.Grid;

/** Makes a listing of a row. A part that cannot be read is rejected by name and kept as an attribute; the rest stands. */
final class ListingMaker {
    /** What stands in cells of which nothing is known. */
    private static final Set<String> NOTHING = Set.of(
            "-",
            "--",
            "—",
            "——",
            "/",
            "\\",
            "null",
            "none",
            "nan",
            "n/a",
            "#n/a",
            "na",
            "nil",
            "undefined",
            "无",
            "無",
            "暂无",
            "暫無",
            "空",
            "未知");
    /** Marketplaces whose prices are in yuan where nothing else is said. */
    private static final Set<String> YUAN = Set.of(
            "taobao",
            "tmall",
            "jd",
            "1688",
            "pinduoduo",
            "douyin",
            "xianyu",
            "suning",
            "vip",
            "dangdang",
            "kuaishou",
            "xiaohongshu");

    private final SourceFile file;
    private final String sheet;
    private final Mapping mapping;
    private final ZoneId zone;
    private final Consumer<Rejection> rejections;

    ListingMaker(SourceFile file, String sheet, Mapping mapping, ZoneId zone, Consumer<Rejection> rejections) {
        this.file = file;
        this.sheet = sheet;
        this.mapping = mapping;
        this.zone = zone;
        this.rejections = rejections;
    }

    /** The listing of a row; null when the row is rejected. */
    @Nullable
    Listing make(Row row, Layout layout) {
        return new Making(row, layout).listing();
    }

    /** One row at work. */
    private final class Making {
        private final Row row;
        private final Layout layout;
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private final Map<String, JsonNode> other = new LinkedHashMap<>();

        Making(Row row, Layout layout) {
            this.row = row;
            this.layout = layout;
        }

        /** A cell that was chosen for a field. */
        private record Chosen(String text, Layout.Use use) {}

        private @Nullable Listing listing() {
            String title = text("title");
            String description = text("description");
            List<String> urls = new ArrayList<>();
            List<String> images = images(urls);
            if (title.isEmpty()
                    && description.isEmpty()
                    && images.isEmpty()
                    && urls.isEmpty()
                    && row.pictures().isEmpty()) {
                rejections.accept(new Rejection(
                        file.named(sheet),
                        row.number(),
                        "title",
                        "expected a title or an image, found neither",
                        String.join(
                                " | ",
                                row.cells().stream()
                                        .filter(cell -> !cell.isEmpty())
                                        .toList())));
                return null;
            }
            String url = url();
            Optional<Marketplace.Offer> offer = WebAddress.parse(url).flatMap(Marketplace::offer);
            String marketplace = Headings.marketplace(text("marketplace"));
            if (marketplace.isEmpty()) {
                marketplace = mapping.marketplace().isEmpty()
                        ? offer.map(Marketplace.Offer::marketplace).orElse("")
                        : mapping.marketplace();
            }
            String id = id(marketplace, url, offer, images);
            Listing.Builder builder = Listing.builder(id)
                    .url(url)
                    .marketplace(marketplace)
                    .title(title)
                    .description(description)
                    .brand(text("brand"))
                    .category(text("category"))
                    .price(price(marketplace))
                    .condition(text("condition"))
                    .seller(seller())
                    .images(images)
                    .capturedAt(capturedAt());
            theRest();
            if (!urls.isEmpty()) {
                ArrayNode list = Json.mapper().createArrayNode();
                urls.forEach(list::add);
                other.put("imageUrls", list);
            }
            other.put("source", file.origin(sheet, row.number()));
            return builder.attributes(attributes).other(other).build();
        }

        private @Nullable Chosen first(String field, boolean words) {
            Chosen chosen = null;
            for (Layout.Use use : layout.uses(field)) {
                String text =
                        use.column() < 0 ? use.spot().value() : row.cells().get(use.column());
                boolean nothing = text.isEmpty() || !words && NOTHING.contains(text.toLowerCase(Locale.ROOT));
                if (!nothing && chosen == null) {
                    chosen = new Chosen(text, use);
                } else if (!text.isEmpty() && use.column() >= 0 && (chosen == null || !text.equals(chosen.text))) {
                    keep(use, text);
                }
            }
            return chosen;
        }

        private String text(String field) {
            Chosen chosen = first(field, /* words= */ true);
            return chosen == null ? "" : chosen.text;
        }

        private void keep(Layout.Use use, String text) {
            if (use.column() >= 0) {
                put(attribute(row.names().get(use.column())), text);
            }
        }

        private void put(String name, String text) {
            attributes.merge(name, text, (before, more) -> before.equals(more) ? before : before + " | " + more);
        }

        /** The name of an attribute; of a JSON pointer without the places in lists. */
        private static String attribute(String name) {
            return name.startsWith("/")
                    ? name.substring(1)
                            .replaceAll("/\\d+(?=/|$)", "")
                            .replace('/', '.')
                            .replace("~1", "/")
                            .replace("~0", "~")
                    : name;
        }

        private void reject(String field, Layout.Use use, String reason, String found) {
            String where = use.column() < 0
                    ? ""
                    : row.names().get(use.column()).startsWith("/")
                            ? "at " + row.names().get(use.column()) + " "
                            : "in column " + Grid.letters(use.column()) + " '"
                                    + row.names().get(use.column()) + "' ";
            String shown = found.length() > 60 ? found.substring(0, 60) + "…" : found;
            rejections.accept(new Rejection(
                    file.named(sheet), row.number(), field, where + reason + ", found '" + shown + "'", found));
            keep(use, found);
        }

        private List<String> images(List<String> urls) {
            List<String> paths = new ArrayList<>();
            for (Layout.Use use : layout.uses("images")) {
                String cell =
                        use.column() < 0 ? use.spot().value() : row.cells().get(use.column());
                if (NOTHING.contains(cell.toLowerCase(Locale.ROOT))) {
                    continue;
                }
                for (String part : ImageCells.split(cell, use.spot().separator())) {
                    if (ImageCells.isAddress(part)) {
                        urls.add(ImageCells.address(part));
                        continue;
                    }
                    String path = part.replace('\\', '/');
                    try {
                        Path found = SafePath.within(file.folder(), "images", path);
                        paths.add(file.folder()
                                .normalize()
                                .relativize(found)
                                .toString()
                                .replace('\\', '/'));
                    } catch (FieldException e) {
                        reject("images", use, e.reason(), part);
                    }
                }
            }
            return paths.stream().distinct().toList();
        }

        private String url() {
            for (Layout.Use use : layout.uses("url")) {
                String text =
                        use.column() < 0 ? use.spot().value() : row.cells().get(use.column());
                String link = row.links().getOrDefault(use.column(), text);
                if (text.isEmpty() && link.isEmpty() || NOTHING.contains(text.toLowerCase(Locale.ROOT))) {
                    continue;
                }
                Optional<URI> address = address(ImageCells.isAddress(text) ? text : link);
                if (address.isPresent()) {
                    return address.get().toString();
                }
                reject("url", use, "expected an address such as https://shop.example/p/1", text);
            }
            return row.links().values().stream()
                    .map(Making::address)
                    .flatMap(Optional::stream)
                    .map(URI::toString)
                    .findFirst()
                    .orElse("");
        }

        private static Optional<URI> address(String text) {
            String whole = ImageCells.address(text);
            return WebAddress.parse(
                    whole.matches("(?i)[a-z0-9-]++(?:\\.[a-z0-9-]++){1,9}+(?:/.*)?") ? "https://" + whole : whole);
        }

        /**
         * The key of a marketplace's own link, so that an offer is one listing however it was found; otherwise the id column, the
         * address, the image, or else the row.
         */
        private String id(String marketplace, String url, Optional<Marketplace.Offer> offer, List<String> images) {
            Chosen chosen = first("id", /* words= */ false);
            if (chosen != null && chosen.text.matches("\\d(?:\\.\\d+)?[eE]\\+?\\d+")) {
                reject(
                        "id",
                        chosen.use,
                        "expected all digits of an id, which a spreadsheet has rounded away",
                        chosen.text);
                chosen = null;
            }
            boolean mapped = layout.mapped().contains("id");
            if (offer.isPresent() && !(mapped && chosen != null)) {
                if (chosen != null && !chosen.text.equals(offer.get().key())) {
                    keep(chosen.use, chosen.text);
                }
                return offer.get().marketplace() + ":" + offer.get().key();
            }
            if (chosen != null) {
                return marketplace.isEmpty() || chosen.text.startsWith(marketplace + ":")
                        ? chosen.text
                        : marketplace + ":" + chosen.text;
            }
            if (!url.isEmpty()) {
                return url;
            }
            return images.isEmpty() ? file.named(sheet) + "#" + row.number() : images.getFirst();
        }

        private @Nullable Price price(String marketplace) {
            String stated = text("currency");
            Chosen chosen = first("price", /* words= */ false);
            if (chosen == null) {
                return null;
            }
            String currency = stated.isEmpty() ? chosen.use.spot().currency() : stated;
            if (currency.isEmpty() && PriceText.currency(chosen.text).isEmpty()) {
                String heading = chosen.use.column() < 0 ? "" : row.names().get(chosen.use.column());
                currency = PriceText.currency(heading);
                currency = currency.isEmpty() && YUAN.contains(marketplace) ? "CNY" : currency;
            }
            Price price = PriceText.parse(chosen.text, currency, currency).orElse(null);
            if (price == null) {
                reject("price", chosen.use, "expected a price such as ¥199.00", chosen.text);
            } else if (!chosen.text
                    .replaceAll("[^0-9.]", "")
                    .equals(price.amount().toPlainString())) {
                keep(chosen.use, chosen.text); // a range, a unit, or words beside the amount
            }
            return price;
        }

        private @Nullable Seller seller() {
            String id = text("seller.id");
            String name = text("seller.name");
            String location = text("seller.location");
            return id.isEmpty() && name.isEmpty() && location.isEmpty() ? null : new Seller(id, name, location);
        }

        private @Nullable Instant capturedAt() {
            Chosen chosen = first("capturedAt", /* words= */ false);
            if (chosen == null) {
                return null;
            }
            Optional<Instant> at = chosen.use.spot().format() == null
                    ? Times.parse(chosen.text, zone)
                    : Times.parse(chosen.text, chosen.use.spot().format(), zone)
                            .or(() -> Times.parse(chosen.text, zone));
            if (at.isEmpty()) {
                reject(
                        "capturedAt",
                        chosen.use,
                        "expected a time such as 2026-11-23 08:00, or the mapping's format",
                        chosen.text);
            }
            return at.orElse(null);
        }

        /** What no field has taken: attributes, and what the collector noted. */
        private void theRest() {
            layout.uses().forEach((field, uses) -> {
                for (Layout.Use use : uses) {
                    String text =
                            use.column() < 0 ? use.spot().value() : row.cells().get(use.column());
                    if (text.isEmpty()) {
                        continue;
                    }
                    if (field.startsWith("attributes.")) {
                        put(field.substring("attributes.".length()), text);
                    } else if (field.equals("other") && use.column() >= 0) {
                        other.put(
                                attribute(row.names().get(use.column())),
                                Json.mapper().getNodeFactory().textNode(text));
                    } else if (field.startsWith("other.")) {
                        other.put(
                                field.substring("other.".length()),
                                Json.mapper().getNodeFactory().textNode(text));
                    }
                }
            });
            for (int column : layout.rest()) {
                String text = row.cells().get(column);
                if (!text.isEmpty()) {
                    put(attribute(row.names().get(column)), text);
                }
            }
        }
    }
}
