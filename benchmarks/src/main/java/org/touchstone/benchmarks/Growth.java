package org.touchstone.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;
import org.touchstone.benchmarks.invented.Syllables;

/** How more marks are made than a bench has. Deterministic: mark n is always the same. */
enum Growth {
    /** Copies of the bench's marks with other letters: a Latin letter becomes any Latin letter, a Chinese one any other. */
    SCRAMBLED,
    /**
     * Words of syllables, as many Latin ones as the bench has, and Chinese ones drawn from the bench's characters as often
     * as they come there. Dense like a register: many names lie close to others and to common words.
     */
    SYLLABLES;

    /** Where the scrambled Chinese characters come from: the first of the basic block. */
    private static final int HAN = 6000;

    static Growth of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /**
     * What makes a grown mark.
     *
     * @return takes a mark of the bench and the number of the copy, from 1
     */
    BiFunction<Word, Integer, Word> grower(List<Word> words) {
        if (this == SCRAMBLED) {
            return (word, copy) -> new Word(word.id() + "-" + copy, scramble(word.text(), copy));
        }
        StringBuilder han = new StringBuilder();
        for (Word word : words) {
            word.text().chars().filter(Word::isHan).forEach(character -> han.append((char) character));
        }
        Syllables syllables = new Syllables(han.toString());
        return (word, copy) -> {
            Random random = seeded(word.id(), copy);
            String text = word.hasHan() ? syllables.han(random) : syllables.latin(random);
            return new Word(word.id() + "-" + copy, text);
        };
    }

    private static Random seeded(String word, int copy) {
        return new Random(word.hashCode() * 31L + copy);
    }

    private static String scramble(String text, int copy) {
        Random random = seeded(text, copy);
        StringBuilder scrambled = new StringBuilder();
        for (char character : text.toCharArray()) {
            if (character < 128 && Character.isLetter(character)) {
                scrambled.append((char) ('a' + random.nextInt(26)));
            } else if (Word.isHan(character)) {
                scrambled.append((char) (0x4e00 + random.nextInt(HAN)));
            } else {
                scrambled.append(character);
            }
        }
        return scrambled.toString();
    }
}
