package org.touchstone.crawler.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.extract.PriceText;
import org.touchstone.listing.Price;

/** Fields of an export under whichever of several names a platform uses; case, {@code _} and {@code -} do not matter. */
final class RoomFields {
    private static final int MAX_TEXT = 2_000;

    private RoomFields() {}

    /** The first of the fields that is there and not blank; a list may be empty. */
    static @Nullable JsonNode first(JsonNode object, List<String> names) {
        for (String name : names) {
            for (var entry : object.properties()) {
                JsonNode value = entry.getValue();
                boolean there = value.isArray()
                        || value.isObject() && !value.isEmpty()
                        || value.isValueNode() && !value.asText().isBlank();
                if (there && !value.isNull() && plain(entry.getKey()).equals(name)) {
                    return value;
                }
            }
        }
        return null;
    }

    /** A text or number as one line; of an object, its name. Empty when there is none. */
    static String text(JsonNode object, List<String> names) {
        JsonNode value = first(object, names);
        if (value instanceof ObjectNode) {
            value = first(value, List.of("name", "nickname", "nick", "username", "title"));
        }
        if (value == null || !value.isValueNode()) {
            return "";
        }
        String line = value.asText().replaceAll("\\s+", " ").strip();
        return line.length() > MAX_TEXT ? line.substring(0, MAX_TEXT) : line;
    }

    static @Nullable Instant time(JsonNode object, List<String> names) {
        return StreamTime.parse(text(object, names)).orElse(null);
    }

    /** A price; its currency is as the text or the object beside it says, or unknown. */
    static Optional<Price> price(JsonNode object, List<String> names) {
        return PriceText.parse(text(object, names), text(object, List.of("currency", "currencycode")));
    }

    private static String plain(String key) {
        return key.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }
}
