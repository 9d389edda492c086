package org.touchstone.crawler;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.touchstone.record.Json;

/**
 * How the pages of a crawl fitted a profile.
 *
 * @param name of the profile
 * @param pages of products and lists that were read with it
 * @param fields that it names, each with how it was read; {@code items} are those of lists
 * @param drifted fields that are expected and were often not where the profile says: the site has probably changed
 */
public record ProfileUse(String name, long pages, Map<String, Field> fields, List<String> drifted) {
    /**
     * How a field was read.
     *
     * @param found pages that had it where the profile says
     * @param elsewhere pages that had it, but elsewhere
     * @param missing pages on which it was not found
     */
    public record Field(long found, long elsewhere, long missing) {}

    public ProfileUse {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        drifted = List.copyOf(drifted);
    }

    ObjectNode toJson() {
        ObjectNode node = Json.object().put("name", name).put("pages", pages);
        ObjectNode byName = node.putObject("fields");
        fields.forEach((field, use) -> byName.putObject(field)
                .put("found", use.found())
                .put("elsewhere", use.elsewhere())
                .put("missing", use.missing()));
        ArrayNode names = node.putArray("drifted");
        drifted.forEach(names::add);
        return node;
    }
}
