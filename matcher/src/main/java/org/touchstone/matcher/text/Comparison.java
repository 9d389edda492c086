package org.touchstone.matcher.text;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.SignDictionary;
import org.touchstone.indexer.SignOrigin;
import org.touchstone.indexer.WordSign;
import org.touchstone.indexer.sign.Han;
import org.touchstone.indexer.sign.KeyHash;
import org.touchstone.indexer.sign.SignText;
import org.touchstone.indexer.sign.SignText.Gap;
import org.touchstone.indexer.sign.SignText.Kind;
import org.touchstone.indexer.sign.SignView;

/** Compares windows of one text with signs, letter by letter, and weighs what it finds. */
final class Comparison implements Proposals.Room {
    /** Bits for a whole word that stands by itself, and against its being spelt. */
    private static final double STANDING = 3.5;

    private static final double SPELT = 3;

    /** Fewer letters spell nothing for sure. */
    private static final int LEAST_SPELT = 4;

    /** An element so long may be written with a letter wrong. */
    private static final int SURE_ELEMENT = 8;

    /** A lighter element says nothing. */
    private static final double LEAST_ELEMENT = 0.6;

    /** An element so long may be distinctive. */
    private static final int DISTINCTIVE = 5;

    private final SignDictionary signs;
    private final SignText text;
    private final Opening opening;
    private final Chinese chinese;
    private final Chinese withNames;
    private final Manner manner;

    Comparison(SignDictionary signs, SignText text, Manner manner) {
        this.signs = signs;
        this.text = text;
        this.opening = Opening.of(text);
        this.chinese = Chinese.of(text, false);
        this.withNames = Chinese.of(text, true);
        this.manner = manner;
    }

    /** A sign with its form as letters. */
    record Form(WordSign sign, SignText letters) {
        static Form of(WordSign sign) {
            return new Form(sign, SignText.of(sign.form()));
        }
    }

    @Override
    public boolean forChanges(int start, int end) {
        if (text.masked(start) || text.masked(end)) {
            return true;
        }
        if (withNames.isRow(text, start, end)) {
            return roomInChinese(start, end);
        }
        boolean han = false;
        boolean other = false;
        for (int i = start; i < end; i++) {
            han |= text.kind(i) == Kind.HAN;
            other |= text.kind(i) != Kind.HAN;
            if (i > start && text.maskedWithin(i)) {
                return true;
            }
        }
        return han ? other || roomInChinese(start, end) : !Words.allOrdinary(text, start, end);
    }

    private boolean roomInChinese(int start, int end) {
        double surprise = withNames.surprise(start, end);
        return surprise >= Weights.LEAST_DISTORTED - Chinese.MOST_STANDING
                && surprise + withNames.standing(text, start, end) >= Weights.LEAST_DISTORTED;
    }

    /** The letters from start to before end read as a sign; null when that is far-fetched. */
    @Nullable
    Reading read(int start, int end, Form candidate, SignView view) {
        WordSign sign = candidate.sign();
        if (sign.origin() != SignOrigin.ELEMENT) {
            return readAs(start, end, candidate, view);
        }
        String form = sign.form().toLowerCase(Locale.ROOT);
        boolean distinctive = form.length() >= DISTINCTIVE && English.isDistinctive(form);
        boolean opens = opening.is(start, end);
        if (!distinctive && !opens) {
            return null;
        }
        Reading reading = readAs(start, end, candidate, view);
        boolean sure = reading != null && (reading.faithful() || distinctive && end - start >= SURE_ELEMENT);
        Reading part = sure ? Weights.ofElement(reading) : null;
        return part == null || part.weight() < LEAST_ELEMENT ? null : part.withWeight(Math.max(Weights.LEAST, part.weight()));
    }

    private @Nullable Reading readAs(int start, int end, Form candidate, SignView view) {
        WordSign sign = candidate.sign();
        SignText mark = candidate.letters();
        if (sameBases(start, end, mark)) {
            return same(start, end, mark, sign);
        }
        if (manner == Manner.LEET || manner == Manner.JOINED || mark.length() == 0) {
            return null;
        }
        if (view == SignView.SOUND && manner == Manner.PLAIN && !mark.hasHan(0, mark.length())) {
            return WordDistortion.heard(text, start, end, mark, sign);
        }
        boolean han = text.hasHan(start, end);
        if (mark.hasHan(0, mark.length())) {
            return han ? HanDistortion.read(text, withNames, start, end, mark, sign) : pinyin(start, end, mark, sign);
        }
        return han ? null : WordDistortion.read(text, start, end, mark, sign);
    }

    /** Readings of the brand's place at the head of an offer. */
    List<Reading> readOpening() {
        return manner == Manner.PLAIN ? opening.read(text, signs, withNames) : List.of();
    }

    private boolean isMark(String base) {
        return signs.mayHave(SignView.SKELETON, KeyHash.of(base));
    }

    private boolean sameBases(int start, int end, SignText mark) {
        if (mark.length() != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (text.base(i) != mark.base(i - start)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Reading same(int start, int end, SignText mark, WordSign sign) {
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
        if (!Plausibility.same(text, chinese, this::isMark, start, end, ways, unlike)) {
            return null;
        }
        double weight = Weights.own(surprise(start, end, mark), ways);
        double similarity = 1 - 0.4 * unlike / n - (gaps > 0 ? 0.05 : 0) - (ways.contains(How.PART) ? 0.2 : 0);
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
            if (!ordinary && text.base(i) < 128 || i > start && text.gap(i) == Gap.HIDDEN || text.end(i) - text.start(i) > Character.charCount(point)) {
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

    /** Latin letters that spell a Chinese sign. */
    private @Nullable Reading pinyin(int start, int end, SignText mark, WordSign sign) {
        int letters = end - start;
        boolean spells = Han.spellings(mark, 0, mark.length()).contains(text.base(start, end));
        if (!spells || letters < LEAST_SPELT || !text.onlyDivided(start, end)) {
            return null;
        }
        for (int i = start; i < end; i++) {
            if (!Character.isLetter(text.folded(i))) {
                return null;
            }
        }
        boolean word = text.edge(start) && text.edge(end);
        boolean spaced = text.hasGap(start, end);
        if (word ? spaced ? Words.allCommon(text, start, end) : Words.isOrdinary(text, start, end) : spaced) {
            return null;
        }
        double standing = word ? STANDING : -Plausibility.besides(text, this::isMark, start, end);
        Set<How> ways = text.hasGap(start, end) ? EnumSet.of(How.PINYIN, How.SEPARATED) : EnumSet.of(How.PINYIN);
        double weight = Weights.distorted(English.unknown(text.folded(start, end)) + standing - SPELT, 0);
        if (weight < 0) {
            return null;
        }
        return new Reading(start, end, sign, false, 0.8, ways, weight);
    }
}
