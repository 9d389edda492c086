package org.touchstone.matcher.text;

import java.util.EnumSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.WordSign;
import org.touchstone.indexer.sign.SignText;
import org.touchstone.indexer.sign.SignText.Gap;
import org.touchstone.indexer.sign.SignText.Kind;

/**
 * Reads a window as the mark's own letters, as they are or dressed up: in another style, with look-alikes, with something
 * between them.
 *
 * @param eitherScript whether traditional characters count in a text that is all in such
 * @param chinese how well ordinary words, without names, explain the text
 * @param marks tells whether base letters are a mark's
 */
record OwnLetters(SignText text, Manner manner, boolean eitherScript, Chinese chinese, Predicate<String> marks) {
    /** Null when ordinary language explains the letters better. */
    @Nullable
    Reading read(int start, int end, SignText mark, WordSign sign) {
        EnumSet<How> ways = EnumSet.noneOf(How.class);
        int n = end - start;
        int unlike = 0;
        int plainlyUnlike = 0;
        for (int i = start; i < end; i++) {
            if (text.folded(i) != mark.folded(i - start)) {
                if (text.kind(i) == Kind.HAN) {
                    ways.add(How.SIMPLIFIED);
                } else {
                    unlike++;
                    boolean symbol = !Character.isLetter(text.folded(i));
                    plainlyUnlike += text.folded(i) < 128 ? 1 : 0;
                    ways.add(symbol ? How.LEET : How.CONFUSABLE);
                }
            }
        }
        if (manner == Manner.JOINED) {
            unlike++;
            plainlyUnlike++;
            ways.add(How.CONFUSABLE);
        } else if (manner == Manner.ROMANISED) {
            ways.add(How.ROMANISED);
        }
        int gaps = gapsNotIn(mark, start, end);
        if (gaps > 0) {
            boolean habit = gaps == 1 && !text.hasHan(start, end) && text.onlyDivided(start, end);
            ways.add(habit ? How.DIVIDED : How.SEPARATED);
        }
        if (!text.edge(start) || !text.edge(end)) {
            ways.add(How.PART);
        }
        if (manner == Manner.PLAIN && styled(start, end)) {
            ways.add(How.STYLED);
        }
        if (ways.isEmpty()) {
            ways.add(text.quote(start, end).equalsIgnoreCase(sign.form()) ? How.EXACT : How.FOLDED);
        }
        if (!eitherScript && ways.contains(How.SIMPLIFIED) && chinese.ownScript(text, start, end)) {
            return null;
        }
        if (!Plausibility.same(text, chinese, marks, start, end, ways, unlike)) {
            return null;
        }
        double weight = Weights.own(surprise(start, end, mark), ways);
        double similarity = 1
                - 0.4 * unlike / n
                - (gaps > 0 ? 0.05 : 0)
                - (ways.contains(How.STYLED) ? 0.02 : 0)
                - (ways.contains(How.PART) ? 0.2 : 0);
        boolean faithful = plainlyUnlike == 0 && !ways.contains(How.PART);
        return new Reading(start, end, sign, faithful, similarity, ways, weight);
    }

    private double surprise(int start, int end, SignText mark) {
        if (text.hasHan(start, end)) {
            return chinese.surprise(start, end) + chinese.standing(text, start, end);
        }
        double bits = 0;
        int from = 0;
        for (int i = 1; i <= mark.length(); i++) {
            if (i == mark.length() || mark.gap(i).compareTo(Gap.HIDDEN) > 0) {
                bits += English.distinction(mark.folded(from, i));
                from = i;
            }
        }
        return bits;
    }

    /** Whether letters are written with symbols that nobody types by chance, or with something hidden between them. */
    private boolean styled(int start, int end) {
        int accents = 0;
        for (int i = start; i < end; i++) {
            int point = text.raw().codePointAt(text.start(i));
            accents += point >= 0xc0 && point < 0x250 && text.folded(i) < 128 ? 1 : 0;
            boolean ordinary = point < 0x250
                    || point >= 0xff00 && point <= 0xffee
                    || text.kind(i) != Kind.WORD
                    || point != text.folded(i) && Character.toLowerCase(point) == text.folded(i);
            if (!ordinary && text.base(i) < 128
                    || i > start && text.gap(i) == Gap.HIDDEN
                    || text.end(i) - text.start(i) > Character.charCount(point)) {
                return true;
            }
        }
        return accents > 1;
    }

    private int gapsNotIn(SignText mark, int start, int end) {
        int gaps = 0;
        for (int i = start + 1; i < end; i++) {
            boolean here = text.gap(i).compareTo(Gap.HIDDEN) > 0;
            gaps += here && mark.gap(i - start).compareTo(Gap.HIDDEN) <= 0 ? 1 : 0;
        }
        return gaps;
    }
}
