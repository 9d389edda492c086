package org.touchstone.cli.attack;

import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Chinese characters written with others: in another standard, by sound, by look, in parts, in pinyin. */
final class HanOperators {
    static final List<Operator> ALL = List.of(
            han("traditional", (word, random) -> Chinese.traditional(word.text())),
            han("compatibility-forms", (word, random) -> word.each(Chinese::form)),
            han("homophone-same-tone", (word, random) -> word.one(random, of(Chinese::sameTone, random))),
            han("homophone-other-tone", (word, random) -> word.one(random, of(Chinese::otherTone, random))),
            han(
                    "homophones-all",
                    (word, random) -> word.each(character -> {
                        String same = of(Chinese::sameTone, random).apply(character);
                        return same != null
                                ? same
                                : of(Chinese::otherTone, random).apply(character);
                    })),
            han("look-alike-one", (word, random) -> word.one(random, of(Chinese::lookAlikes, random))),
            han("look-alikes-all", (word, random) -> word.each(of(Chinese::lookAlikes, random))),
            han("character-split", (word, random) -> word.one(random, Chinese::parts)),
            han("characters-split", (word, random) -> word.each(Chinese::parts)),
            han("syllable-in-pinyin", (word, random) -> word.one(random, Chinese::syllable)),
            han("pinyin", (word, random) -> word.each(Chinese::syllable)),
            han("pinyin-spaced", (word, random) -> spaced(word, Chinese::syllable)),
            han("pinyin-with-tones", (word, random) -> spaced(word, Chinese::marked)),
            Operator.weak(
                    "pinyin-initials",
                    Script.HAN,
                    (word, random) -> word.each(character -> {
                        String syllable = Chinese.syllable(character);
                        return syllable == null ? null : syllable.substring(0, 1);
                    })),
            Operator.weak(
                    "first-character-jia", Script.HAN, (word, random) -> Character.toString(word.letter(0)) + "家"),
            Operator.weak("transposed", Script.HAN, (word, random) -> word.swapped(random)));

    private HanOperators() {}

    private static Operator han(String key, Disguise disguise) {
        return Operator.of(key, Script.HAN, disguise);
    }

    private static IntFunction<@Nullable String> of(IntFunction<List<String>> substitutes, RandomGenerator random) {
        return character -> {
            List<String> some = substitutes.apply(character);
            return some.isEmpty() ? null : SharedOperators.any(some, random);
        };
    }

    private static String spaced(Word word, IntFunction<@Nullable String> spelling) {
        Word apart = Word.of(word.between(" "), Script.HAN);
        return apart.each(spelling);
    }
}
