package org.touchstone.matcher.text;

import org.touchstone.indexer.SignCursor;
import org.touchstone.indexer.SignDictionary;
import org.touchstone.indexer.sign.Echo;
import org.touchstone.indexer.sign.KeyHash;
import org.touchstone.indexer.sign.SignKeys;
import org.touchstone.indexer.sign.SignText;
import org.touchstone.indexer.sign.SignText.Gap;
import org.touchstone.indexer.sign.SignText.Kind;
import org.touchstone.indexer.sign.SignView;

/**
 * Goes over the windows of a text and proposes the signs that have a key of theirs. A window begins and ends where a
 * sign may; windows are bounded in letters and pieces, so the work grows with the text's length alone.
 */
final class Proposals {
    private static final int LONGEST = 40;
    private static final int LONGEST_HAN = 12;
    private static final int MOST_PIECES = 6;
    private static final int LONGEST_NEAR = 28;
    private static final int LEAST_NEAR_WORD = 3;
    private static final int LEAST_HEARD = 5;
    private static final int LONGEST_HEARD = 16;
    private static final int LEAST_TWO_MORE = 7;
    private static final int LEAST_PART = 4;
    private static final int LONGEST_NEAR_HAN = 8;
    /** Bits that it takes at least to exchange or swap a letter of the shortest marks, beyond the least change. */
    private static final double OTHER_LETTER = WordDistortion.SHORT + WordDistortion.SWAPPED - WordDistortion.DOUBLED;

    /** A word that turns from letters to digits and back more often than this is a model's name, and no disguise. */
    private static final int MOST_TURNS = 3;

    /** A distorted key of more signs than this tells little. */
    private static final int MOST_SIGNS = 48;

    /** One sign may be registered for many goods and in many offices. */
    private static final int MOST_REGISTRATIONS = 1_000;

    /** More proposals than this in one text are not looked at; no honest text has them. */
    private static final int MOST_PROPOSALS = 20_000;

    /** Takes a proposal: the letters from start to before end may be the sign with that number. */
    interface Sink {
        void accept(int start, int end, int sign, SignView view);
    }

    private final SignDictionary signs;
    private final SignCursor cursor;
    private final SignText text;
    private final Manner manner;
    private final Room room;
    private final Sink sink;
    private final Spellings spellings;
    private final HanExchanges exchanges;
    private final int[] bases;
    private final long[] hashes;
    private final int[] key = new int[LONGEST];
    private final LongSet seen = new LongSet();
    private int proposals;

    /** Tells how many bits the letters from start to before end leave for more than the least change; negative for none. */
    interface Room {
        double bits(int start, int end);
    }

    Proposals(SignDictionary signs, SignCursor cursor, SignText text, Manner manner, Room room, Sink sink) {
        this.signs = signs;
        this.cursor = cursor;
        this.text = text;
        this.manner = manner;
        this.room = room;
        this.sink = sink;
        spellings = new Spellings(text, signs, room, this::find);
        exchanges = new HanExchanges(text, signs, this::find);
        bases = text.bases();
        hashes = KeyHash.beginnings(bases);
    }

    void run() {
        for (int start = 0; start < text.length() && proposals < MOST_PROPOSALS; start++) {
            if (text.edge(start)) {
                windows(start);
                if (manner != Manner.PLAIN) {
                    continue;
                }
                if (text.kind(start) == Kind.HAN) {
                    exchanges.masked(start);
                }
                spellings.from(start);
            }
        }
        if (manner == Manner.PLAIN) {
            parts();
        }
    }

    private void windows(int start) {
        int pieces = 0;
        int han = 0;
        int longest = 0;
        int piece = 0;
        for (int end = start + 1; end <= text.length() && end - start <= LONGEST; end++) {
            int last = end - 1;
            if (last > start && text.gap(last) == Gap.BREAK) {
                break;
            }
            if (last == start || text.gap(last).compareTo(Gap.HIDDEN) > 0) {
                pieces++;
                piece = 0;
            }
            piece++;
            longest = Math.max(longest, text.kind(last) == Kind.HAN ? 1 : piece);
            han += text.kind(last) == Kind.HAN ? 1 : 0;
            if (han > LONGEST_HAN || pieces > MOST_PIECES && longest > 1) {
                break;
            }
            if (text.edge(end)) {
                window(start, end, han, pieces);
            }
        }
    }

    private void window(int start, int end, int han, int pieces) {
        if (manner != Manner.PLAIN && !text.isAssumed(start, end)) {
            return; // the plain reading has it
        }
        int length = end - start;
        long hash = KeyHash.window(hashes, start, end);
        if (han > 0) {
            look(SignView.SIMPLIFIED, hash, start, end, -1);
            double left = length > LONGEST_NEAR_HAN ? -1 : room.bits(start, end);
            if (left < 0) {
                return;
            }
            if (han == length) {
                exchanges.within(start, end);
            }
            if (han >= 2) {
                near(start, end, hash, left);
            }
            return;
        }
        boolean alone = manner == Manner.PLAIN && length > 1 && Plausibility.standsAlone(text, start, end);
        if (length >= SignKeys.NEAR_WORD || alone) {
            look(SignView.SKELETON, hash, start, end, -1);
        }
        if (length >= SignKeys.NEAR_WORD) {
            look(SignView.PINYIN, hash, start, end, -1);
        }
        if (manner == Manner.LEET || manner == Manner.JOINED) {
            return;
        }
        if (turns(start, end) > MOST_TURNS) {
            return;
        }
        boolean together = pieces <= (masked(start, end) ? 2 : 1) || length >= 6 && pieces <= 4;
        if (!together || length > LONGEST_NEAR || length < LEAST_NEAR_WORD) {
            return;
        }
        double left = room.bits(start, end);
        if (left < 0) {
            return;
        }
        if (pieces == 1 && length >= LEAST_HEARD && length <= LONGEST_HEARD) {
            heard(start, end, hash);
        }
        near(start, end, hash, left);
    }

