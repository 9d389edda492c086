package org.touchstone.matcher.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.indexer.RegistrationSet;
import org.touchstone.indexer.SignCursor;
import org.touchstone.indexer.SignDictionary;
import org.touchstone.indexer.SignOrigin;
import org.touchstone.indexer.WordSign;
import org.touchstone.matcher.search.Likeness.Ground;

/**
 * Finds the registrations whose signs are like a text, as somebody asks who looks for marks, not as a scan reads a
 * listing: everything that is alike is found, however ordinary its words are. Thread-safe while the index is open.
 *
 * <p>The work is bounded: {@link Candidates} says by what.
 */
public final class TextSearch {
    /** Similarities that do not differ by this much are equal. */
    private static final double STEP = 1e-6;

    private final SignDictionary signs;
    private final @Nullable RegistrationSet first;

    /** A search among all registrations of an index. */
    public TextSearch(MarkIndex index) {
        this.signs = index.signs();
        this.first = null;
    }

    /**
     * A search among some registrations of an index.
     *
     * @param first those of them that stand before others that are as similar, such as those in force
     */
    public TextSearch(MarkIndex index, RegistrationSet among, RegistrationSet first) {
        this.signs = index.signs(among);
        this.first = first;
    }

    /**
     * The registrations that are like a text, the most similar first, then those that stand before others, then by id.
     *
     * @param text of which the first 200 UTF-16 units are read
     * @param most how many at most
     */
    public List<TextMatch> search(String text, Set<Way> ways, int most) {
        List<Target> targets = Target.of(text);
        SignCursor cursor = signs.cursor();
        Candidates candidates = new Candidates(signs, cursor, ways);
        List<Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            candidates.add(targets.get(i), i);
            comparisons.add(new Comparison(targets.get(i), ways));
        }
        Map<String, Found> found = new HashMap<>();
        Reader reader = new Reader(cursor);
        candidates.forEach((number, target) -> {
            WordSign sign = reader.sign(number);
            List<Likeness> likenesses = comparisons.get(target).with(sign);
            if (!likenesses.isEmpty()) {
                found.computeIfAbsent(sign.registration(), id -> new Found(sign))
                        .add(sign, likenesses);
            }
        });
        return ordered(found.values()).stream().limit(most).map(Found::match).toList();
    }

    private List<Found> ordered(Collection<Found> found) {
        List<Found> ordered = new ArrayList<>(found);
        ordered.sort(Comparator.comparingLong((Found one) -> -Math.round(one.best / STEP))
                .thenComparing(one -> first != null && !first.hasSign(one.sign.number()))
                .thenComparing(one -> one.sign.registration()));
        return ordered;
    }

    /** Reads a sign once for all its targets. */
    private static final class Reader {
        private final SignCursor cursor;
        private WordSign last = WordSign.of(-1, "", "", SignOrigin.TEXT);

        Reader(SignCursor cursor) {
            this.cursor = cursor;
        }

        WordSign sign(int number) {
            if (last.number() != number) {
                last = cursor.sign(number);
            }
            return last;
        }
    }

    /** What is found of one registration: each ground once, by the sign that is most like on it. */
    private static final class Found {
        private final Map<Ground, Likeness> likenesses = new EnumMap<>(Ground.class);
        private WordSign sign;
        private double best;

        Found(WordSign sign) {
            this.sign = sign;
        }

        void add(WordSign other, List<Likeness> more) {
            for (Likeness one : more) {
                likenesses.merge(one.ground(), one, (a, b) -> b.similarity() > a.similarity() ? b : a);
                if (one.similarity() > best) {
                    best = one.similarity();
                    sign = other;
                }
            }
        }

        TextMatch match() {
            List<Likeness> strongest = new ArrayList<>(likenesses.values());
            strongest.sort(Comparator.comparingDouble(Likeness::similarity).reversed());
            return new TextMatch(sign.registration(), sign, strongest);
        }
    }
}
