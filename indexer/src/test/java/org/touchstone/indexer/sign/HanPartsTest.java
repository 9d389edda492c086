package org.touchstone.indexer.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HanPartsTest {
    @Test
    void joinedPartsThatMakeNothingMakeNothing() {
        assertThat(Han.joined('氵', '氵')).isEmpty();
        assertThat(Han.joined('a', 'b')).isEmpty();
        assertThat(Han.joined(0x20000, '木')).isEmpty();
        assertThat(Han.joined('鹰', '鹰', '鹰')).isEmpty();
        assertThat(Han.split('一')).isEmpty();
        assertThat(Han.split('a')).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "氵每海", "水每海", "女馬妈", "女马妈", "弓长张", "弓長张", "言殳设", "讠殳设", "訁殳设", "艹夫芙", "草夫芙", "木木林", "亻尔你", "人尔你", "日月明",
                "不用甭", "女子好", "钅失铁", "金失铁", "金同铜", "纟工红", "糹工红", "饣反饭", "食反饭", "忄每悔", "犭句狗", "扌丁打", "手丁打", "田心思", "相心想",
                "吉吉喆", "言吾语", "阝東陈"
            })
    void joinedPartsMakeTheCharacter(String partsAndWhole) {
        assertThat(Han.joined(partsAndWhole.charAt(0), partsAndWhole.charAt(1))).contains(partsAndWhole.charAt(2));
    }

    @Test
    void joinedThreePartsMakeTheCharacter() {
        assertThat(Han.joined('木', '又', '寸')).contains('树');
        assertThat(Han.joined('木', '目', '心')).contains('想');
        assertThat(Han.joined('讠', '身', '寸')).contains('谢');
        assertThat(Han.joined('木', '木', '木')).contains('森');
    }

    @Test
    void joinedMindsTheOrder() {
        assertThat(Han.joined('每', '氵')).doesNotContain('海');
        assertThat(Han.joined('口', '木')).contains('呆').doesNotContain('杏');
    }

    @Test
    void splitPutsTheFormInsideTheCharacterFirst() {
        assertThat(Han.split('海')).startsWith("氵每").contains("水每");
        assertThat(Han.split('妈')).startsWith("女马");
        assertThat(Han.split('媽')).startsWith("女馬");
    }

    @Test
    void everySplitJoinsAgain() {
        int ways = 0;
        for (int point = Han.FIRST; point <= Han.LAST; point++) {
            List<String> splits = Han.split(point);
            for (String split : splits) {
                int[] made = split.length() == 2
                        ? Han.joined(split.charAt(0), split.charAt(1))
                        : Han.joined(split.charAt(0), split.charAt(1), split.charAt(2));
                assertThat(made).as(split).contains(Han.simplified(point));
                assertThat(made).as(split).doesNotHaveDuplicates();
                ways++;
            }
        }
        assertThat(ways).isGreaterThan(20_000);
    }
}
