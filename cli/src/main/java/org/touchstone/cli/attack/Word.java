package org.touchstone.cli.attack;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A text as code points, with the places where the letters of one script stand; all else in it is left as it is.
 * Unpaired surrogates are left out. Immutable.
 */
final class Word {
    private final int[] points;
    private final int[] places;
    private final boolean[] letters;

    private Word(int[] points, Script script) {
        this.points = points;
        this.letters = new boolean[points.length];
        for (int i = 0; i < points.length; i++) {
            letters[i] = script.has(points[i]);
        }
        this.places = java.util.stream.IntStream.range(0, points.length)
                .filter(i -> letters[i])
                .toArray();
    }

    static Word of(String text, Script script) {
        return new Word(
                text.codePoints()
                        .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                        .toArray(),
                script);
    }

    /** How many letters of the script there are. */
    int count() {
        return places.length;
    }

    /** A letter, from 0 to below {@link #count}. */
    int letter(int i) {
        return points[places[i]];
    }

    /** Whether letter i and the one after it are neighbours in the text. */
    boolean adjoin(int i) {
        return i >= 0 && i + 1 < places.length && places[i] + 1 == places[i + 1];
    }

    String text() {
        return new String(points, 0, points.length);
    }

    /** The letters of the script alone. */
    String lettersOnly() {
        int[] alone = Arrays.stream(places).map(place -> points[place]).toArray();
        return new String(alone, 0, alone.length);
    }

    /** The text with every letter changed; a letter for which there is no change stays. */
    String each(IntFunction<@Nullable String> change) {
        return with(i -> true, change);
    }

    /** The text with one letter changed, of those from {@code first} on for which there is a change. */
    String one(RandomGenerator random, int first, IntFunction<@Nullable String> change) {
        int[] able = able(first, change);
        if (able.length == 0) {
            return text();
        }
        int chosen = able[random.nextInt(able.length)];
        return with(i -> i == chosen, change);
    }

    String one(RandomGenerator random, IntFunction<@Nullable String> change) {
        return one(random, 0, change);
    }

    /** The text with every second letter changed, more or less, but one at least. */
    String some(RandomGenerator random, IntFunction<@Nullable String> change) {
        int[] able = able(0, change);
        if (able.length == 0) {
            return text();
        }
        boolean[] chosen = new boolean[places.length];
        chosen[able[random.nextInt(able.length)]] = true;
        for (int i : able) {
            chosen[i] |= random.nextBoolean();
        }
        return with(i -> chosen[i], change);
    }

    /** The text with something between all letters that are neighbours. */
    String between(String mark) {
        return join(i -> mark);
    }

    /** The text with something between two letters that are neighbours. */
    String betweenTwo(RandomGenerator random, String mark) {
        int[] able = java.util.stream.IntStream.range(0, places.length)
                .filter(this::adjoin)
                .toArray();
        if (able.length == 0) {
            return text();
        }
        int chosen = able[random.nextInt(able.length)];
        return join(i -> i == chosen ? mark : "");
    }

    /** The text with something, chosen anew each time, between letters that are neighbours. */
    String join(IntFunction<String> mark) {
        StringBuilder out = new StringBuilder();
        int letter = -1;
        for (int i = 0; i < points.length; i++) {
            out.appendCodePoint(points[i]);
            if (letters[i] && adjoin(++letter)) {
                out.append(mark.apply(letter));
            }
        }
        return out.toString();
    }

    /** The text with two different neighbours changing places. */
    String swapped(RandomGenerator random) {
        int[] able = java.util.stream.IntStream.range(0, places.length)
                .filter(i -> adjoin(i) && letter(i) != letter(i + 1))
                .toArray();
        if (able.length == 0) {
            return text();
        }
        int at = places[able[random.nextInt(able.length)]];
        int[] swapped = points.clone();
        swapped[at] = points[at + 1];
        swapped[at + 1] = points[at];
        return new String(swapped, 0, swapped.length);
    }

    /** The whole text from its end to its beginning. */
    String reversed() {
        int[] reversed = new int[points.length];
        for (int i = 0; i < points.length; i++) {
            reversed[i] = points[points.length - 1 - i];
        }
        return new String(reversed, 0, reversed.length);
    }

    private int[] able(int first, IntFunction<@Nullable String> change) {
        return java.util.stream.IntStream.range(Math.min(first, places.length), places.length)
                .filter(i -> change.apply(letter(i)) != null)
                .toArray();
    }

    private String with(java.util.function.IntPredicate chosen, IntFunction<@Nullable String> change) {
        StringBuilder out = new StringBuilder();
        int letter = -1;
        for (int i = 0; i < points.length; i++) {
            String changed = letters[i] && chosen.test(++letter) ? change.apply(points[i]) : null;
            if (changed == null) {
                out.appendCodePoint(points[i]);
            } else {
                out.append(changed);
            }
        }
        return out.toString();
    }
}
