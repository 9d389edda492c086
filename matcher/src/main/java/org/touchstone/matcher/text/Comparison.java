package org.touchstone.matcher.text;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.SignDictionary;
import org.touchstone.indexer.SignOrigin;
import org.touchstone.indexer.WordSign;
import org.touchstone.indexer.sign.KeyHash;
import org.touchstone.indexer.sign.SignText;
import org.touchstone.indexer.sign.SignView;

/** Compares windows of one text with signs, letter by letter, and weighs what it finds. */
final class Comparison {
    /** An element so long may be written with a letter wrong. */
    private static final int SURE_ELEMENT = 8;

    /** An element so long may be distinctive. */
    private static final int DISTINCTIVE = 5;

    /** A lighter element says nothing. */
    private static final double LEAST_ELEMENT = 0.6;

    private final SignDictionary signs;
    private final SignText text;
    private final Manner manner;
    private final Opening opening;
    private final Chinese withNames;
    private final OwnLetters ownLetters;
    private final Pinyin pinyin;

    Comparison(SignDictionary signs, SignText text, Manner manner, boolean eitherScript) {
        this.signs = signs;
        this.text = text;
        this.manner = manner;
        opening = Opening.of(text);
        withNames = Chinese.of(text, true);
        ownLetters = new OwnLetters(text, manner, eitherScript, Chinese.of(text, false), this::isMark);
        pinyin = new Pinyin(text, this::isMark);
    }

    /** A sign with its form as letters. */
    record Form(WordSign sign, SignText letters) {
        static Form of(WordSign sign) {
            return new Form(sign, SignText.of(sign.form()));
        }
    }

    private boolean isMark(String base) {
        return signs.mayHave(SignView.SKELETON, KeyHash.of(base));
    }

    /** Where the text leaves room for changes. */
    Proposals.Room room() {
        return new Latitude(text, withNames);
    }

    /** Readings of the brand's place at the head of an offer. */
    List<Reading> readOpening() {
        return manner == Manner.PLAIN ? opening.read(text, signs, withNames) : List.of();
    }

    /** The letters from start to before end read as a sign; null when that is far-fetched. */
    @Nullable
    Reading read(int start, int end, Form candidate, SignView view) {
        boolean element = candidate.sign().origin() == SignOrigin.ELEMENT;
        return element ? readElement(start, end, candidate, view) : readWhole(start, end, candidate, view);
    }

    /** An element of a mark means the mark when it is distinctive, or stands in the brand's place. */
    private @Nullable Reading readElement(int start, int end, Form candidate, SignView view) {
        String form = candidate.sign().form().toLowerCase(Locale.ROOT);
        boolean distinctive = form.length() >= DISTINCTIVE && English.isDistinctive(form);
        if (!distinctive && !opening.is(start, end)) {
            return null;
        }
        Reading reading = readWhole(start, end, candidate, view);
        if (reading == null || !reading.faithful() && !(distinctive && end - start >= SURE_ELEMENT)) {
            return null;
        }
        Reading part = Weights.ofElement(reading);
        return part.weight() < LEAST_ELEMENT ? null : part;
    }

    private @Nullable Reading readWhole(int start, int end, Form candidate, SignView view) {
        WordSign sign = candidate.sign();
        SignText mark = candidate.letters();
        if (sameBases(start, end, mark)) {
            return ownLetters.read(start, end, mark, sign);
        }
        if (manner == Manner.LEET || manner == Manner.JOINED || mark.length() == 0) {
            return null;
        }
        if (mark.hasHan(0, mark.length())) {
            return text.hasHan(start, end)
                    ? HanDistortion.read(text, withNames, start, end, mark, sign)
                    : pinyin.read(start, end, mark, sign);
        }
        if (text.hasHan(start, end)) {
            return null;
        }
        return view == SignView.SOUND && manner == Manner.PLAIN
                ? WordDistortion.heard(text, start, end, mark, sign)
                : WordDistortion.read(text, start, end, mark, sign);
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
}
