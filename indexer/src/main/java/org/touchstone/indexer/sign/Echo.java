package org.touchstone.indexer.sign;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How a Latin name sounds when it is written with Chinese characters: keys of the consonants that are heard. Voiced and
 * voiceless consonants are one, so are l and r, and s with all its kin; vowels are left out; l and r are lost before
 * another consonant and at the end, as in 卡地 for a name with r in both places. Stateless.
 */
public final class Echo {
    /** Keys of fewer consonants say nothing. */
    private static final int LEAST = 2;

    private static final int LONGEST = 8;

    private Echo() {}

    /** The keys of a name in folded Latin letters; empty when it has too few consonants, or too many. */
    static Set<String> ofLatin(String name) {
        StringBuilder heard = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            char next = i + 1 < name.length() ? name.charAt(i + 1) : 0;
            if (c < 'a' || c > 'z') {
                return Set.of();
            }
            if (c != next) {
                heard.append(latin(c, next, i));
            }
        }
        String all = heard.toString().replaceAll("(.)\\1", "$1");
        Set<String> keys = new LinkedHashSet<>();
        add(keys, all);
        add(keys, all.replaceAll("L(?=[^-])(?=[PTKSMNWH])", "").replaceAll("L$", ""));
        add(keys, all.replaceAll("L$", ""));
        return keys;
    }

    private static void add(Set<String> keys, String heard) {
        String key = heard.replace("-", "");
        if (key.length() >= LEAST && key.length() <= LONGEST) {
            keys.add(key);
        }
    }

    /** A vowel is heard as a dash, which parts consonants. */
    private static String latin(char c, char next, int at) {
        return switch (c) {
            case 'b', 'p' -> next == 'h' ? "W" : "P";
            case 'd', 't' -> "T";
            case 'c' -> next == 'h' || "eiy".indexOf(next) >= 0 ? "S" : "K";
            case 'g', 'k', 'q' -> "K";
            case 'f', 'v', 'w' -> "W";
            case 's', 'z', 'j' -> "S";
            case 'x' -> at == 0 ? "S" : "KS";
            case 'm' -> "M";
            case 'n' -> "N";
            case 'l', 'r' -> "L";
            case 'h' -> at == 0 ? "H" : "";
            default -> "-";
        };
    }

    /**
     * The key of Mandarin syllables without tones.
     *
     * @return empty when it has too few consonants
     */
    public static String ofSyllables(Iterable<String> syllables) {
        StringBuilder key = new StringBuilder();
        for (String syllable : syllables) {
            char first = syllable.charAt(0);
            key.append(
                    switch (first) {
                        case 'b', 'p' -> "P";
                        case 'd', 't' -> "T";
                        case 'g', 'k' -> "K";
                        case 'f', 'w' -> "W";
                        case 'z', 'c', 's', 'j', 'q', 'x' -> "S";
                        case 'm' -> "M";
                        case 'n' -> "N";
                        case 'l', 'r' -> "L";
                        case 'h' -> "H";
                        default -> syllable.equals("er") ? "L" : "";
                    });
            if (syllable.endsWith("n") || syllable.endsWith("ng")) {
                key.append('N');
            }
        }
        String heard = key.toString().replaceAll("(.)\\1", "$1");
        return heard.length() < LEAST || heard.length() > LONGEST ? "" : heard;
    }
}
