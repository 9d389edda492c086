package org.touchstone.indexer.sign;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a Latin name sounds: keys of the consonants that are heard. Voiced and voiceless consonants are one, so are l and
 * r, and s with all its kin. Between Latin names vowels count as one; where a name is written with Chinese characters
 * they are left out, and l and r may be lost before another consonant and at the end, as in 卡地 for a name with r in both
 * places. Stateless.
 */
public final class Echo {
    /** Keys of fewer consonants say nothing. */
    private static final int LEAST = 2;

    private static final int LONGEST = 10;
    private static final char VOWEL = '-';

    private Echo() {}

    /** All keys of a name in folded Latin letters; empty when it is not in such letters, or has too few consonants. */
    public static Set<String> ofName(String name) {
        String heard = heard(name);
        Set<String> keys = new LinkedHashSet<>();
        if (consonants(heard) >= LEAST) {
            keys.add(heard);
            add(keys, heard, false, false);
            add(keys, heard, false, true);
            add(keys, heard, true, true);
        }
        return keys;
    }

    /** The key that a word shares with names that sound like it; empty when it has none. */
    public static String ofWord(String word) {
        String heard = heard(word);
        return consonants(heard) < LEAST ? "" : heard;
    }

    /**
     * The key of Mandarin syllables without tones, which names share that may be written so.
     *
     * @return empty when it has too few consonants
     */
    public static String ofSyllables(List<String> syllables) {
        StringBuilder key = new StringBuilder();
        for (String syllable : syllables) {
            char initial = syllable.equals("er") ? 'L' : initial(syllable.charAt(0));
            if (initial != 0) {
                key.append(initial);
            }
            if (syllable.endsWith("n") || syllable.endsWith("ng")) {
                key.append('N');
            }
        }
        return key.length() < LEAST || key.length() > LONGEST ? "" : key.toString();
    }

    private static char initial(char letter) {
        return switch (letter) {
            case 'b', 'p' -> 'P';
            case 'd', 't' -> 'T';
            case 'g', 'k' -> 'K';
            case 'f', 'w' -> 'W';
            case 'z', 'c', 's', 'j', 'q', 'x' -> 'S';
            case 'm' -> 'M';
            case 'n' -> 'N';
            case 'l', 'r' -> 'L';
            case 'h' -> 'H';
            default -> 0;
        };
    }

    private static int consonants(String heard) {
        int consonants = 0;
        for (int i = 0; i < heard.length(); i++) {
            consonants += heard.charAt(i) == VOWEL ? 0 : 1;
        }
        return heard.length() > 2 * LONGEST ? 0 : consonants;
    }

    /** Adds the consonants, perhaps without l and r before another and at the end. */
    private static void add(Set<String> keys, String heard, boolean lostWithin, boolean lostAtEnd) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < heard.length(); i++) {
            char c = heard.charAt(i);
            boolean last = i + 1 == heard.length();
            boolean lost = c == 'L' && (last ? lostAtEnd : lostWithin && heard.charAt(i + 1) != VOWEL);
            if (c != VOWEL && !lost) {
                key.append(c);
            }
        }
        if (key.length() >= LEAST && key.length() <= LONGEST) {
            keys.add(key.toString());
        }
    }

    private static void append(StringBuilder key, char c) {
        if (c != 0 && (key.isEmpty() || key.charAt(key.length() - 1) != c)) {
            key.append(c);
        }
    }

    /** What is heard of a name, vowels as dashes; empty when it is not in Latin letters alone. */
    private static String heard(String name) {
        StringBuilder heard = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            char next = i + 1 < name.length() ? name.charAt(i + 1) : 0;
            if (c < 'a' || c > 'z') {
                return "";
            }
            if (c == next) {
                continue; // doubled letters are heard once
            }
            switch (c) {
                case 'b' -> append(heard, 'P');
                case 'p' -> append(heard, next == 'h' ? 'W' : 'P');
                case 'd', 't' -> append(heard, 'T');
                case 'c' -> append(heard, next == 'h' || "eiy".indexOf(next) >= 0 && next != 0 ? 'S' : 'K');
                case 'g', 'k', 'q' -> append(heard, 'K');
                case 'f', 'v', 'w' -> append(heard, 'W');
                case 's', 'z', 'j' -> append(heard, 'S');
                case 'x' -> {
                    append(heard, i == 0 ? 'S' : 'K');
                    append(heard, 'S');
                }
                case 'm' -> append(heard, 'M');
                case 'n' -> append(heard, 'N');
                case 'l', 'r' -> append(heard, 'L');
                case 'h' -> append(heard, i == 0 ? 'H' : (char) 0);
                default -> append(heard, VOWEL);
            }
        }
        return heard.toString();
    }
}
