package org.touchstone.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.hit.Evidence;

/** Imitations that were sold or registered, as the Chinese press and courts report them. */
class ImitationsTest {
    @TempDir
    static Path folder;

    private static Fixture fixture;

    @BeforeAll
    static void build() throws IOException {
        fixture = new Fixture(folder, "康师傅", "娃哈哈", "思念", "奥利奥", "蒙牛", "银鹭", "伊利", "雪碧", "星巴克", "老干妈", "六个核桃", "大白兔");
    }

    @AfterAll
    static void close() throws IOException {
        fixture.close();
    }

    private static void assertFound(String mark, String imitation, String goods) {
        for (String title :
                new String[] {imitation + " " + goods, imitation + goods, "正品 " + imitation + " " + goods}) {
            Evidence.Word word = fixture.see(mark, title);
            assertThat(word).as("%s in '%s'", mark, title).isNotNull();
            assertThat(word.quote()).isEqualTo(imitation);
            assertThat(word.weight()).isGreaterThan(Weights.PLAIN);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "康师傅, 康帅傅, 方便面",
        "思念, 恩念, 水饺",
        "蒙牛, 豪牛, 纯牛奶",
        "银鹭, 银鹜, 八宝粥",
        "伊利, 伊俐, 酸酸乳",
        "雪碧, 雷碧, 汽水",
        "星巴克, 星巴客, 咖啡",
        "娃哈哈, 哇哈哈, 矿泉水",
        "大白兔, 大白免, 奶糖",
        "六个核桃, 八个核桃, 核桃乳",
    })
    void imitationIsFoundAsItsMark(String mark, String imitation, String goods) {
        assertFound(mark, imitation, goods);
    }

    @ParameterizedTest
    @CsvSource({"娃哈哈, 娃恰恰, 矿泉水", "奥利奥, 粤利粤, 饼干"})
    void imitationOfACharacterThatStandsTwiceIsFoundAsItsMark(String mark, String imitation, String goods) {
        assertFound(mark, imitation, goods);
    }

    @ParameterizedTest
    @CsvSource({
        "康师傅, 一位师傅 健康 方便面",
        "思念, 恩情难忘 水饺",
        "蒙牛, 牛奶 豪华装",
        "六个核桃, 三斤核桃 一袋",
        "六个核桃, 核桃 六个装",
        "星巴克, 星星 咖啡",
        "大白兔, 大灰狼 玩具",
        "老干妈, 干妈做的辣酱",
    })
    void ordinaryLanguageIsNoImitation(String mark, String title) {
        assertThat(fixture.see(mark, title)).isNull();
    }
}
