package org.touchstone.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.hit.Evidence;

class HanDistortionTest {
    @TempDir
    static Path folder;

    private static Fixture fixture;

    @BeforeAll
    static void build() throws IOException {
        fixture = new Fixture(folder, "海棠岚", "清澜", "丽鹰", "努维莫", "隼松", "月见屿", "沐澄", "朗岚", "云栖白鹭");
    }

    @AfterAll
    static void close() throws IOException {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({
        // a homophone, tone and all; in another tone; of all characters; for southern ears
        "海棠岚, 新款海堂岚手机壳, 海堂岚, sound",
        "海棠岚, 新款孩棠岚手机壳, 孩棠岚, sound",
        "努维莫, 努惟莫 手机壳, 努惟莫, sound",
        "努维莫, 怒唯茉 手机壳, 怒唯茉, sound",
        "清澜, 清阑 连衣裙, 清阑, sound",
        "努维莫, 鲁维莫 手机壳, 鲁维莫, sound",
        // a look-alike
        "努维莫, 努准莫 手机壳, 努准莫, shape",
        "月见屿, 月贝屿 手机壳, 月贝屿, shape",
        "朗岚, 朗岗 手机壳, 朗岗, shape",
        // taken apart
        "海棠岚, 新款氵每棠岚手机壳, 氵每棠岚, split",
        "海棠岚, 新款海棠山风手机壳, 海棠山风, split",
        "沐澄, 氵木澄 洗发水, 氵木澄, split",
        "沐澄, 沐氵登 洗发水, 沐氵登, split",
        "朗岚, 良月岚 手机壳, 良月岚, split",
        // masked: within, at the beginning, at the end
        "努维莫, 全新努*莫手机壳, 努*莫, masked",
        "努维莫, 全新努〇莫手机壳, 努〇莫, masked",
        "努维莫, 全新努x莫手机壳, 努x莫, masked",
        "努维莫, 全新努X莫手机壳, 努X莫, masked",
        "努维莫, 全新努○莫手机壳, 努○莫, masked",
        "努维莫, *维莫 手机壳, *维莫, masked",
        "努维莫, x维莫 手机壳, x维莫, masked",
        "努维莫, 努维* 手机壳, 努维*, masked",
        "努维莫, 努维x 手机壳, 努维x, masked",
        "努维莫, 努维〇 手机壳, 努维〇, masked",
        "隼松, 隼* 手机壳, 隼*, masked",
        "隼松, *松 手机壳, *松, masked",
        "隼松, 隼x 手机壳, 隼x, masked",
        "隼松, 隼〇 手机壳, 隼〇, masked",
        // one syllable in letters, at any place
        "海棠岚, 海tang岚 手机壳, 海tang岚, pinyin",
        "海棠岚, hai棠岚 手机壳, hai棠岚, pinyin",
        "海棠岚, 海棠lan 手机壳, 海棠lan, pinyin",
        // all of them, glued and with gaps
        "海棠岚, haitanglan 手机壳, haitanglan, pinyin",
        "海棠岚, 新款haitanglan手机壳, haitanglan, pinyin",
        "海棠岚, hai tang lan 手机壳, hai tang lan, pinyin",
        "海棠岚, hai-tang-lan 手机壳, hai-tang-lan, pinyin",
        "海棠岚, hai tanglan 手机壳, hai tanglan, pinyin",
        "海棠岚, haitanglan8 手机壳, haitanglan, pinyin",
        "海棠岚, haitanglanshop, haitanglan, pinyin",
    })
    void distortedSignIsFound(String mark, String title, String quote, String how) {
        Evidence.Word word = fixture.see(mark, title);
        assertThat(word).as("%s in '%s'", mark, title).isNotNull();
        assertThat(word.quote()).isEqualTo(quote);
        assertThat(word.how()).contains(how);
        assertThat(word.weight()).isBetween(Weights.PLAIN, Weights.MOST);
        assertThat(word.similarity()).isBetween(0.5, 0.99);
    }

    @ParameterizedTest
    @CsvSource({
        "清澜, 蓝色海洋 连衣裙", // words of the language
        "清澜, 清蓝色 天空 连衣裙",
        "清澜, 请拦住他",
        "清澜, 买清*的人", // words around what may be masked
        "清澜, 清仓*狂欢 连衣裙",
        "海棠岚, 海*",
        "海棠岚, haitang 手机壳",
        "海棠岚, 海风岛 手机壳", // two strangers
        "努维莫, 努莫 手机壳", // one missing
        "努维莫, nu we mo 手机壳",
        "隼松, 准送 手机壳",
        "丽鹰, 孙丽英 连衣裙", // a surname before a given name
        "丽鹰, 李丽英 连衣裙",
        "丽鹰, 美丽英雄 连衣裙",
        "月见屿, 七月见到雨 手机壳",
        "清澜, 清x8 毛巾", // so many of them
    })
    void ordinaryLanguageIsNoDistortedSign(String mark, String title) {
        assertThat(fixture.see(mark, title)).isNull();
    }

    @Test
    void sameToneIsMoreAlikeThanAnotherAndThatMoreThanForSouthernEars() {
        double sameTone = fixture.see("努维莫", "努惟莫 手机壳").similarity();
        double otherTone = fixture.see("努维莫", "努威莫 手机壳").similarity();
        double southern = fixture.see("努维莫", "鲁维莫 手机壳").similarity();
        assertThat(sameTone).isGreaterThan(otherTone);
        assertThat(otherTone).isGreaterThan(southern);
    }

    @Test
    void givenNameIsDoubtedWhereASurnameStandsBeforeIt() {
        assertThat(fixture.see("丽鹰", "丽英 连衣裙").weight()).isGreaterThan(Weights.PLAIN);
        assertThat(fixture.see("丽鹰", "孙丽英 连衣裙")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"陈丽莹 连衣裙", "刘丽萤 设计"})
    void givenNameAfterASurnameIsNoSign(String title) {
        assertThat(fixture.see("丽鹰", title)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"海棠糕x2 正品", "海棠x2 干花", "努维x10 正品"})
    void timesANumberIsNoMask(String title) {
        assertThat(fixture.matcher.match("title", title)).isEmpty();
    }

    @Test
    void markOfFourCharactersMayHaveAnyOther() {
        assertThat(fixture.see("云栖白鹭", "云栖石鹭 手机壳").how()).containsExactly("edit");
        assertThat(fixture.see("努维莫", "努钟莫 手机壳")).isNull();
    }

    @Test
    void traditionalCharactersAreTheSign() {
        assertThat(fixture.see("努维莫", "全新努維莫 蓝牙耳机").how()).containsExactly("simplified");
    }

    @Test
    void ownSignBesideALongerDistortionIsExact() {
        Evidence.Word word = fixture.see("清澜", "清澜8 连衣裙");
        assertThat(word.how()).containsExactly("exact");
        assertThat(word.quote()).isEqualTo("清澜");
    }
}
