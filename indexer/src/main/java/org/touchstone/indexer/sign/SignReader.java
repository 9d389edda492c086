package org.touchstone.indexer.sign;

import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.sign.Letters.Letter;
import org.touchstone.indexer.sign.Letters.Sort;
import org.touchstone.indexer.sign.SignText.Gap;
import org.touchstone.indexer.sign.SignText.Kind;

/** One pass over a raw text, letter by letter. Not thread-safe, and of use once. */
final class SignReader {
    private static final int LONG_GAP = 6;

    /** How many symbols between a symbol and a letter may keep it within the word. */
    private static final int REACH = 8;

    private final String raw;
    private final int limit;
    private final LetterRow row;
    private boolean leet;
    private boolean romanise;
    private Joins.@Nullable Reach reach;
    private int[] joins = {};
    private int nextJoin;
    private int wordEnd;
    private boolean wordReads;
    private int plainEnd;
    private int border;
    private Gap gap = Gap.NONE;
    private int gapLength;
    private int mask;

    SignReader(String raw) {
        this.raw = raw;
        limit = Math.min(raw.length(), SignText.LONGEST);
        row = new LetterRow(limit);
    }

    LetterRow plain() {
        for (int i = 0; i < limit && row.count < SignText.LONGEST; ) {
            int point = raw.codePointAt(i);
            int end = i + Character.charCount(point);
            step(point, i, end);
            i = end;
        }
        closeGap();
        return row;
    }

    LetterRow leet() {
        leet = true;
        return read();
    }

    /** Reads other scripts in Latin letters. */
    LetterRow romanised() {
        romanise = true;
        return read();
    }

    /** Reads rows of letters at these places as one letter each. */
    LetterRow joined(Joins.Reach as, int[] places) {
        reach = as;
        joins = places;
        return read();
    }

    private LetterRow read() {
        for (int i = 0; i < limit && row.count < SignText.LONGEST; ) {
            int point = raw.codePointAt(i);
            int other = read(i, point);
            if (other > i) {
                i = other;
            } else {
                int end = i + Character.charCount(point);
                step(point, i, end);
                i = end;
            }
        }
        closeGap();
        return row;
    }

    /** Where what is read otherwise than letter by letter ends; the place itself where there is no such thing. */
    private int read(int at, int point) {
        if (leet) {
            int read = leetAt(at);
            if (read != 0) {
                add(at, at + (read >> 8), point, read & 255, Kind.WORD, LetterRow.ASSUMED);
                return at + (read >> 8);
            }
        } else if (reach != null) {
            if (nextJoin < joins.length && joins[nextJoin] == at) {
                int join = Joins.at(raw, at, reach == Joins.Reach.LOOSE);
                nextJoin++;
                add(at, at + (join >> 8), join & 255, join & 255, Kind.WORD, LetterRow.ASSUMED);
                return at + (join >> 8);
            }
        } else if (romanise && at >= plainEnd && Romaniser.reads(point)) {
            return romanise(at);
        }
        return at;
    }

    private int leetAt(int at) {
        if (at >= wordEnd) {
            int end = Leet.word(raw, at, limit);
            wordEnd = Math.abs(end);
            wordReads = end < 0;
        }
        int read = wordReads ? Leet.at(raw, at) : 0;
        return at + (read >> 8) > limit ? 0 : read;
    }

    private int romanise(int at) {
        Romaniser roman = new Romaniser(raw, at, limit);
        if (roman.isMixed()) {
            plainEnd = roman.end();
            return at;
        }
        for (int i = 0; i < roman.length(); i++) {
            int letter = roman.letter(i);
            int flags = i == 0 ? LetterRow.ASSUMED | LetterRow.BORDER : LetterRow.ASSUMED;
            add(roman.start(i), roman.end(i), letter, Letters.merge(letter), Kind.WORD, flags);
        }
        border = LetterRow.BORDER;
        return roman.end();
    }

    private void step(int point, int start, int end) {
        if (point >= 0x4e00 && point <= 0x9fff) {
            add(start, end, point, Han.simplified(point), Kind.HAN, 0);
            return;
        }
        Letter letter = Letters.of(point);
        Sort sort = letter.sort();
        if (sort != Sort.LETTER && (sort != Sort.LETTER_IN_WORD || !inWord(start, end))) {
            skip(letter, end);
            return;
        }
        if (reach != null && letter.spelt().length > 0) {
            for (int base : letter.spelt()) {
                add(start, end, base, base, Kind.WORD, LetterRow.ASSUMED);
            }
            return;
        }
        if (wordReads && Leet.digit(letter) >= 0) {
            add(start, end, letter.folded()[0], Leet.digit(letter), Kind.WORD, LetterRow.ASSUMED);
            return;
        }
        int[] base = letter.base();
        if (base != letter.inWord() && Leet.besideLetter(raw, start, end)) {
            base = letter.inWord();
        }
        for (int k = 0; k < base.length; k++) {
            add(start, end, letter.folded()[k], base[k], letter.kinds()[k], 0);
        }
    }

    /** Whether a symbol touches a letter, itself or over other symbols that are drawn like one. */
    private boolean inWord(int start, int end) {
        if (row.count > 0 && row.ends[row.count - 1] == start && row.kinds[row.count - 1] == Kind.WORD.ordinal()) {
            return true;
        }
        for (int i = end, n = 0; i < limit && n < REACH; n++) {
            int point = raw.codePointAt(i);
            Letter next = Letters.of(point);
            if (next.sort() == Sort.LETTER) {
                return next.kinds()[0] == Kind.WORD;
            }
            if (next.sort() != Sort.LETTER_IN_WORD) {
                return false;
            }
            i += Character.charCount(point);
        }
        return false;
    }

    private void add(int start, int end, int fold, int base, Kind kind, int flags) {
        closeGap();
        row.add(start, end, fold, base, kind, flags | border);
        border = 0;
    }

    private void closeGap() {
        if (gap != Gap.NONE) {
            row.gap(gap, mask);
            gap = Gap.NONE;
            gapLength = 0;
            mask = 0;
        }
    }

    private void skip(Letter letter, int end) {
        if (letter.sort() == Sort.HANGING || letter.sort() == Sort.HIDDEN) {
            widen(Gap.HIDDEN);
            if (letter.sort() == Sort.HANGING && row.count > 0 && gap == Gap.HIDDEN) {
                row.ends[row.count - 1] = end;
            }
            return;
        }
        gapLength++;
        mask = Math.max(mask, letter.mask());
        if (letter.sort() == Sort.NEW_LINE || gapLength > LONG_GAP) {
            widen(Gap.BREAK);
        } else {
            widen(gapLength > 1 || letter.sort() == Sort.BLANK ? Gap.BLANK : Gap.JOINT);
        }
    }

    private void widen(Gap other) {
        if (other.compareTo(gap) > 0) {
            gap = other;
        }
    }
}
