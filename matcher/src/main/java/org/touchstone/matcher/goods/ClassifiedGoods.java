package org.touchstone.matcher.goods;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.touchstone.matcher.goods.GoodsComparison.Ground;

/**
 * Goods by their classes and, as far as they are known, by their similar groups. In a class of which no group is given
 * the groups count as unknown. Immutable.
 *
 * @param classes classes of the Nice classification, ascending, those of the groups included
 * @param groups similar groups as {@link SimilarGroups} writes them, ascending
 */
public record ClassifiedGoods(SortedSet<Integer> classes, SortedSet<String> groups) {
    /** Retail services, which are often held to be similar to the goods that are sold. */
    private static final int RETAIL = 35;

    private static final String CHINA = "CN";

    /** @throws IllegalArgumentException when a class or a group is none */
    public ClassifiedGoods {
        SortedSet<Integer> allClasses = new TreeSet<>(classes);
        SortedSet<String> allGroups = new TreeSet<>();
        for (String text : groups) {
            SimilarGroup group = SimilarGroups.read(text);
            allGroups.add(group.toString());
            allClasses.add(group.nice());
        }
        for (int nice : allClasses) {
            if (!NiceClasses.isClass(nice)) {
                throw new IllegalArgumentException(
                        "expected a class from 1 to " + NiceClasses.COUNT + ", found " + nice);
            }
        }
        classes = Collections.unmodifiableSortedSet(allClasses);
        groups = Collections.unmodifiableSortedSet(allGroups);
    }

    /**
     * Takes classes and groups in any order.
     *
     * @throws IllegalArgumentException when a class or a group is none
     */
    public static ClassifiedGoods of(Collection<Integer> classes, Collection<String> groups) {
        return new ClassifiedGoods(new TreeSet<>(classes), new TreeSet<>(groups));
    }

    /** Whether nothing is known. */
    public boolean isEmpty() {
        return classes.isEmpty();
    }

    /** How these goods stand to those of a registration, by the strongest ground that there is. */
    public GoodsComparison to(RegisteredGoods registration) {
        ClassifiedGoods own = registration.goods();
        if (isEmpty() || own.isEmpty()) {
            return GoodsComparison.of(Ground.NOT_KNOWN, classes, own.classes);
        }
        GoodsComparison best = GoodsComparison.of(Ground.OTHER_CLASSES, classes, own.classes);
        if (!groups.isEmpty() && !own.groups.isEmpty()) {
            best = best.or(byGroups(own));
        }
        for (int one : classes) {
            for (int other : own.classes) {
                best = best.or(byClasses(own, one, other, registration.office()));
            }
        }
        return best;
    }

    private GoodsComparison byGroups(ClassifiedGoods own) {
        GoodsComparison best = GoodsComparison.of(Ground.OTHER_CLASSES, classes, own.classes);
        for (String one : groups) {
            SortedSet<String> crossed = SimilarGroups.crossSearched(one);
            for (String other : own.groups) {
                SimilarGroup registered = SimilarGroups.read(other);
                if (SimilarGroups.read(one).meets(registered)) {
                    return GoodsComparison.of(Ground.SAME_GROUP, List.of(one), List.of(other));
                }
                if (crossed.contains(registered.number())) {
                    best = best.or(GoodsComparison.of(Ground.CROSSED_GROUPS, List.of(one), List.of(other)));
                }
            }
        }
        return best;
    }

    private GoodsComparison byClasses(ClassifiedGoods own, int one, int other, String office) {
        if (one == other) {
            SortedSet<String> here = groupsIn(one);
            SortedSet<String> there = own.groupsIn(one);
            if (here.isEmpty() || there.isEmpty()) {
                return GoodsComparison.of(Ground.SAME_CLASS, List.of(one), List.of(one));
            }
            return GoodsComparison.of(
                    office.equalsIgnoreCase(CHINA) ? Ground.OTHER_GROUPS_IN_CHINA : Ground.OTHER_GROUPS, here, there);
        }
        Ground ground = NiceClasses.TABLE.areSimilar(one, other)
                ? Ground.SIMILAR_CLASSES
                : other == RETAIL ? Ground.RETAIL : Ground.OTHER_CLASSES;
        return GoodsComparison.of(ground, List.of(one), List.of(other));
    }

    /** The groups of one class; empty when they are not known. */
    SortedSet<String> groupsIn(int nice) {
        return groups.subSet(prefix(nice), prefix(nice + 1));
    }

    private static String prefix(int nice) {
        return String.format(Locale.ROOT, "%02d", nice);
    }
}
