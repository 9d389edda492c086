package org.touchstone.matcher.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.touchstone.hit.Evidence;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.indexer.SignCursor;
import org.touchstone.indexer.SignDictionary;
import org.touchstone.indexer.SignOrigin;
import org.touchstone.indexer.WordSign;
import org.touchstone.indexer.sign.SignText;
import org.touchstone.listing.Listing;
import org.touchstone.matcher.Sighting;

/**
 * Finds the signs of registered marks in a listing's texts, as they are or in disguise. Thread-safe.
 *
 * <p>A text is put into normal form with its places kept ({@link SignText}); its windows are looked up in the index
 * under every view; what is found is compared letter by letter and weighed; and where several marks explain one piece
 * of the text, the better explanation stays. The work grows with the text's length and hardly with the number of marks.
 */
public final class TextMatcher {
    /** By weight, and where weights are equal by how alike and how long the quotes are. */
    private static final Comparator<Sighting> CLEARER = Comparator.comparing(
            Sighting::evidence,
            Comparator.comparingDouble(Evidence::weight)
                    .thenComparing(
                            evidence -> (Evidence.Word) evidence,
                            Comparator.comparingDouble(Evidence.Word::similarity)
                                    .thenComparingInt(word -> word.quote().length())));

    /** Ways in which letters are not the mark's own. */
    private static final Set<String> DISTORTED = Stream.of(
                    How.MASKED, How.PINYIN, How.ROMANISED, How.SOUND, How.SHAPE, How.SPLIT, How.EDIT)
            .map(How::key)
            .collect(Collectors.toUnmodifiableSet());

    private final SignDictionary signs;
    private final boolean eitherScript;

    /** A matcher for all marks of an index, in force or not; the index must stay open. */
    public TextMatcher(MarkIndex index) {
        this(index.signs(), false);
    }

    /** A matcher for the marks of an index that are in force on a day; the index must stay open. */
    public TextMatcher(MarkIndex index, LocalDate day) {
        this(index.signs(day), false);
    }

    private TextMatcher(SignDictionary signs, boolean eitherScript) {
        this.signs = signs;
        this.eitherScript = eitherScript;
    }

    /**
     * A matcher that finds a Chinese mark also where a whole text is in the other script, traditional for simplified or the
     * reverse. In such a text the mark's words are mostly ordinary words of the text, so a scan leaves them out unless asked.
     */
    public TextMatcher inEitherScript() {
        return new TextMatcher(signs, true);
    }

    /** The signs in all of a listing's texts, heaviest first. A mark is given once for each text that has its sign. */
    public List<Sighting> match(Listing listing) {
        List<Sighting> sightings = new ArrayList<>();
        listing.texts().forEach((field, text) -> sightings.addAll(match(field, text)));
        sightings.sort(Comparator.comparingDouble(
                        (Sighting sighting) -> sighting.evidence().weight())
                .reversed());
        return sightings;
    }

    /**
     * The signs in one text, each mark once, by the sign that weighs most.
     *
     * @param field name of the text in evidence
     * @param raw the text; of a very long one the first {@link SignText#LONGEST} UTF-16 units are read
     */
    public List<Sighting> match(String field, String raw) {
        List<Sighting> sightings = sightings(field, raw);
        ShownText.of(raw)
                .ifPresent(shown -> sightings(field, shown.text())
                        .forEach(sighting -> shown.inRaw((Evidence.Word) sighting.evidence())
                                .ifPresent(word -> sightings.add(new Sighting(sighting.mark(), word)))));
        Map<String, Sighting> best = new HashMap<>();
        for (Sighting sighting : sightings) {
            best.merge(sighting.mark(), sighting, (a, b) -> CLEARER.compare(a, b) >= 0 ? a : b);
        }
        return heaviestFirst(best.values());
    }

    private static List<Sighting> heaviestFirst(Collection<Sighting> sightings) {
        List<Sighting> result = new ArrayList<>(sightings);
        result.sort(Comparator.comparingDouble(
                        (Sighting sighting) -> sighting.evidence().weight())
                .reversed()
                .thenComparing(Sighting::mark));
        return result;
    }

