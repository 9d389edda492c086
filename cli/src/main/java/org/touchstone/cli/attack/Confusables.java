package org.touchstone.cli.attack;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Characters that Unicode TS #39 holds to be confusable with a Latin letter, as ICU knows them. Mere styles, which NFKC
 * undoes, are left out: they have operators of their own. Thread-safe.
 */
final class Confusables {
    private static final int LAST = 0x1ffff;
    private static final Map<Integer, List<Integer>> ALIKE = read();

    private Confusables() {}

    private static Map<Integer, List<Integer>> read() {
        SpoofChecker spoof = new SpoofChecker.Builder().build();
        Normalizer2 nfkc = Normalizer2.getNFKCInstance();
        Map<String, List<Integer>> bySkeleton = new HashMap<>();
        for (int letter = 'A'; letter <= 'z'; letter++) {
            if (Character.isLetter(letter)) {
                bySkeleton.put(spoof.getSkeleton(Character.toString(letter)), new ArrayList<>());
            }
        }
        for (int point = 128; point <= LAST; point++) {
            if (Character.isLetter(point) && !Script.HAN.has(point) && !isSyllabary(point)) {
                String text = Character.toString(point);
                List<Integer> alike = bySkeleton.get(spoof.getSkeleton(text));
                if (alike != null && nfkc.isNormalized(text)) {
                    alike.add(point);
                }
            }
        }
        Map<Integer, List<Integer>> byLetter = new HashMap<>();
        for (int letter = 'A'; letter <= 'z'; letter++) {
            if (Character.isLetter(letter)) {
                byLetter.put(letter, bySkeleton.getOrDefault(spoof.getSkeleton(Character.toString(letter)), List.of()));
            }
        }
        return byLetter;
    }

    /** Korean syllables and the like are many and resemble nothing Latin. */
    private static boolean isSyllabary(int point) {
        UnicodeScript script = UnicodeScript.of(point);
        return script == UnicodeScript.HANGUL || script == UnicodeScript.TANGUT || script == UnicodeScript.CUNEIFORM;
    }

    /** A character of any script; null when there is none. */
    static @Nullable String any(int letter, RandomGenerator random) {
        return any(letter, random, point -> true);
    }

    static @Nullable String cyrillic(int letter, RandomGenerator random) {
        return any(letter, random, point -> UnicodeScript.of(point) == UnicodeScript.CYRILLIC);
    }

    static @Nullable String greek(int letter, RandomGenerator random) {
        return any(letter, random, point -> UnicodeScript.of(point) == UnicodeScript.GREEK);
    }

    private static @Nullable String any(int letter, RandomGenerator random, IntPredicate wanted) {
        List<Integer> alike = ALIKE.getOrDefault(letter, List.of()).stream()
                .filter(wanted::test)
                .toList();
        return alike.isEmpty() ? null : Character.toString(alike.get(random.nextInt(alike.size())));
    }
}
