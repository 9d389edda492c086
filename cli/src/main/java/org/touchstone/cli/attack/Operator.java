package org.touchstone.cli.attack;

import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A disguise with its name. Stateless and thread-safe.
 *
 * @param key name in kebab-case; {@code attack.operator.KEY} of the messages describes it
 * @param scripts the scripts whose letters it changes
 * @param weak whether what is left of the mark says little by nature, so that missing it is no blind spot
 * @param disguise what it does
 */
public record Operator(String key, Set<Script> scripts, boolean weak, Disguise disguise) {
    public Operator {
        scripts = Set.copyOf(scripts);
    }

    static Operator of(String key, Script script, Disguise disguise) {
        return new Operator(key, Set.of(script), false, disguise);
    }

    static Operator weak(String key, Script script, Disguise disguise) {
        return new Operator(key, Set.of(script), true, disguise);
    }

    static Operator ofBoth(String key, Disguise disguise) {
        return new Operator(key, Set.of(Script.values()), false, disguise);
    }

    /**
     * Disguises a text. Unpaired surrogates in it are dropped first; the result has none.
     *
     * @return the text itself where there is nothing to change
     */
    public String apply(String text, Script script, RandomGenerator random) {
        Word word = Word.of(text, script);
        return word.count() == 0 ? word.text() : disguise.of(word, random);
    }
}
