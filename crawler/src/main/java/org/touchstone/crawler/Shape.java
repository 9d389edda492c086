package org.touchstone.crawler;

import java.net.URI;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The form of an address: what a shop's pages of one kind share, and the pages of a trap, such as a calendar without an end:
 * {@code shop.example/calendar/#/#}. Digits become {@code #}, keys and session ids {@code *}, of parameters the names are left.
 */
final class Shape {
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    /** Letters and digits mixed, as in keys and session ids. */
    private static final Pattern MIXED =
            Pattern.compile("(?=\\D*+\\d++\\D++\\d)(?=[^A-Za-z]*+[A-Za-z])[\\w().~-]{8,}+");
    /** Segments that tell; traps that nest have more. */
    private static final int SEGMENTS = 8;
    /** How often one segment may stand in a path. */
    private static final int REPEATS = 3;

    private static final int DEEPEST = 30;

    private Shape() {}

    static String of(URI address) {
        String[] segments = address.getRawPath().split("/", -1);
        StringBuilder shape = new StringBuilder(address.getRawAuthority());
        for (int i = 1; i < segments.length && i <= SEGMENTS; i++) {
            shape.append('/')
                    .append(
                            MIXED.matcher(segments[i]).matches()
                                    ? "*"
                                    : DIGITS.matcher(segments[i]).replaceAll("#"));
        }
        String query = address.getRawQuery();
        if (query != null) {
            shape.append(Arrays.stream(query.split("&"))
                    .map(parameter -> parameter.replaceAll("=.*", ""))
                    .map(name -> DIGITS.matcher(name).replaceAll("#"))
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining("&", "?", "")));
        }
        return shape.substring(0, Math.min(shape.length(), 300));
    }

    /** Whether a path goes in circles ({@code /a/b/a/b/a/b/a/b}), as relative links do where a site resolves them wrongly. */
    static boolean goesInCircles(URI address) {
        String[] segments = address.getRawPath().split("/", -1);
        if (segments.length > DEEPEST) {
            return true;
        }
        return Arrays.stream(segments)
                .filter(segment -> segment.chars().anyMatch(Character::isLetter)) // numbers stand for what is chosen
                .collect(Collectors.groupingBy(segment -> segment, Collectors.counting()))
                .values()
                .stream()
                .anyMatch(times -> times > REPEATS);
    }
}
