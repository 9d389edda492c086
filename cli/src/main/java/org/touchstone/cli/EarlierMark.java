package org.touchstone.cli;

import java.util.Comparator;
import java.util.Locale;
import org.touchstone.matcher.goods.ClassifiedGoods;
import org.touchstone.matcher.goods.GoodsComparison;
import org.touchstone.matcher.goods.GoodsRelation;
import org.touchstone.matcher.goods.RegisteredGoods;
import org.touchstone.matcher.search.Way;

/**
 * A mark that may stand in the way of a new sign.
 *
 * @param goods how the goods of the new sign stand to those of the mark
 */
record EarlierMark(FoundMark found, GoodsComparison goods, Level level) {
    /** How near a mark comes to a new sign. */
    enum Level {
        /** The same sign for the same goods. */
        IDENTICAL,
        /** A similar sign for the same or similar goods, or the same sign for goods that are similar or not known. */
        SIMILAR,
        /** A sign that has less to do with it, or other goods. */
        REMOTE;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Signs less alike than this are remote from each other: a figure to sort by, no line that the law draws. */
    private static final double SIMILAR_SIGN = 0.65;

    /** An image so alike is the same. */
    private static final double SAME_IMAGE = 0.95;

    static final Comparator<EarlierMark> WORST_FIRST = Comparator.comparing(EarlierMark::level)
            .thenComparing(Comparator.comparingDouble(EarlierMark::nearness).reversed())
            .thenComparing(one -> one.found().registration().id());

    static EarlierMark of(FoundMark found, ClassifiedGoods wanted) {
        GoodsComparison goods = wanted.to(RegisteredGoods.of(found.registration()));
        return new EarlierMark(found, goods, levelOf(found, goods.relation()));
    }

    private static Level levelOf(FoundMark found, GoodsRelation relation) {
        if (relation == GoodsRelation.DIFFERENT) {
            return Level.REMOTE;
        }
        boolean same = found.text() != null
                        && found.text().ways().contains(Way.EXACT)
                        && found.text().similarity() > 0.97
                || found.picture() != null && found.picture().similarity() >= SAME_IMAGE;
        if (same && relation == GoodsRelation.SAME) {
            return Level.IDENTICAL;
        }
        return found.similarity() >= SIMILAR_SIGN ? Level.SIMILAR : Level.REMOTE;
    }

    /** Similarity of the sign, less where the goods are less related. */
    private double nearness() {
        double factor = switch (goods.relation()) {
            case SAME -> 1;
            case SIMILAR -> 0.85;
            case UNKNOWN -> 0.8;
            case DIFFERENT -> 0.5;
        };
        return factor * found.similarity();
    }
}
