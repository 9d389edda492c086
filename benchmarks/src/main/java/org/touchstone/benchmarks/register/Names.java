package org.touchstone.benchmarks.register;

import java.util.List;
import java.util.Locale;
import org.touchstone.benchmarks.invented.Syllables;

/** Invents people, companies and places. */
final class Names {
    private static final Syllables SYLLABLES = new Syllables("");
    private static final List<String> TRADES = List.of(
            "Holdings",
            "Foods",
            "Trading",
            "Industries",
            "Technology",
            "Brands",
            "Products",
            "Beverage",
            "International",
            "Textiles",
            "Tools",
            "Ventures",
            "Media",
            "Laboratories",
            "Import & Export");
    private static final List<String> STREETS =
            List.of("Street", "Avenue", "Road", "Boulevard", "Lane", "Drive", "Plaza");
    private static final List<String> PLACES = List.of("", "", "", "ville", "ton", " Springs", " City", " Park");

    private Names() {}

    /** Such as {@code Morane}. */
    static String name(Draw draw) {
        String word = SYLLABLES.latin(draw.random());
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    static String person(Draw draw) {
        String initial = draw.chance(0.4) ? (char) ('A' + draw.below(26)) + ". " : "";
        return name(draw) + " " + initial + name(draw);
    }

    /** An examiner, family name first. */
    static String official(Draw draw) {
        return (name(draw) + ", " + name(draw)).toUpperCase(Locale.ROOT);
    }

    /** Without the form of company. */
    static String company(Draw draw) {
        return name(draw) + " " + (draw.chance(0.2) ? "& " + name(draw) + " " : "") + draw.of(TRADES);
    }

    static String street(Draw draw) {
        return draw.between(1, 9999) + " " + name(draw) + " " + draw.of(STREETS);
    }

    static String city(Draw draw) {
        return name(draw) + draw.of(PLACES);
    }
}