    /**
     * The signs in a line that a machine has read, as in a picture, each mark once. Reading mistakes letters, so that only
     * the mark's own count, and what would be a disguise in a typed text weighs as plain sight.
     *
     * @param field name of the line in evidence
     * @param line as it was read
     */
    public List<Sighting> matchRead(String field, String line) {
        SignText text = SignText.of(line);
        Map<String, Sighting> best = new HashMap<>();
        for (Reading reading : Explanation.best(read(text, Manner.PLAIN))) {
            if (How.READABLE.containsAll(reading.how())) {
                Reading plain = reading.withWeight(Weights.undressed(reading.weight(), reading.how()));
                best.merge(
                        plain.sign().registration(),
                        sighting(field, text, plain),
                        (a, b) -> CLEARER.compare(a, b) >= 0 ? a : b);
            }
        }
        return heaviestFirst(best.values());
    }

    /**
     * Whether a sign is so far from the mark's own letters, and so light, that it needs support: without it, chance explains
     * it nearly as well.
     */
    public static boolean isDoubtful(Evidence.Word sign) {
        return sign.weight() < Weights.CLEAR && sign.how().stream().anyMatch(DISTORTED::contains);
    }

    private List<Sighting> sightings(String field, String raw) {
        List<Sighting> sightings = new ArrayList<>();
        for (Manner.Read read : Manner.readings(raw)) {
            for (Reading reading : Explanation.best(read(read.text(), read.manner()))) {
                sightings.add(sighting(field, read.text(), reading));
            }
        }
        return sightings;
    }

    private List<Reading> read(SignText text, Manner manner) {
        List<Reading> readings = new ArrayList<>();
        Comparison comparison = new Comparison(signs, text, manner, eitherScript);
        Candidates candidates = new Candidates();
        SignCursor cursor = signs.cursor();
        new Proposals(signs, cursor, text, manner, comparison.room(), candidates).run();
        candidates.each(cursor, (start, end, form, view) -> {
            Reading reading = comparison.read(start, end, form, view);
            if (reading != null && reading.weight() >= Weights.LEAST) {
                readings.add(reading);
            }
        });
        readings.addAll(comparison.readOpening());
        return readings;
    }

    private static Sighting sighting(String field, SignText text, Reading reading) {
        WordSign sign = reading.sign();
        List<String> how = new ArrayList<>();
        reading.ways().forEach(way -> how.add(way.key()));
        if (sign.origin() != SignOrigin.TEXT) {
            how.add(sign.origin().key());
        }
        int start = text.start(reading.start());
        int end = text.end(reading.end() - 1);
        if (reading.how().contains(How.MASKED)) {
            SignText mark = SignText.of(sign.form());
            boolean first = mark.base(0) != text.base(reading.start());
            boolean last = mark.base(mark.length() - 1) != text.base(reading.end() - 1);
            start -= first && text.masked(reading.start()) ? symbolBefore(text.raw(), start) : 0;
            end += last && text.masked(reading.end()) ? symbolAt(text.raw(), end) : 0;
        }
        return new Sighting(
                sign.registration(),
                new Evidence.Word(
                        "word",
                        field,
                        start,
                        end,
                        text.raw().substring(start, end),
                        sign.form(),
                        reading.similarity(),
                        how,
                        reading.weight(),
                        ""));
    }

    /** Length of the symbol that ends at a place and masks a letter, so that the quote shows it; 0 for a blank. */
    private static int symbolBefore(String raw, int end) {
        return end == 0 || Character.isWhitespace(raw.codePointBefore(end))
                ? 0
                : Character.charCount(raw.codePointBefore(end));
    }

    private static int symbolAt(String raw, int start) {
        boolean blank = start == raw.length() || Character.isWhitespace(raw.codePointAt(start));
        return blank ? 0 : Character.charCount(raw.codePointAt(start));
    }
}
