package org.touchstone.matcher.goods;

/**
 * A word of an offer that names goods: why a class or a similar group comes into question. Immutable.
 *
 * @param word as it stands in the offer, in small letters and simplified characters
 * @param place where it stands
 * @param goods what it names
 */
public record NamedGoods(String word, Place place, ClassifiedGoods goods) {
    /** Where a word stands. */
    public enum Place {
        /** In the category, which is surer. */
        CATEGORY,
        /** In the title. */
        TITLE
    }
}
