package org.touchstone.benchmarks;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.touchstone.benchmarks.Contestant.Found;
import org.touchstone.record.Truth;

/** How good the marks are that one method found in the titles of a bench. */
final class Figures {
    /** Kinds of disguise that say little for themselves; counted apart. */
    static final Set<String> WEAK = Set.of(
            "reversed", "pinyin_initials", "initial_one", "first_char_jia", "mask_inner", "truncated", "transposed");

    private static final String ALIAS = "alias";

    private final TextBench bench;
    private final Map<String, Map<String, Double>> found = new HashMap<>();
    private final Map<String, Share> byKind = new TreeMap<>();
    private Share latin = Share.NONE;
    private Share han = Share.NONE;

    /**
     * How many signs were found.
     *
     * @param found of the whole
     * @param first of these, how many had the highest score of their title
     */
    record Share(int found, int first, int whole) {
        static final Share NONE = new Share(0, 0, 0);

        Share with(Share other) {
            return new Share(found + other.found, first + other.first, whole + other.whole);
        }

        /** 0 to 1. */
        double value() {
            return whole == 0 ? 0 : (double) found / whole;
        }

        /** 0 to 1. */
        double top() {
            return whole == 0 ? 0 : (double) first / whole;
        }

        String shown() {
            return String.format(Locale.ROOT, "%.2f (%d of %d)", value(), found, whole);
        }
    }

    /**
     * @param found by the id of the listing; listings without any may be missing
     */
    Figures(TextBench bench, Map<String, List<Found>> found) {
        this.bench = bench;
        found.forEach((listing, marks) -> this.found.put(
                listing, marks.stream().collect(Collectors.toMap(Found::mark, Found::score, Math::max))));
        Set<String> chinese =
                bench.words().stream().filter(Word::hasHan).map(Word::id).collect(Collectors.toSet());
        for (Title title : bench.titles()) {
            for (Truth truth : title.truths()) {
                if (truth.label() != Truth.Label.LAWFUL) {
                    count(truth, chinese);
                }
            }
        }
    }

    private void count(Truth truth, Set<String> chinese) {
        Map<String, Double> marks = marks(truth.listing());
        Double score = marks.get(truth.mark());
        boolean first = score != null && marks.values().stream().allMatch(other -> other <= score);
        Share share = new Share(score == null ? 0 : 1, first ? 1 : 0, 1);
        byKind.merge(truth.kind(), share, Share::with);
        if (isStrong(truth.kind())) {
            if (chinese.contains(truth.mark())) {
                han = han.with(share);
            } else {
                latin = latin.with(share);
            }
        }
    }

    private Map<String, Double> marks(String listing) {
        return found.getOrDefault(listing, Map.of());
    }

    private static boolean isStrong(String kind) {
        return !WEAK.contains(kind) && !kind.equals(Title.PLAIN) && !kind.startsWith(ALIAS);
    }

    /** By kind of disguise. */
    Map<String, Share> byKind() {
        return byKind;
    }

    /** All kinds together that a predicate takes. */
    Share of(Predicate<String> kinds) {
        return byKind.entrySet().stream()
                .filter(entry -> kinds.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Share.NONE, Share::with);
    }

    /** Share of the strong disguises that were found. */
    Share strong() {
        return of(Figures::isStrong);
    }

    /** Titles without any sign in which a target was found, of 1,000. */
    double falsePer1000() {
        return 1000
                * share("clean", title -> marks(title.id()).keySet().stream().anyMatch(bench.targets()::contains));
    }

    /** All figures by their names, as text. */
    Map<String, String> overall() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("strong disguises found", strong().shown());
        all.put("of these Latin marks", latin.shown());
        all.put("of these Chinese marks", han.shown());
        all.put("strong disguises, right mark on top", decimal(strong().top()));
        all.put("weak disguises found", of(WEAK::contains).shown());
        all.put("plain signs found", of(Title.PLAIN::equals).shown());
        all.put("sellers' aliases found", of(kind -> kind.startsWith(ALIAS)).shown());
        all.put("false hits per 1,000 clean titles", String.format(Locale.ROOT, "%.1f", falsePer1000()));
        all.put(
                "near brands taken for their neighbour",
                decimal(share("near-brand", title -> marks(title.id()).containsKey(title.near()))));
        all.put(
                "common words taken for a mark",
                decimal(share("common-word", title -> !marks(title.id()).isEmpty())));
        all.put(
                "marks found per title",
                decimal(bench.titles().stream()
                        .mapToInt(title -> marks(title.id()).size())
                        .average()
                        .orElse(0)));
        return all;
    }

    private double share(String group, Predicate<Title> wrong) {
        Collection<Title> titles = bench.titles().stream()
                .filter(title -> title.group().equals(group))
                .toList();
        long count = titles.stream().filter(wrong).count();
        return titles.isEmpty() ? 0 : (double) count / titles.size();
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
