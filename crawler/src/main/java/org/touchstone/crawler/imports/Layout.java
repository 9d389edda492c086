package org.touchstone.crawler.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Which cells of a row become which field.
 *
 * @param uses by field, the ones to try first in front; those of the mapping in its order
 * @param mapped the fields that the mapping placed, rather than the headings
 * @param rest columns that nobody uses, which become attributes
 */
record Layout(Map<String, List<Use>> uses, List<String> mapped, List<Integer> rest, List<String> names) {
    /**
     * A cell for a field.
     *
     * @param column -1 when the spot has its value
     */
    record Use(int column, Mapping.Spot spot) {}

    static Layout of(List<String> names, Mapping mapping) {
        Map<String, List<Use>> uses = new LinkedHashMap<>();
        boolean[] used = new boolean[names.size()];
        mapping.fields().forEach((field, spots) -> {
            List<Use> found = new ArrayList<>();
            for (Mapping.Spot spot : spots) {
                if (spot.column().isEmpty()) {
                    found.add(new Use(-1, spot));
                }
                for (int column = 0; column < names.size() && !spot.column().isEmpty(); column++) {
                    if (names(names.get(column), spot.column())) {
                        found.add(new Use(column, spot));
                        used[column] = true;
                    }
                }
            }
            if (!found.isEmpty()) {
                uses.put(field, found);
            }
        });
        List<String> mapped = List.copyOf(uses.keySet());
        Map<String, Map<Integer, List<Use>>> known = new LinkedHashMap<>();
        List<Integer> rest = new ArrayList<>();
        for (int column = 0; column < names.size(); column++) {
            Headings.Meaning meaning =
                    used[column] ? null : Headings.meaning(names.get(column)).orElse(null);
            if (meaning != null && !mapping.fields().containsKey(meaning.field())) {
                known.computeIfAbsent(meaning.field(), any -> new TreeMap<>())
                        .computeIfAbsent(meaning.rank(), any -> new ArrayList<>())
                        .add(new Use(column, Mapping.Spot.of(names.get(column))));
            } else if (!used[column]) {
                rest.add(column);
            }
        }
        known.forEach((field, ranks) -> {
            List<Use> found = new ArrayList<>();
            ranks.values().forEach(found::addAll);
            if (field.equals("images")) {
                found.sort(Comparator.comparingInt(Use::column));
            }
            uses.put(field, found);
        });
        return new Layout(uses, mapped, rest, names);
    }

    /** Whether a name is that of a spot: the heading itself, a key, a pointer, or a place in the list that a pointer means. */
    private static boolean names(String name, String wanted) {
        if (name.equals(wanted)
                || !name.startsWith("/")
                        && name.equals(wanted.replaceAll("\\s+", " ").strip())) {
            return true;
        }
        String pointer = wanted.startsWith("/") ? wanted : "/" + wanted;
        return name.startsWith(pointer) && name.substring(pointer.length()).matches("(?:/\\d+)?");
    }

    List<Use> uses(String field) {
        return uses.getOrDefault(field, List.of());
    }

    /** How many fields are named; those of a mapping count more than those that are recognised. */
    long named() {
        return uses.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(use -> use.column >= 0))
                .mapToLong(entry -> mapped.contains(entry.getKey()) ? 3 : 1)
                .sum();
    }

    /** Whether a listing can come of it. */
    boolean isEnough() {
        return uses.containsKey("title") || uses.containsKey("images") || uses.containsKey("description");
    }

    /**
     * Whether the mapping's columns are there, and a listing can come of it.
     *
     * @param pictures whether pictures are embedded beside the cells
     * @param header line of the headings, 0 for the keys of JSON, of which any record may lack some
     */
    void check(Mapping mapping, boolean pictures, long header) throws ExportException {
        for (Map.Entry<String, List<Mapping.Spot>> field : mapping.fields().entrySet()) {
            if (!uses.containsKey(field.getKey()) && (header > 0 || !isEnough())) {
                List<String> wanted =
                        field.getValue().stream().map(Mapping.Spot::column).toList();
                throw new ExportException("expected for " + field.getKey() + " a column '"
                        + String.join("' or '", wanted) + "' as the mapping says, found " + found(header));
            }
        }
        if (!isEnough() && !pictures) {
            throw new ExportException(
                    "expected a column of titles or images, found " + found(header), skeleton(header));
        }
    }

    private String found(long header) {
        String all = String.join(" | ", names);
        return (header > 0 ? "in line " + header + " the headings " : "the keys ")
                + (all.length() > 1000 ? all.substring(0, 1000) + "…" : all);
    }

    /** A mapping to complete: what is recognised, and the other headings as attributes. */
    private String skeleton(long header) {
        StringBuilder yaml = new StringBuilder("name: export\n");
        if (header > 0) {
            yaml.append("header: ").append(header).append('\n');
        }
        yaml.append(
                "fields:\n  title: \"\"   # the heading of the titles goes here, and its own line below goes away\n");
        uses.forEach((field, places) -> yaml.append("  ")
                .append(field.startsWith("attributes.") ? quoted(field) : field)
                .append(": ")
                .append(quoted(names.get(Objects.requireNonNull(places.getFirst()).column)))
                .append('\n'));
        for (int column : rest) {
            yaml.append("  ")
                    .append(quoted("attributes." + names.get(column)))
                    .append(": ")
                    .append(quoted(names.get(column)))
                    .append('\n');
        }
        return yaml.toString();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
