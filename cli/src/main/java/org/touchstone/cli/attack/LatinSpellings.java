package org.touchstone.cli.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Latin words spelt otherwise: by digits, slips of the hand, by ear, with something added. */
final class LatinSpellings {
    private static final String VOWELS = "aeiou";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String[] ROWS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};

    /** Each letter with the digits and symbols that are written for it. */
    private static final List<String> LEET =
            List.of("a4@", "b8", "e3€", "g9", "i1!", "l1|", "o0", "s5$", "t7+", "z2", "y¥");

    /** Small letters that look like two others. */
    private static final List<String> PAIRS = List.of("m>rn", "rn>m", "w>vv", "vv>w", "d>cl", "cl>d", "nn>m", "h>lı");

    private static final List<String> SOUNDS = List.of(
            "ph>f", "f>ph", "ck>k", "c>k", "k>c", "x>ks", "ks>x", "qu>kw", "z>s", "s>z", "oo>u", "u>oo", "ee>i", "y>i",
            "i>y", "v>w");

    private static final List<String> SUFFIXES = List.of("s", "es", "z", "y", "ie", "er", "ly", "ee");
    private static final List<String> BEFORE = List.of("my", "the", "new", "best", "top", "super", "i");
    private static final List<String> AFTER = List.of("shop", "store", "style", "club", "home", "plus", "world");

    static final List<Operator> ALL = List.of(
            latin("leet-one", (word, random) -> word.one(random, letter -> leet(letter, random))),
            latin("leet", (word, random) -> word.some(random, letter -> leet(letter, random))),
            latin("letter-pairs", (word, random) -> paired(word.text(), random)),
            latin("sounds-alike", (word, random) -> rewritten(word.text(), SOUNDS, random)),
            latin(
                    "letter-doubled",
                    (word, random) -> word.one(
                            random, letter -> Character.toString(letter).repeat(2))),
            latin("letter-left-out", (word, random) -> word.one(random, 1, letter -> "")),
            latin(
                    "letter-inserted",
                    (word, random) -> word.one(
                            random, 1, letter -> cased(letter, random(LETTERS, random)) + Character.toString(letter))),
            latin("neighbouring-key", (word, random) -> word.one(random, letter -> neighbouring(letter, random))),
            latin("vowel-swapped", (word, random) -> word.one(random, letter -> otherVowel(letter, random))),
            latin("letters-swapped", (word, random) -> word.swapped(random)),
            latin(
                    "suffix-added",
                    (word, random) ->
                            word.text() + cased(word.letter(word.count() - 1), SharedOperators.any(SUFFIXES, random))),
            latin(
                    "word-before",
                    (word, random) ->
                            cased(word.letter(word.count() - 1), SharedOperators.any(BEFORE, random)) + word.text()),
            latin(
                    "word-after",
                    (word, random) ->
                            word.text() + cased(word.letter(word.count() - 1), SharedOperators.any(AFTER, random))),
            Operator.weak(
                    "vowels-left-out",
                    Script.LATIN,
                    (word, random) -> word.each(letter -> letter != word.letter(0) && isVowel(letter) ? "" : null)));

    private LatinSpellings() {}

    private static Operator latin(String key, Disguise disguise) {
        return Operator.of(key, Script.LATIN, disguise);
    }

    private static String random(String letters, RandomGenerator random) {
        return String.valueOf(letters.charAt(random.nextInt(letters.length())));
    }

    private static boolean isVowel(int letter) {
        return VOWELS.indexOf(Character.toLowerCase(letter)) >= 0;
    }

    /** The text in capitals where the letter beside it is one. */
    private static String cased(int beside, String text) {
        return Character.isUpperCase(beside) ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static @Nullable String leet(int letter, RandomGenerator random) {
        for (String row : LEET) {
            if (row.charAt(0) == Character.toLowerCase(letter)) {
                return random(row.substring(1), random);
            }
        }
        return null;
    }

    private static @Nullable String otherVowel(int letter, RandomGenerator random) {
        if (!isVowel(letter)) {
            return null;
        }
        String others = VOWELS.replace(Character.toString(Character.toLowerCase(letter)), "");
        return cased(letter, random(others, random));
    }

    /** A key that lies beside a letter's on a QWERTY keyboard, in its row or the next. */
    private static @Nullable String neighbouring(int letter, RandomGenerator random) {
        int small = Character.toLowerCase(letter);
        for (int row = 0; row < ROWS.length; row++) {
            int column = ROWS[row].indexOf(small);
            if (column >= 0) {
                StringBuilder keys = new StringBuilder();
                add(keys, row, column - 1);
                add(keys, row, column + 1);
                add(keys, row - 1, column);
                add(keys, row - 1, column + 1);
                add(keys, row + 1, column - 1);
                add(keys, row + 1, column);
                return cased(letter, random(keys.toString(), random));
            }
        }
        return null;
    }

    private static void add(StringBuilder keys, int row, int column) {
        if (row >= 0 && row < ROWS.length && column >= 0 && column < ROWS[row].length()) {
            keys.append(ROWS[row].charAt(column));
        }
    }

    /** Pairs imitate small letters only, so the whole is written small. */
    private static String paired(String text, RandomGenerator random) {
        String small = text.toLowerCase(Locale.ROOT);
        String paired = rewritten(small, PAIRS, random);
        return paired.equals(small) ? text : paired;
    }

    /** The text with one of the rules {@code from>to} applied at one place, in the case that it finds there. */
    private static String rewritten(String text, List<String> rules, RandomGenerator random) {
        String small = text.toLowerCase(Locale.ROOT);
        List<String> results = new ArrayList<>();
        for (String rule : rules) {
            int arrow = rule.indexOf('>');
            String from = rule.substring(0, arrow);
            for (int at = small.indexOf(from);
                    at >= 0 && small.length() == text.length();
                    at = small.indexOf(from, at + 1)) {
                String to = cased(text.charAt(at), rule.substring(arrow + 1));
                results.add(text.substring(0, at) + to + text.substring(at + from.length()));
            }
        }
        return results.isEmpty() ? text : SharedOperators.any(results, random);
    }
}
