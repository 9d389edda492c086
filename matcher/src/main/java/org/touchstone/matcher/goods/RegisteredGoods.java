package org.touchstone.matcher.goods;

import org.touchstone.mark.Registration;

/**
 * The goods that a mark is registered for, with the office, since offices judge similarity by different rules. Immutable.
 *
 * @param office two-letter office code of WIPO ST.3, empty when not known
 */
public record RegisteredGoods(String office, ClassifiedGoods goods) {
    /** The goods of a registration. Classes and similar groups that are none are left out. */
    public static RegisteredGoods of(Registration mark) {
        return new RegisteredGoods(
                mark.office(),
                ClassifiedGoods.of(
                        mark.niceClasses().stream().filter(NiceClasses::isClass).toList(),
                        mark.similarGroups().stream()
                                .filter(SimilarGroups::isWellFormed)
                                .toList()));
    }
}
