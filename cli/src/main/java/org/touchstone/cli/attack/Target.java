package org.touchstone.cli.attack;

import java.util.Set;

/**
 * A mark to attack: one text, however often it is registered.
 *
 * @param key the text folded, by which texts are told to be the same
 * @param text as registered, without unpaired surrogates
 * @param script in which it is attacked
 * @param registrations ids of all registrations with this text, in the order of the file; never empty
 */
record Target(String key, String text, Script script, Set<String> registrations) {
    /** The id that stands for the mark in results: that of the first registration. */
    String id() {
        return registrations.iterator().next();
    }
}
