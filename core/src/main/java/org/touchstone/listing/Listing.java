package org.touchstone.listing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One offer to sell, as seen at one instant. Immutable. Texts are as the page gave them, empty when it gave none.
 *
 * @param id identifies the listing across a scan, such as {@code taobao:123}; never blank
 * @param url of the page
 * @param marketplace key of the marketplace
 * @param kind product page or live stream
 * @param title the seller's title
 * @param description the seller's description, plain text
 * @param brand the brand the page states
 * @param category the category the page states
 * @param price the price offered
 * @param condition {@code new}, {@code used} or as the page says
 * @param seller who offers
 * @param images paths relative to the file that named them
 * @param attributes further properties the page states, in their order
 * @param capturedAt when it was seen
 * @param capture the bytes it was read from
 * @param live the moment of a live stream
 * @param other fields of the source that have no place here, kept as they came
 */
public record Listing(
        String id,
        String url,
        String marketplace,
        ListingKind kind,
        String title,
        String description,
        String brand,
        String category,
        @Nullable Price price,
        String condition,
        @Nullable Seller seller,
        List<String> images,
        Map<String, String> attributes,
        @Nullable Instant capturedAt,
        @Nullable CaptureRef capture,
        @Nullable LiveMoment live,
        Map<String, JsonNode> other) {

    public Listing {
        images = List.copyOf(images);
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        other = Collections.unmodifiableMap(new LinkedHashMap<>(other));
        if (id.isBlank()) {
            throw new IllegalArgumentException("a listing needs an id or a url");
        }
    }

    /** Starts a listing with nothing but its id. */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /**
     * The fields that a sign can stand in, by the names that evidence uses: {@code title}, {@code description},
     * {@code brand}, {@code attributes.NAME}. Empty ones are left out; the order is that of importance.
     */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("title", title);
        texts.put("brand", brand);
        texts.put("description", description);
        attributes.forEach((name, value) -> texts.put("attributes." + name, value));
        texts.values().removeIf(String::isBlank);
        return texts;
    }

    /** Collects a listing's parts. Not thread-safe. */
    public static final class Builder {
        private final String id;
        private String url = "";
        private String marketplace = "";
        private ListingKind kind = ListingKind.PRODUCT;
        private String title = "";
        private String description = "";
        private String brand = "";
        private String category = "";
        private @Nullable Price price;
        private String condition = "";
        private @Nullable Seller seller;
        private List<String> images = List.of();
        private Map<String, String> attributes = Map.of();
        private @Nullable Instant capturedAt;
        private @Nullable CaptureRef capture;
        private @Nullable LiveMoment live;
        private Map<String, JsonNode> other = Map.of();

        private Builder(String id) {
            this.id = id;
        }

        public Builder url(String value) {
            url = value;
            return this;
        }

        public Builder marketplace(String value) {
            marketplace = value;
            return this;
        }

        public Builder kind(ListingKind value) {
            kind = value;
            return this;
        }

        public Builder title(String value) {
            title = value;
            return this;
        }

        public Builder description(String value) {
            description = value;
            return this;
        }

        public Builder brand(String value) {
            brand = value;
            return this;
        }

        public Builder category(String value) {
            category = value;
            return this;
        }

        public Builder price(@Nullable Price value) {
            price = value;
            return this;
        }

        public Builder condition(String value) {
            condition = value;
            return this;
        }

        public Builder seller(@Nullable Seller value) {
            seller = value;
            return this;
        }

        public Builder images(List<String> value) {
            images = value;
            return this;
        }

        public Builder attributes(Map<String, String> value) {
            attributes = value;
            return this;
        }

        public Builder capturedAt(@Nullable Instant value) {
            capturedAt = value;
            return this;
        }

        public Builder capture(@Nullable CaptureRef value) {
            capture = value;
            return this;
        }

        public Builder live(@Nullable LiveMoment value) {
            live = value;
            return this;
        }

        public Builder other(Map<String, JsonNode> value) {
            other = value;
            return this;
        }

        public Listing build() {
            return new Listing(
                    id,
                    url,
                    marketplace,
                    kind,
                    title,
                    description,
                    brand,
                    category,
                    price,
                    condition,
                    seller,
                    images,
                    attributes,
                    capturedAt,
                    capture,
                    live,
                    other);
        }
    }
}
