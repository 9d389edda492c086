package org.touchstone.cli.attack;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What is done to letters of either script: something hidden or shown is put between or around them. */
final class SharedOperators {
    private static final List<String> HIDDEN = List.of("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff");
    private static final List<String> EMOJI = List.of("🔥", "⭐", "🌟", "💎", "✨", "🎀", "🍀");
    private static final List<String> DOTS = List.of(".", "·", "•", "・");
    private static final List<String> DASHES = List.of("-", "_", "/", "~", "|");
    private static final List<String> MASKS = List.of("*", "＊", "○", "●", "×", "#");
    private static final List<String> STARS = List.of("★", "☆", "♥", "◆", "■");
    private static final List<String> BRACKETS = List.of("【】", "「」", "（）", "［］", "《》");
    private static final List<String> FRAMES = List.of("【】", "★★", "「」", "✨✨", "《》", "♛♛", "☆☆");

    static final List<Operator> ALL = List.of(
            Operator.ofBoth("zero-width", (word, random) -> {
                String hidden = any(HIDDEN, random);
                return word.between(hidden);
            }),
            Operator.ofBoth("spaced", (word, random) -> word.between(" ")),
            Operator.ofBoth("dotted", (word, random) -> word.between(any(DOTS, random))),
            Operator.ofBoth("dashed", (word, random) -> word.between(any(DASHES, random))),
            Operator.ofBoth("emoji-inside", (word, random) -> word.betweenTwo(random, any(EMOJI, random))),
            Operator.ofBoth("emoji-between", (word, random) -> word.between(any(EMOJI, random))),
            Operator.ofBoth("stars-between", (word, random) -> {
                String star = any(STARS, random);
                return star + word.between(star) + star;
            }),
            Operator.ofBoth("framed", (word, random) -> {
                String frame = any(FRAMES, random);
                return frame.charAt(0) + word.text() + frame.charAt(1);
            }),
            Operator.ofBoth("bracketed", (word, random) -> {
                String pair = any(BRACKETS, random);
                return word.each(letter -> pair.charAt(0) + Character.toString(letter) + pair.charAt(1));
            }),
            Operator.ofBoth(
                    "struck-through", (word, random) -> word.each(letter -> Character.toString(letter) + '\u0336')),
            Operator.ofBoth("masked", (word, random) -> {
                String mask = any(MASKS, random);
                return word.one(random, 1, letter -> mask);
            }),
            Operator.ofBoth("right-to-left-override", (word, random) -> "\u202e" + word.reversed() + "\u202c"),
            new Operator("reversed", Set.of(Script.values()), true, (word, random) -> word.reversed()));

    private SharedOperators() {}

    static String any(List<String> some, RandomGenerator random) {
        return some.get(random.nextInt(some.size()));
    }
}