    private int turns(int start, int end) {
        int turns = 0;
        for (int i = start + 1; i < end && turns <= MOST_TURNS; i++) {
            turns += Character.isDigit(text.folded(i)) != Character.isDigit(text.folded(i - 1)) ? 1 : 0;
        }
        return turns;
    }

    /** Signs that sound like a word which is neither a sign itself nor in any dictionary. */
    private void heard(int start, int end, long hash) {
        if (signs.mayHave(SignView.SKELETON, hash) || Words.isOrdinary(text, start, end)) {
            return;
        }
        String key = Echo.ofWord(text.folded(start, end));
        if (!key.isEmpty() && signs.mayHave(SignView.SOUND, KeyHash.of(key))) {
            find(SignView.SOUND, key, start, end);
        }
    }

    private boolean masked(int start, int end) {
        for (int i = start + 1; i < end; i++) {
            if (text.maskedWithin(i)) {
                return true;
            }
        }
        return false;
    }

    /** Signs one edit away share the window, or the window without a letter, with a sign or one without a letter. */
    private void near(int start, int end, long hash, double left) {
        boolean han = text.hasHan(start, end);
        int length = end - start;
        int least = han ? SignKeys.NEAR_HAN : SignKeys.NEAR_WORD;
        if (length + 1 >= least) {
            look(SignView.NEAR, hash, start, end, -1);
        }
        boolean roomForOther = length > SignKeys.NEAR_WORD || left >= OTHER_LETTER;
        for (int out = start; out < end; out++) {
            if (length < least || !han && !roomForOther || out > start && bases[out] == bases[out - 1]) {
                continue; // too short, or the same key as before
            }
            long without = without(start, end, out);
            look(SignView.NEAR, without, start, end, out);
            if (!han && length > least) {
                look(SignView.SKELETON, without, start, end, out);
            }
        }
        if (!han && length >= LEAST_TWO_MORE && !text.hasGap(start, end)) {
            twoMore(start, end);
        }
    }

    /** Signs that a word is with two letters put in. */
    private void twoMore(int start, int end) {
        for (int out = start + 1; out + 2 < end; out++) {
            long hash = KeyHash.join(
                    KeyHash.window(hashes, start, out), KeyHash.window(hashes, out + 2, end), end - out - 2);
            if (signs.mayHave(SignView.SKELETON, hash)) {
                find(SignView.SKELETON, text.base(start, out) + text.base(out + 2, end), start, end);
            }
        }
    }

    private long without(int start, int end, int out) {
        return KeyHash.join(KeyHash.window(hashes, start, out), KeyHash.window(hashes, out + 1, end), end - out - 1);
    }

    /** Beginnings and ends of long words that are a sign by themselves. */
    private void parts() {
        for (int start = 0; start < text.length() && proposals < MOST_PROPOSALS; ) {
            int end = start + 1;
            while (end < text.length()
                    && text.kind(end) == text.kind(start)
                    && text.gap(end).compareTo(Gap.HIDDEN) <= 0) {
                end++;
            }
            if (text.kind(start) == Kind.WORD && end - start > LEAST_PART) {
                for (int n = LEAST_PART; n < Math.min(end - start, LONGEST); n++) {
                    part(start, start + n);
                    part(end - n, end);
                }
            }
            start = end;
        }
    }

    private void part(int start, int end) {
        if (!text.edge(start) || !text.edge(end)) {
            look(SignView.SKELETON, KeyHash.window(hashes, start, end), start, end, -1);
            look(SignView.PINYIN, KeyHash.window(hashes, start, end), start, end, -1);
        }
    }

    private void look(SignView view, long hash, int start, int end, int out) {
        if (!signs.mayHave(view, hash)) {
            return;
        }
        int length = 0;
        for (int i = start; i < end; i++) {
            if (i != out) {
                key[length++] = bases[i];
            }
        }
        cursor.find(view, key, length, most(view), sign -> propose(start, end, sign, view));
    }

    private void find(SignView view, String spelt, int start, int end) {
        cursor.find(view, spelt, most(view), sign -> propose(start, end, sign, view));
    }

    private static int most(SignView view) {
        boolean whole = view == SignView.SKELETON || view == SignView.SIMPLIFIED;
        return whole ? MOST_REGISTRATIONS : MOST_SIGNS;
    }

    private void propose(int start, int end, int sign, SignView view) {
        long id = (long) (sign + 1) << 32 | (long) (start & 0xffff) << 16 | end & 0xffff;
        if (proposals < MOST_PROPOSALS && seen.add(id)) {
            proposals++;
            sink.accept(start, end, sign, view);
        }
    }
}
