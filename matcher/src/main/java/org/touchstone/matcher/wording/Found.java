package org.touchstone.matcher.wording;

/**
 * Words of the lexicon found in a text.
 *
 * @param start their first letter
 * @param end behind their last letter
 */
record Found(Entry entry, int start, int end) {
    boolean contains(Found other) {
        return start <= other.start && end >= other.end;
    }

    int length() {
        return end - start;
    }
}
