package org.touchstone.benchmarks;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The command line: options with a value each, {@code --name value}, and {@code --write}, which has none. */
final class Arguments {
    private static final Set<String> KNOWN = Set.of(
            "bench", "day", "every", "form", "growth", "heap", "hits", "hosts", "marks", "methods", "only", "page",
            "pages", "photos", "records", "seconds", "sift", "threads", "titles");
    private static final String WRITE = "write";

    private final Map<String, String> values = new HashMap<>();

    /**
     * @throws IllegalArgumentException saying what is wrong with it
     */
    Arguments(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String name = words.get(i).startsWith("--") ? words.get(i).substring(2) : "";
            if (name.equals(WRITE)) {
                values.put(WRITE, "");
            } else if (KNOWN.contains(name) && i + 1 < words.size()) {
                values.put(name, words.get(++i));
            } else {
                throw new IllegalArgumentException("expected --" + WRITE + " or one of "
                        + KNOWN.stream().sorted().toList() + " as --NAME VALUE, found '" + words.get(i) + "'");
            }
        }
    }

    /** Whether the page of results is to be written. */
    boolean write() {
        return values.containsKey(WRITE);
    }

    @Nullable
    String value(String name) {
        return values.get(name);
    }

    String value(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /** A number, which may end in k or m. */
    int number(String name, int otherwise) {
        String value = values.get(name);
        return value == null ? otherwise : number(value);
    }

    /** Numbers separated by commas. */
    List<Integer> numbers(String name, String otherwise) {
        return Arrays.stream(value(name, otherwise).split(","))
                .map(Arguments::number)
                .toList();
    }

    /** A number that may be 0. */
    int count(String name, int otherwise) {
        return value(name, "").equals("0") ? 0 : number(name, otherwise);
    }

    /** The options that change what is measured, as they would be written. */
    String measured() {
        return values.entrySet().stream()
                .filter(option -> !Set.of(WRITE, "bench", "hits", "page").contains(option.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(option -> " --" + option.getKey() + " " + option.getValue())
                .collect(Collectors.joining());
    }

    static int number(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        int unit = lower.endsWith("m") ? 1_000_000 : lower.endsWith("k") ? 1_000 : 1;
        String digits = unit == 1 ? lower : lower.substring(0, lower.length() - 1);
        if (!digits.matches("[1-9]\\d{0,5}")) {
            throw new IllegalArgumentException("expected a number such as 2000, 40k or 1m, found '" + value + "'");
        }
        return Math.multiplyExact(Integer.parseInt(digits), unit);
    }
}
