package org.touchstone.matcher.goods;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.touchstone.hit.Evidence;
import org.touchstone.indexer.sign.Han;
import org.touchstone.listing.Listing;
import org.touchstone.mark.Registration;
import org.touchstone.matcher.goods.NamedGoods.Place;

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

    /** Other goods of the same class are still near, and a word tells a group less surely than a class. */
    private static final double OTHER_GROUPS_CATEGORY = -2;

    private static final double OTHER_GROUPS_TITLE = -1;

    /** Of a longer text only so much is read. */
    private static final int LONGEST_TEXT = 1_000;

    /** Letters that a plural may have more. */
    private static final int PLURAL = 2;

    private static final Pattern BETWEEN_CATEGORIES = Pattern.compile("[/>|»›\\\\;,，、；&]+| - ");

    private final List<NamedGoods> named;

    /** What one word tells of a mark. */
    private record Told(NamedGoods named, GoodsComparison comparison) {}

    private OfferedGoods(List<NamedGoods> named) {
        this.named = List.copyOf(named);
    }

    /** Reads an offer: the last part of its category that names goods, else its title. */
    public static OfferedGoods of(Listing listing) {
        String[] categories = BETWEEN_CATEGORIES.split(folded(listing.category()));
        for (int i = categories.length - 1; i >= 0; i--) {
            List<NamedGoods> named = named(categories[i].strip(), Place.CATEGORY);
            if (!named.isEmpty()) {
                return new OfferedGoods(named);
            }
        }
        return new OfferedGoods(named(folded(listing.title()), Place.TITLE));
    }

    /** The classes that come into question, ascending; empty when no word names goods. */
    public SortedSet<Integer> classes() {
        SortedSet<Integer> classes = new TreeSet<>();
        named.forEach(one -> classes.addAll(one.goods().classes()));
        return classes;
    }

    /** The similar groups that come into question, ascending; not every class need have one. */
    public SortedSet<String> groups() {
        SortedSet<String> groups = new TreeSet<>();
        named.forEach(one -> groups.addAll(one.goods().groups()));
        return groups;
    }

    /** The words that name goods, in the order in which they stand. */
    public List<NamedGoods> reasons() {
        return named;
    }

    /** How these goods stand to those of a mark. */
    public GoodsRelation to(Registration mark) {
        return to(RegisteredGoods.of(mark)).relation();
    }

    /** How these goods stand to registered ones, and why: by the word that stands nearest to them. */
    public GoodsComparison to(RegisteredGoods registered) {
        return told(registered)
                .map(Told::comparison)
                .orElseGet(() -> GoodsComparison.of(
                        GoodsComparison.Ground.NOT_KNOWN,
                        List.of(),
                        registered.goods().classes()));
    }

    private Optional<Told> told(RegisteredGoods registered) {
        return named.stream()
                .map(one -> new Told(one, one.goods().to(registered)))
                .min(Comparator.comparing(one -> one.comparison().ground()));
    }

    /** What the goods say for or against a mark; empty when they are unknown. */
    public Optional<Evidence.Circumstance> beside(Registration mark) {
        return beside(RegisteredGoods.of(mark));
    }

    /** What the goods say for or against registered ones; empty when they are unknown. */
    public Optional<Evidence.Circumstance> beside(RegisteredGoods registered) {
        return told(registered).flatMap(told -> evidence(told, registered));
    }

    private static Optional<Evidence.Circumstance> evidence(Told told, RegisteredGoods registered) {
        boolean category = told.named().place() == Place.CATEGORY;
        return switch (told.comparison().relation()) {
            case SAME -> Optional.of(evidence(SAME, "same goods", told, registered));
            case SIMILAR -> Optional.of(evidence(SIMILAR, "similar goods", told, registered));
            case DIFFERENT ->
                Optional.of(evidence(
                        told.comparison().isByGroups()
                                ? category ? OTHER_GROUPS_CATEGORY : OTHER_GROUPS_TITLE
                                : category ? DIFFERENT_CATEGORY : DIFFERENT_TITLE,
                        "different goods",
                        told,
                        registered));
            case UNKNOWN -> Optional.empty();
        };
    }

    private static Evidence.Circumstance evidence(
            double weight, String relation, Told told, RegisteredGoods registered) {
        GoodsComparison comparison = told.comparison();
        String groups = comparison.isByGroups()
                ? "; groups " + list(comparison.offered()) + " / " + list(comparison.registered())
                : "";
        return new Evidence.Circumstance(
                KIND,
                weight,
                relation + ": '" + told.named().word() + "' ("
                        + told.named().place().name().toLowerCase(Locale.ROOT) + "), Nice "
                        + list(told.named().goods().classes()) + " / "
                        + list(registered.goods().classes()) + groups);
    }

    private static String list(Collection<?> numbers) {
        return String.join(", ", numbers.stream().map(String::valueOf).toList());
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
    private static List<NamedGoods> named(String text, Place place) {
        List<NamedGoods> found = new ArrayList<>();
        for (int i = 0; i < text.length(); ) {
            int end = startsWord(text, i) ? end(text, i, place) : -1;
            if (end < 0) {
                i++;
                continue;
            }
            String word = text.substring(i, end);
            String known = known(word).orElse(word);
            found.add(new NamedGoods(
                    word, place, ClassifiedGoods.of(NiceClasses.TABLE.of(known), SimilarGroups.of(known))));
            i = end;
        }
        return found;
    }

    /** End of the longest word that names goods, -1 for none. One character names goods only as a whole category. */
    private static int end(String text, int start, Place place) {
        int longest = NiceClasses.TABLE.longest(text.charAt(start));
        int last = longest == 0 ? start : Math.min(text.length(), start + longest + PLURAL);
        for (int end = last; end > start; end--) {
            boolean whole = end == text.length() || startsWord(text, end) || !isLetter(text.charAt(end));
            boolean enough = end - start > 1 || place == Place.CATEGORY && start == 0 && end == text.length();
            if (whole && enough && known(text.substring(start, end)).isPresent()) {
                return end;
            }
        }
        return -1;
    }

    /** The word as the table has it: as it is, or in the singular. Chinese has no plural. */
    private static Optional<String> known(String word) {
        int length = word.length();
        return Stream.of(
                        word,
                        word.endsWith("ies") ? word.substring(0, length - 3) + "y" : "",
                        word.endsWith("es") ? word.substring(0, length - 2) : "",
                        word.endsWith("s") ? word.substring(0, length - 1) : "")
                .filter(form -> !NiceClasses.TABLE.of(form).isEmpty())
                .findFirst();
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
