package org.touchstone.matcher.goods;

/** How the goods of an offer stand to those that a mark is registered for, by their classes. */
public enum GoodsRelation {
    /** A class in common. */
    SAME,
    /** No class in common, but classes whose goods are often held to be similar. */
    SIMILAR,
    /** Neither. A mark with a reputation may be protected all the same. */
    DIFFERENT,
    /** The offer does not tell, or the register does not. */
    UNKNOWN
}
