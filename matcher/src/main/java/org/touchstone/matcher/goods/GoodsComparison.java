package org.touchstone.matcher.goods;

import java.util.Collection;
import java.util.List;

/**
 * How offered goods stand to registered ones, and on what ground. Immutable.
 *
 * @param offered the classes or similar groups of the offered goods that the ground rests on
 * @param registered those of the registered goods
 */
public record GoodsComparison(Ground ground, List<String> offered, List<String> registered) {
    /** Why goods stand to each other as they do, the strongest ground first. */
    public enum Ground {
        /** A similar group in common. */
        SAME_GROUP(GoodsRelation.SAME, "the same similar group"),
        /** A class in common, of which the groups of one side or of both are not known. */
        SAME_CLASS(GoodsRelation.SAME, "the same class; the similar groups are not known on both sides"),
        /** Groups that the notes of China's table set side by side. */
        CROSSED_GROUPS(GoodsRelation.SIMILAR, "similar groups that are cross-searched"),
        /** A class in common, but other groups of it, at an office other than China's. */
        OTHER_GROUPS(GoodsRelation.SIMILAR, "the same class, but other similar groups"),
        /** Classes whose goods are often held to be similar. */
        SIMILAR_CLASSES(GoodsRelation.SIMILAR, "classes whose goods are often held to be similar"),
        /** Goods, and a registration for retail services. */
        RETAIL(GoodsRelation.SIMILAR, "retail services, often held to be similar to the goods that are sold"),
        /** A class in common, but other groups of it, in China. */
        OTHER_GROUPS_IN_CHINA(
                GoodsRelation.DIFFERENT,
                "the same class, but other similar groups, which in China are as a rule not held to be similar"),
        /** Neither classes nor groups that have to do with each other. */
        OTHER_CLASSES(GoodsRelation.DIFFERENT, "classes that have nothing to do with each other"),
        /** One side names no goods. */
        NOT_KNOWN(GoodsRelation.UNKNOWN, "the goods of one side are not known");

        private final GoodsRelation relation;
        private final String reason;

        Ground(GoodsRelation relation, String reason) {
            this.relation = relation;
            this.reason = reason;
        }

        /** What follows from the ground. */
        public GoodsRelation relation() {
            return relation;
        }
    }

    public GoodsComparison {
        offered = List.copyOf(offered);
        registered = List.copyOf(registered);
    }

    static GoodsComparison of(Ground ground, Collection<?> offered, Collection<?> registered) {
        return new GoodsComparison(
                ground,
                offered.stream().map(Object::toString).toList(),
                registered.stream().map(Object::toString).toList());
    }

    /** How the goods stand to each other. */
    public GoodsRelation relation() {
        return ground.relation();
    }

    /** The ground in words, in English, with the classes or groups that it rests on, such as {@code 2507 / 2501}. */
    public String reason() {
        return ground.reason + ": " + String.join(", ", offered) + " / " + String.join(", ", registered);
    }

    /** The one with the stronger ground, this one when they are alike. */
    GoodsComparison or(GoodsComparison other) {
        return other.ground.compareTo(ground) < 0 ? other : this;
    }

    /** Whether similar groups decided. */
    boolean isByGroups() {
        return switch (ground) {
            case SAME_GROUP, CROSSED_GROUPS, OTHER_GROUPS, OTHER_GROUPS_IN_CHINA -> true;
            case SAME_CLASS, SIMILAR_CLASSES, RETAIL, OTHER_CLASSES, NOT_KNOWN -> false;
        };
    }
}
