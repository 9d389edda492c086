package org.touchstone.matcher.goods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.matcher.goods.GoodsComparison.Ground;

class ClassifiedGoodsTest {
    @ParameterizedTest(name = "{0} [{1}] / {2} {3} [{4}]")
    @CsvSource({
        // classes and groups of the offer; office, classes and groups of the registration
        "25, 2507, CN, 25, 2507, SAME_GROUP, SAME",
        "25, 2507, CN, 25, 2501|2507, SAME_GROUP, SAME",
        "25, 2507, US, 25, 2507, SAME_GROUP, SAME",
        "25, 2507, CN, 25, '', SAME_CLASS, SAME",
        "25, '', CN, 25, 2501, SAME_CLASS, SAME",
        "25, '', '', 25, '', SAME_CLASS, SAME",
        "30, 3002, CN, 32, 3202, CROSSED_GROUPS, SIMILAR",
        "32, 3202, CN, 30, 3002(二), CROSSED_GROUPS, SIMILAR",
        "25, 2507, US, 25, 2501, OTHER_GROUPS, SIMILAR",
        "25, 2507, '', 25, 2501, OTHER_GROUPS, SIMILAR",
        "25, 2507, CN, 25, 2501|2509, OTHER_GROUPS_IN_CHINA, DIFFERENT",
        "25, 2507, cn, 25, 2501, OTHER_GROUPS_IN_CHINA, DIFFERENT",
        "25, 2507, CN, 18, 1802, SIMILAR_CLASSES, SIMILAR",
        "25, 2507, CN, 18|25, 1802|2501, SIMILAR_CLASSES, SIMILAR",
        "25, 2507, US, 35, '', RETAIL, SIMILAR",
        "25, 2507, CN, 31|32, 3105, OTHER_CLASSES, DIFFERENT",
        "25, '', US, 31, '', OTHER_CLASSES, DIFFERENT",
        "'', '', US, 31, '', NOT_KNOWN, UNKNOWN",
        "25, '', US, '', '', NOT_KNOWN, UNKNOWN",
        // groups alone tell their classes
        "'', 2507, US, 25, '', SAME_CLASS, SAME",
        // parts of a group are not held to be similar, a whole group holds its parts
        "9, 0901(一), CN, 9, 0901(二), OTHER_GROUPS_IN_CHINA, DIFFERENT",
        "9, 0901, CN, 9, 0901（二）, SAME_GROUP, SAME",
        "9, 0901(一), CN, 9, 0901 (一), SAME_GROUP, SAME",
    })
    void goodsStandToRegisteredOnesByTheStrongestGround(
            String classes,
            String groups,
            String office,
            String ownClasses,
            String ownGroups,
            Ground ground,
            GoodsRelation relation) {
        GoodsComparison comparison =
                goods(classes, groups).to(new RegisteredGoods(office, goods(ownClasses, ownGroups)));

        assertThat(comparison.ground()).isEqualTo(ground);
        assertThat(comparison.relation()).isEqualTo(relation);
    }

    @Test
    void aReasonNamesWhatItRestsOn() {
        RegisteredGoods registered = new RegisteredGoods("CN", goods("18|25", "1802|2501|2509"));

        assertThat(goods("14|25", "1404|2507").to(new RegisteredGoods("CN", goods("25", "2501|2509"))))
                .isEqualTo(new GoodsComparison(Ground.SIMILAR_CLASSES, List.of("14"), List.of("25")));
        assertThat(goods("25", "2507")
                        .to(new RegisteredGoods("CN", goods("25", "2501|2509")))
                        .reason())
                .startsWith("the same class, but other similar groups, which in China")
                .endsWith(": 2507 / 2501, 2509");
        assertThat(goods("18", "1802").to(registered).reason()).isEqualTo("the same similar group: 1802 / 1802");
    }

    /** A class of which the groups are not given may hold any of them, whatever is known of other classes. */
    @Test
    void groupsOfOneClassTellNothingOfAnother() {
        assertThat(goods("9|25", "2507")
                        .to(new RegisteredGoods("CN", goods("9|25", "0901|2501")))
                        .ground())
                .isEqualTo(Ground.SAME_CLASS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2500", "4601", "shoes", ""})
    void otherTextsAreNoGroups(String group) {
        assertThatThrownBy(() -> ClassifiedGoods.of(List.of(25), List.of(group)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 46, -25})
    void otherNumbersAreNoClasses(int nice) {
        assertThatThrownBy(() -> ClassifiedGoods.of(Set.of(nice), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aListIsKeptAsItWas() {
        TreeSet<Integer> classes = new TreeSet<>(Set.of(25));
        ClassifiedGoods goods = new ClassifiedGoods(classes, new TreeSet<>(Set.of("1802（一）")));
        classes.add(9);

        assertThat(goods.classes()).containsExactly(18, 25);
        assertThat(goods.groups()).containsExactly("1802(一)");
        assertThatThrownBy(() -> goods.groups().add("2501")).isInstanceOf(UnsupportedOperationException.class);
    }

    private static ClassifiedGoods goods(String classes, String groups) {
        return ClassifiedGoods.of(
                Tables.values(classes).stream().map(Integer::valueOf).toList(), Tables.values(groups));
    }
}
