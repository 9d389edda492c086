package org.touchstone.indexer.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HanLookAlikesTest {
    @ParameterizedTest
    @CsvSource({"康师傅,康帅傅", "娃哈哈,娃恰恰", "思念,恩念", "奥利奥,粤利粤", "蒙牛,豪牛", "银鹭,银鹜", "伊利,伊俐"})
    void imitationsLookLikeTheirModel(String mark, String imitation) {
        for (int i = 0; i < mark.length(); i++) {
            assertThat(Han.likeness(mark.charAt(i), imitation.charAt(i))).isBetween(0.7, 1.0);
        }
    }

    /** The pairs that drawings, parts or four-corner codes alone miss here and there. */
    @ParameterizedTest
    @ValueSource(strings = {"师帅", "雪雷", "兔免", "鹭鹜", "利俐", "哈恰", "思恩", "奥粤", "末未", "蒙豪", "茅芽", "莆蒲", "徕莱", "师狮", "林杆"})
    void eachOfAPairListsTheOther(String pair) {
        char a = pair.charAt(0);
        char b = pair.charAt(1);
        assertThat(Han.lookAlikes(a)).contains(b);
        assertThat(Han.lookAlikes(b)).contains(a);
        assertThat(Han.likeness(a, b)).isEqualTo(Han.likeness(b, a)).isGreaterThanOrEqualTo(0.7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"末鹰", "一龙", "康傅", "花酒", "海山", "江湖", "芳芝", "银钱", "茶茅", "蒙奥"})
    void charactersThatShareLittleAreNotAlike(String pair) {
        assertThat(Han.likeness(pair.charAt(0), pair.charAt(1))).isZero();
    }

    @Test
    void strokeAsideIsNearerThanAnotherBody() {
        assertThat(Han.likeness('末', '未')).isGreaterThan(Han.likeness('哈', '恰'));
        assertThat(Han.likeness('兔', '免')).isGreaterThan(Han.likeness('茅', '芽'));
    }

    @Test
    void listsAreShortAndNearestFirst() {
        int listed = 0;
        int characters = 0;
        for (int point = Han.FIRST; point <= Han.LAST; point++) {
            int[] alike = Han.lookAlikes(point);
            assertThat(alike.length).isLessThanOrEqualTo(40);
            double before = 1;
            for (int other : alike) {
                double likeness = Han.likeness(point, other);
                assertThat(likeness).isBetween(0.7, before);
                before = likeness;
            }
            assertThat(alike).doesNotHaveDuplicates().doesNotContain(point);
            listed += alike.length;
            characters += alike.length > 0 ? 1 : 0;
        }
        assertThat(characters).isGreaterThan(7500);
        assertThat((double) listed / characters).isBetween(8.0, 20.0);
    }

    @Test
    void twoCharactersAtRandomAreHardlyEverAlike() {
        int[] points = new Random(1)
                .ints(200_000, Han.FIRST, Han.LAST + 1)
                .filter(point -> Han.lookAlikes(point).length > 0)
                .toArray();
        int alike = 0;
        for (int i = 1; i < points.length; i++) {
            alike += points[i] != points[i - 1] && Han.likeness(points[i], points[i - 1]) > 0 ? 1 : 0;
        }
        assertThat((double) alike / points.length).isLessThan(0.005);
    }
}
