package org.touchstone.crawler.imports;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which column of an export holds which part of a listing. What it leaves out is recognised by the headings.
 *
 * @param name shown to people
 * @param marketplace of all listings, empty when the file says it or nobody does
 * @param sheet the only one to read, empty for all that hold listings
 * @param header line of the headings, from 1; 0 to find it
 * @param records JSON pointer to the list of records, empty when they stand at the top
 * @param charset of a CSV file, null to find it
 * @param zone of times that do not state theirs, null for the reader's own
 * @param fields by the names of the listings format, {@code attributes.ANYTHING} too; of several spots the first that is not empty
 */
public record Mapping(
        String name,
        String marketplace,
        String sheet,
        int header,
        String records,
        @Nullable Charset charset,
        @Nullable ZoneId zone,
        Map<String, List<Spot>> fields) {

    /** The fields that a mapping may name, beside {@code attributes.ANYTHING}. */
    public static final List<String> FIELDS = List.of(
            "id",
            "url",
            "marketplace",
            "title",
            "description",
            "brand",
            "category",
            "price",
            "currency",
            "condition",
            "seller.id",
            "seller.name",
            "seller.location",
            "images",
            "capturedAt");

    /** No mapping: everything is recognised by the headings. */
    public static final Mapping NONE = new Mapping("", "", "", 0, "", null, null, Map.of());

    public Mapping {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * Where a part of a listing stands.
     *
     * @param column heading of a table, key or JSON pointer of a record; empty when {@code value} holds
     * @param value the same for all listings
     * @param currency of a price that does not state its own
     * @param separator between images, empty to find it
     * @param format of a time, null to try the usual ones
     */
    public record Spot(
            String column,
            String value,
            String currency,
            String separator,
            @Nullable DateTimeFormatter format) {
        static Spot of(String column) {
            return new Spot(column, "", "", "", null);
        }
    }
}
