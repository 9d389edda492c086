package org.touchstone.matcher.wording;

import org.touchstone.indexer.sign.SignText;
import org.touchstone.indexer.sign.SignText.Gap;
import org.touchstone.indexer.sign.SignText.Kind;

/**
 * A row of letters that is looked for, and where it may be torn apart. Letters are compared by what they can be taken
 * for, so that case, width, style, traditional characters and look-alikes make no difference. Immutable.
 */
final class Phrase {
    /** Letters from which on a word may be split by symbols, or end between a letter and a digit. */
    private static final int LONG = 5;

    /** Letters from which on words may be written together. */
    private static final int VERY_LONG = 8;

    /** UTF-16 units that a gap within a word has at most. */
    private static final int WIDEST_GAP = 4;

    private static final String LISTING = "/、,，;；|&+";
    private static final String COLONS = ":：∶﹕";
    private static final String PLUS = "+＋➕";

    private final Entry entry;
    private final boolean cancels;
    private final boolean plus;
    private final int[] letters;
    private final int[] folded;
    private final boolean[] gaps;

    /** @param cancels whether the words cancel the entry instead of making it */
    Phrase(Entry entry, String words, boolean cancels) {
        this.entry = entry;
        this.cancels = cancels;
        plus = PLUS.indexOf(words.charAt(0)) >= 0;
        SignText text = SignText.of(words);
        if (text.length() == 0) {
            throw new IllegalStateException(
                    "expected letters in the lexicon's line " + entry + ", found '" + words + "'");
        }
        letters = text.bases();
        folded = text.folded(0, letters.length).codePoints().toArray();
        gaps = new boolean[letters.length];
        for (int i = 1; i < letters.length; i++) {
            gaps[i] = text.gap(i).compareTo(Gap.HIDDEN) > 0;
        }
    }

    Entry entry() {
        return entry;
    }

    boolean cancels() {
        return cancels;
    }

    int length() {
        return letters.length;
    }

    int letter(int i) {
        return letters[i];
    }

    /** Whether the letters of another phrase stand within this one's. */
    boolean contains(Phrase other) {
        for (int i = 0; i + other.letters.length <= letters.length; i++) {
            int k = 0;
            while (k < other.letters.length && letters[i + k] == other.letters[k]) {
                k++;
            }
            if (k == other.letters.length) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text that has these letters from start on has them as these words, and not as parts of others. */
    boolean standsAt(SignText text, int start) {
        int end = start + letters.length;
        return whole(text, start)
                && whole(text, end)
                && (letters.length >= LONG || spelt(text, start))
                && held(text, start, end)
                && (!plus || plusBefore(text, start));
    }

    /** Whether plain letters are the word's own: in a short word, i and l are taken for each other too easily. */
    private boolean spelt(SignText text, int start) {
        for (int i = 0; i < letters.length; i++) {
            int letter = text.folded(start + i);
            if (letter < 128 && letter != folded[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean whole(SignText text, int at) {
        if (at == 0 || at == text.length()) {
            return true;
        }
        boolean digits = Character.isDigit(text.folded(at)) && Character.isDigit(text.folded(at - 1));
        if (text.gap(at).compareTo(Gap.HIDDEN) > 0) {
            return !digits || text.gap(at) != Gap.JOINT;
        }
        return text.kind(at) != Kind.WORD
                || text.kind(at - 1) != Kind.WORD
                || letters.length >= LONG && text.edge(at) && !digits;
    }

    private boolean held(SignText text, int start, int end) {
        boolean spaced = false;
        int closed = 0;
        int blanks = 0;
        for (int i = start + 1; i < end; i++) {
            boolean gap = text.gap(i).compareTo(Gap.HIDDEN) > 0;
            boolean latin = text.kind(i) == Kind.WORD && text.kind(i - 1) == Kind.WORD;
            if (gaps[i - start]) {
                if (latin && !(gap ? joins(text, i) : letters.length >= VERY_LONG)) {
                    return false;
                }
                continue;
            }
            closed += latin ? 1 : 0;
            if (!gap) {
                continue;
            }
            String between = text.raw().substring(text.end(i - 1), text.start(i));
            if (between.length() > WIDEST_GAP || latin && letters.length < LONG) {
                return false;
            }
            if (between.codePoints().allMatch(Phrase::parts)) {
                blanks += latin ? 1 : 0;
                spaced |= !latin;
            }
        }
        return (blanks == 0 || blanks == closed) && (!spaced || standsAlone(text, start, end));
    }

    /** A gap between two figures is that of a ratio. */
    private static boolean joins(SignText text, int i) {
        if (!Character.isDigit(text.folded(i)) || !Character.isDigit(text.folded(i - 1))) {
            return true;
        }
        String between = text.raw().substring(text.end(i - 1), text.start(i)).strip();
        return between.length() == 1 && COLONS.contains(between);
    }

    private static boolean parts(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || LISTING.indexOf(point) >= 0;
    }

    /** Characters with blanks between belong together only where blanks set them off from the others as well. */
    private static boolean standsAlone(SignText text, int start, int end) {
        return (start == 0 || text.gap(start).compareTo(Gap.HIDDEN) > 0 || text.kind(start) != text.kind(start - 1))
                && (end == text.length()
                        || text.gap(end).compareTo(Gap.HIDDEN) > 0
                        || text.kind(end) != text.kind(end - 1));
    }

    private static boolean plusBefore(SignText text, int start) {
        String before = text.raw().substring(start == 0 ? 0 : text.end(start - 1), text.start(start));
        return before.length() <= WIDEST_GAP && before.chars().anyMatch(c -> PLUS.indexOf(c) >= 0);
    }
}
