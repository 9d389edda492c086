package org.touchstone.crawler.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/** Reads what a profile says of a page. Not thread-safe. */
final class ProfileFields {
    private static final int MAX_ITEMS = 200;
    private static final int MAX_VALUES = 100;
    private static final int MAX_TEXT = 20_000;
    private static final String SYNTAX = "profile";

    private final Document page;
    private final SiteProfile.Page rule;
    private final String hint;
    private @Nullable List<JsonNode> trees;

    ProfileFields(Document page, SiteProfile.Page rule, String hint) {
        this.page = page;
        this.rule = rule;
        this.hint = hint;
    }

    /** The products of the page: one, which other readers may complete, or those of the list's items that have a title. */
    List<Reading> read() {
        List<Reading> readings = new ArrayList<>();
        SiteProfile.Spot items = rule.items().orElse(null);
        if (rule.kind() == SiteProfile.Kind.OTHER) {
            return readings;
        }
        if (items == null) {
            Reading reading = product(page, null, "");
            return reading.isFound() ? List.of(reading) : List.of();
        }
        if (items.json().isEmpty()) {
            page.select(items.css()).stream().limit(MAX_ITEMS).forEach(item -> readings.add(product(item, null, "")));
        } else {
            JsonNode array = at(null, items.json());
            for (int i = 0; i < Math.min(MAX_ITEMS, array.size()); i++) {
                readings.add(product(page, array.get(i), items.json() + "/" + i));
            }
        }
        readings.removeIf(reading -> !reading.has("title"));
        return readings;
    }

    private Reading product(Element scope, @Nullable JsonNode item, String pointer) {
        Reading reading = new Reading();
        String currency = first(scope, item, pointer, "currency", reading);
        for (Map.Entry<String, List<SiteProfile.Spot>> field : rule.fields().entrySet()) {
            switch (field.getKey()) {
                case "images" ->
                    field.getValue()
                            .forEach(spot -> values(scope, item, pointer, spot).forEach(reading::image));
                case "price" ->
                    price(
                            field.getValue().stream()
                                    .flatMap(spot -> values(scope, item, pointer, spot).stream())
                                    .toList(),
                            currency,
                            reading);
                case "currency" -> {
                    // Read before the price, which it belongs to.
                }
                default -> first(scope, item, pointer, field.getKey(), reading);
            }
        }
        return reading;
    }

    private void price(List<Stated> texts, String currency, Reading reading) {
        for (Stated text : texts) {
            PriceText.parse(text.text(), currency, hint).ifPresent(price -> {
                reading.put("price", new Stated(price.amount().toPlainString(), text.origin()));
                reading.put("currency", new Stated(price.currency(), text.origin()));
            });
        }
    }

    private String first(Element scope, @Nullable JsonNode item, String pointer, String field, Reading reading) {
        for (SiteProfile.Spot spot : rule.fields().getOrDefault(field, List.of())) {
            for (Stated value : values(scope, item, pointer, spot)) {
                String text = PlainText.of(value.text(), MAX_TEXT);
                String said =
                        field.equals("attributes.availability") && !text.isEmpty() ? Availability.word(text) : text;
                if (!said.isEmpty()) {
                    if (!field.equals("currency")) {
                        reading.put(field, new Stated(said, value.origin()));
                    }
                    return said;
                }
            }
        }
        return "";
    }

    private List<Stated> values(Element scope, @Nullable JsonNode item, String pointer, SiteProfile.Spot spot) {
        List<Stated> values = new ArrayList<>();
        if (!spot.value().isEmpty()) {
            values.add(new Stated(spot.value(), new Origin(SYNTAX, 0, "")));
        } else if (!spot.json().isEmpty()) {
            for (JsonNode value : Schema.list(at(item, spot.json()))) {
                if (value.isValueNode() && values.size() < MAX_VALUES) {
                    values.add(new Stated(value.asText().strip(), new Origin(SYNTAX, 0, pointer + spot.json())));
                }
            }
        } else {
            Elements found = spot.css().isEmpty() ? new Elements(scope) : scope.select(spot.css());
            for (Element element : found.subList(0, Math.min(found.size(), MAX_VALUES))) {
                String text = spot.attribute().isEmpty() ? shown(element) : element.attr(spot.attribute());
                values.add(new Stated(
                        text.strip(),
                        new Origin(
                                SYNTAX,
                                Math.max(0, element.sourceRange().start().lineNumber()),
                                Places.path(element))));
            }
        }
        return values;
    }

    private static String shown(Element element) {
        return switch (element.normalName()) {
            case "meta" -> element.attr("content");
            case "img" -> Pictures.source(element);
            default -> element.text();
        };
    }

    /** Of an item, or of the first script whose data has such a place. */
    private JsonNode at(@Nullable JsonNode item, String pointer) {
        if (item != null) {
            return item.at(pointer);
        }
        if (trees == null) {
            trees = new ArrayList<>(State.trees(page));
            trees.addAll(JsonLd.things(page, new Places()));
        }
        JsonNode found = MissingNode.getInstance();
        for (JsonNode tree : trees) {
            found = found.isMissingNode() ? tree.at(pointer) : found;
        }
        return found;
    }
}
