package org.touchstone.matcher.search;

import java.util.ArrayList;
import java.util.List;
import org.touchstone.indexer.sign.Han;
import org.touchstone.indexer.sign.SignText;
import org.touchstone.indexer.sign.SignText.Kind;
import org.touchstone.indexer.sign.Syllable;

/**
 * A text read aloud as Mandarin syllables.
 *
 * @param letters all syllables, joined, as {@link org.touchstone.indexer.sign.SignView#PINYIN} has them
 * @param heard the same for tolerant ears, as {@link org.touchstone.indexer.sign.SignView#SOUND} has them
 * @param syllables for people
 */
record PinyinReading(String letters, String heard, List<String> syllables) {
    private static final int MOST = 16;
    private static final int MOST_STEPS = 2_000;
    private static final int LONGEST = 12;
    private static final int LONGEST_SYLLABLE = 6;

    PinyinReading {
        syllables = List.copyOf(syllables);
    }

    /** The syllables as people write them. */
    String shown() {
        return String.join(" ", syllables);
    }

    /** The readings of a whole text, at most 16, the commonest first; none when a part of it is no syllable. */
    static List<PinyinReading> of(SignText text) {
        if (text.length() == 0 || text.length() > LONGEST * LONGEST_SYLLABLE) {
            return List.of();
        }
        Walk walk = new Walk(text);
        walk.from(0, "", "");
        return walk.found;
    }

    private static final class Walk {
        private final SignText text;
        private final List<PinyinReading> found = new ArrayList<>();
        private final List<String> syllables = new ArrayList<>();
        private int steps;

        Walk(SignText text) {
            this.text = text;
        }

        void from(int at, String letters, String heard) {
            if (at == text.length()) {
                found.add(new PinyinReading(letters, heard, syllables));
                return;
            }
            if (syllables.size() == LONGEST || text.kind(at) == Kind.OTHER) {
                return;
            }
            if (text.kind(at) == Kind.HAN) {
                Syllable[] readings = Han.keySyllables(text.base(at));
                List<String> names = Han.syllables(text.base(at), readings.length);
                for (int i = 0; i < readings.length; i++) {
                    step(readings[i], names.get(i), at + 1, letters, heard);
                }
                return;
            }
            for (int end = Math.min(at + LONGEST_SYLLABLE, text.length()); end > at; end--) {
                Syllable syllable = text.hasHan(at, end) ? null : Han.syllable(text.base(at, end));
                if (syllable != null) {
                    step(syllable, text.folded(at, end), end, letters, heard);
                }
            }
        }

        private void step(Syllable syllable, String name, int end, String letters, String heard) {
            if (steps++ < MOST_STEPS && found.size() < MOST) {
                syllables.add(name);
                from(end, letters + syllable.letters(), heard + syllable.heard());
                syllables.remove(syllables.size() - 1);
            }
        }
    }
}
