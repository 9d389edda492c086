package org.touchstone.matcher.text;

import java.util.Arrays;
import org.touchstone.indexer.SignDictionary;
import org.touchstone.indexer.sign.Han;
import org.touchstone.indexer.sign.KeyHash;
import org.touchstone.indexer.sign.SignText;
import org.touchstone.indexer.sign.SignText.Gap;
import org.touchstone.indexer.sign.SignText.Kind;
import org.touchstone.indexer.sign.SignView;
import org.touchstone.indexer.sign.Syllable;

/**
 * The other ways in which a row of Chinese characters spells signs: by how they sound, for tolerant ears, words that are a
 * syllable standing for one; and with neighbours put together that are parts of one character. Every way is walked, so
 * steps are counted: no honest text needs as many as are granted.
 */
final class Spellings {
    private static final int LONGEST_SOUND = 6;
    private static final int LONGEST_SPLIT = 7;
    private static final int MOST_JOINS = 2;
    private static final int LONGEST_SYLLABLE = 6;
    private static final int MOST_STEPS = 300_000;
    /** Bits of room below which only syllables as they are can be meant. */
    private static final double TOLERANCE = HanChange.LIKE_SYLLABLE - HanChange.SAME_SOUND;

    private static final int[] NONE = {};

    /** Takes a key that some signs may have, spelt by the letters from start to before end. */
    interface Finder {
        void find(SignView view, String key, int start, int end);
    }

    private final SignText text;
    private final SignDictionary signs;
    private final Proposals.Room room;
    private final Finder finder;

    /** The way that is walked: its syllables, or its characters. */
    private final String[] syllables = new String[LONGEST_SOUND];

    private final String[] heard = new String[LONGEST_SOUND];

    private final int[] characters = new int[LONGEST_SPLIT];

    /** What two or three neighbours make, asked once for every place. */
    private final int[][] pairs;

    private final int[][] triples;

    private int steps;

    Spellings(SignText text, SignDictionary signs, Proposals.Room room, Finder finder) {
        this.text = text;
        this.signs = signs;
        this.room = room;
        this.finder = finder;
        pairs = new int[text.length()][];
        triples = new int[text.length()][];
    }

    /** Walks all ways that start at a letter. */
    void from(int start) {
        if (text.kind(start) == Kind.OTHER) {
            return;
        }
        sounds(start, start, 0, 0, 0, 0);
        if (text.kind(start) == Kind.HAN && anyJoin(start)) {
            splits(start, start, 0, 0, 0);
        }
    }

    /** Both hashes at once: of the syllables as they are, and as tolerant ears hear them. */
    private void sounds(int start, int at, long hash, long tolerant, int units, int han) {
        if (units >= 2 && han > 0) {
            double left = room.bits(start, at);
            if (left >= 0 && signs.mayHave(SignView.PINYIN, hash)) {
                finder.find(SignView.PINYIN, joined(syllables, units), start, at);
            }
            if (left >= TOLERANCE && signs.mayHave(SignView.SOUND, tolerant)) {
                finder.find(SignView.SOUND, joined(heard, units), start, at);
            }
        }
        boolean ends = units == LONGEST_SOUND || at >= text.length() || steps++ > MOST_STEPS;
        if (ends || at > start && text.gap(at).compareTo(Gap.JOINT) > 0) {
            return;
        }
        if (text.kind(at) == Kind.HAN) {
            for (Syllable syllable : Han.keySyllables(text.base(at))) {
                sound(syllable, start, at + 1, hash, tolerant, units, han + 1);
            }
        } else if (text.kind(at) == Kind.WORD && text.edge(at)) {
            int end = at + 1;
            while (end < text.length() && !text.edge(end) && end - at <= LONGEST_SYLLABLE) {
                end++;
            }
            boolean word = end - at <= LONGEST_SYLLABLE && (end == text.length() || text.edge(end));
            Syllable syllable = word ? Han.syllable(text.base(at, end)) : null;
            if (syllable != null) {
                sound(syllable, start, end, hash, tolerant, units, han);
            }
        }
    }

    private void sound(Syllable syllable, int start, int end, long hash, long tolerant, int units, int han) {
        syllables[units] = syllable.letters();
        heard[units] = syllable.heard();
        long exact = KeyHash.join(hash, syllable.hash(), syllable.letters().length());
        long like =
                KeyHash.join(tolerant, syllable.heardHash(), syllable.heard().length());
        sounds(start, end, exact, like, units + 1, han);
    }

    private static String joined(String[] parts, int count) {
        return String.join("", Arrays.asList(parts).subList(0, count));
    }

    private boolean anyJoin(int start) {
        for (int i = start; i < Math.min(start + LONGEST_SPLIT, text.length()) && joinable(start, i); i++) {
            if (joined(i, 2).length + joined(i, 3).length > 0) {
                return true;
            }
        }
        return false;
    }

    private void splits(int start, int at, long hash, int units, int joins) {
        if (joins > 0 && units > 1 && room.bits(start, at) >= 0 && signs.mayHave(SignView.SIMPLIFIED, hash)) {
            finder.find(SignView.SIMPLIFIED, new String(characters, 0, units), start, at);
        }
        boolean ends = at >= text.length() || at - start >= LONGEST_SPLIT || steps++ > MOST_STEPS;
        if (ends || !joinable(start, at)) {
            return;
        }
        split(text.base(at), start, at + 1, hash, units, joins);
        for (int parts = 2; parts <= 3 && joins < MOST_JOINS; parts++) {
            for (int whole : joined(at, parts)) {
                split(whole, start, at + parts, hash, units, joins + 1);
            }
        }
    }

    private void split(int character, int start, int end, long hash, int units, int joins) {
        characters[units] = character;
        splits(start, end, KeyHash.append(hash, character), units + 1, joins);
    }

    private boolean joinable(int start, int at) {
        return text.kind(at) == Kind.HAN && (at == start || text.gap(at).compareTo(Gap.HIDDEN) <= 0);
    }

    /** The characters that two or three letters from a place on make; none where a gap or another script is between. */
    private int[] joined(int at, int parts) {
        int[][] known = parts == 2 ? pairs : triples;
        if (known[at] == null) {
            known[at] = NONE;
            if (at + parts <= text.length() && joinable(at, at + 1) && joinable(at, at + parts - 1)) {
                known[at] = parts == 2
                        ? Han.joined(text.folded(at), text.folded(at + 1))
                        : Han.joined(text.folded(at), text.folded(at + 1), text.folded(at + 2));
            }
        }
        return known[at];
    }
}
