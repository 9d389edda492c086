package org.touchstone.cli.attack;

import java.util.random.RandomGenerator;

/** A way to write a word so that people still read it, and a machine perhaps does not. Stateless and thread-safe. */
@FunctionalInterface
interface Disguise {
    /** The word in disguise; its text as it is where there is nothing to change. */
    String of(Word word, RandomGenerator random);
}
