package org.touchstone.matcher.goods;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.touchstone.hit.Evidence;
import org.touchstone.indexer.sign.Han;
import org.touchstone.listing.Listing;
import org.touchstone.mark.Registration;

/**
 * The goods that an offer is of, as far as its category or else its title names them in words of trade. Several classes
 * may come into question; goods are only called different when none of them has to do with the mark's. Immutable and
 * thread-safe.
 *
 * <p>Classes are an office's administration and no proof of similarity (Singapore Treaty on the Law of Trademarks,
 * article 9(2)), so they weigh little where they agree and not everything where they differ.
 */
public final class OfferedGoods {
    /** Kind of the evidence. */
    public static final String KIND = "goods";

    private static final double SAME = 1;
    private static final double SIMILAR = 0.5;

    /** The page's own category is surer than a word among others in a title. */
    private static final double DIFFERENT_CATEGORY = -5;

    private static final double DIFFERENT_TITLE = -3;

    /** Retail services, which are often held to be similar to the goods that are sold. */
    private static final int RETAIL = 35;

    /** Of a longer text only so much is read. */
    private static final int LONGEST_TEXT = 1_000;

    /** Letters that a plural may have more. */
    private static final int PLURAL = 2;

    private static final Pattern BETWEEN_CATEGORIES = Pattern.compile("[/>|»›\\\\;,，、；&]+| - ");

    private final List<Named> named;
    private final Set<Integer> classes = new TreeSet<>();
    private final boolean byCategory;

    /** A word of the offer with the classes of the goods that it names. */
    private record Named(String word, Set<Integer> classes) {}

    private OfferedGoods(List<Named> named, boolean byCategory) {
        this.named = List.copyOf(named);
        this.byCategory = byCategory;
        named.forEach(one -> classes.addAll(one.classes()));
    }

    /** Reads an offer: the last part of its category that names goods, else its title. */
    public static OfferedGoods of(Listing listing) {
        String[] categories = BETWEEN_CATEGORIES.split(folded(listing.category()));
        for (int i = categories.length - 1; i >= 0; i--) {
            List<Named> named = named(categories[i].strip(), true);
            if (!named.isEmpty()) {
                return new OfferedGoods(named, true);
            }
        }
        return new OfferedGoods(named(folded(listing.title()), false), false);
    }

    /** The classes that come into question, ascending; empty when no word names goods. */
    public Set<Integer> classes() {
        return Collections.unmodifiableSet(classes);
    }

    /** How these goods stand to those of a mark. */
    public GoodsRelation to(Registration mark) {
        if (named.isEmpty() || mark.niceClasses().isEmpty()) {
            return GoodsRelation.UNKNOWN;
        }
        if (mark.niceClasses().stream().anyMatch(classes::contains)) {
            return GoodsRelation.SAME;
        }
        boolean similar = mark.niceClasses().stream()
                .anyMatch(own ->
                        own == RETAIL || classes.stream().anyMatch(other -> NiceClasses.TABLE.areSimilar(own, other)));
        return similar ? GoodsRelation.SIMILAR : GoodsRelation.DIFFERENT;
    }

    /** What the goods say for or against a mark; empty when they are unknown. */
    public Optional<Evidence.Circumstance> beside(Registration mark) {
        return switch (to(mark)) {
            case SAME -> Optional.of(evidence(SAME, "same goods", mark));
            case SIMILAR -> Optional.of(evidence(SIMILAR, "similar goods", mark));
            case DIFFERENT ->
                Optional.of(evidence(byCategory ? DIFFERENT_CATEGORY : DIFFERENT_TITLE, "different goods", mark));
            case UNKNOWN -> Optional.empty();
        };
    }

    private Evidence.Circumstance evidence(double weight, String relation, Registration mark) {
        Named telling = named.stream()
                .filter(one -> one.classes().stream().anyMatch(mark.niceClasses()::contains))
                .findFirst()
                .orElse(named.get(0));
        return new Evidence.Circumstance(
                KIND,
                weight,
                relation + ": '" + telling.word() + "' (" + (byCategory ? "category" : "title") + "), Nice "
                        + list(telling.classes()) + " / " + list(new TreeSet<>(mark.niceClasses())));
    }

    private static String list(Set<Integer> classes) {
        return String.join(", ", classes.stream().map(String::valueOf).toList());
    }

    private static String folded(String text) {
        String head = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        StringBuilder folded = new StringBuilder(head.length());
        Normalizer.normalize(head, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .map(point -> Han.is(point) ? Han.simplified(point) : point)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    /** The words of a text that name goods, the longest at each place. */
    private static List<Named> named(String text, boolean category) {
        List<Named> found = new ArrayList<>();
        for (int i = 0; i < text.length(); ) {
            int end = startsWord(text, i) ? end(text, i, category) : -1;
            if (end < 0) {
                i++;
                continue;
            }
            String word = text.substring(i, end);
            found.add(new Named(word, classes(word)));
            i = end;
        }
        return found;
    }

    /** End of the longest word that names goods, -1 for none. One character names goods only as a whole category. */
    private static int end(String text, int start, boolean category) {
        int longest = NiceClasses.TABLE.longest(text.charAt(start));
        int last = longest == 0 ? start : Math.min(text.length(), start + longest + PLURAL);
        for (int end = last; end > start; end--) {
            boolean whole = end == text.length() || startsWord(text, end) || !isLetter(text.charAt(end));
            boolean enough = end - start > 1 || category && start == 0 && end == text.length();
            if (whole && enough && !classes(text.substring(start, end)).isEmpty()) {
                return end;
            }
        }
        return -1;
    }

    /** Chinese has no plural; an English word is asked for as it is and in the singular. */
    private static Set<Integer> classes(String word) {
        Set<Integer> classes = NiceClasses.TABLE.of(word);
        if (classes.isEmpty() && word.endsWith("ies")) {
            classes = NiceClasses.TABLE.of(word.substring(0, word.length() - 3) + "y");
        }
        if (classes.isEmpty() && word.endsWith("es")) {
            classes = NiceClasses.TABLE.of(word.substring(0, word.length() - 2));
        }
        if (classes.isEmpty() && word.endsWith("s")) {
            classes = NiceClasses.TABLE.of(word.substring(0, word.length() - 1));
        }
        return classes;
    }

    private static boolean startsWord(String text, int i) {
        char here = text.charAt(i);
        return isLetter(here) && (i == 0 || !isLetter(text.charAt(i - 1)) || isHan(here) || isHan(text.charAt(i - 1)));
    }

    private static boolean isLetter(char unit) {
        return Character.isLetterOrDigit(unit) || Character.isSurrogate(unit);
    }

    private static boolean isHan(char unit) {
        return Character.isSurrogate(unit) || Han.is(unit);
    }
}
