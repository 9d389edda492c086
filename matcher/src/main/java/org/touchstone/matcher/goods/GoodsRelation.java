package org.touchstone.matcher.goods;

/** How the goods of an offer stand to those that a mark is registered for, by their classes and similar groups. {@link GoodsComparison.Ground} says why. */
public enum GoodsRelation {
    /** A similar group in common, or a class whose groups are not known. */
    SAME,
    /** Groups or classes whose goods are often held to be similar. */
    SIMILAR,
    /** Neither. A mark with a reputation may be protected all the same. */
    DIFFERENT,
    /** The offer does not tell, or the register does not. */
    UNKNOWN
}
