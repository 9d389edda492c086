package org.touchstone.matcher.goods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimilarGroupsTest {
    @ParameterizedTest
    @ValueSource(strings = {"0901", "0901(一)", "0901（十五）", " 2507 ", "4599", "0901 (二)"})
    void groupsAreFourDigitsWithOrWithoutAPart(String text) {
        assertThat(SimilarGroups.isWellFormed(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "901", "09011", "0001", "4601", "0900", "09a1", "0901(1)", "0901(一", "0901;0908", "٠٩٠١"})
    void otherTextsAreNoGroups(String text) {
        assertThat(SimilarGroups.isWellFormed(text)).isFalse();
        assertThatThrownBy(() -> SimilarGroups.classOf(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("such as 0901")
                .hasMessageContaining("'" + text + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "0901, 9, 计算机及外部设备, 'computers and peripherals, software'",
        "0907, 9, 通讯导航设备, communication and navigation equipment",
        "1802, 18, 箱包皮具, 'bags, luggage, leather goods'",
        "2507(一), 25, 鞋, footwear",
        "4506, 45, 法律服务, legal services"
    })
    void groupsHaveAClassAndNames(String group, int nice, String chinese, String english) {
        assertThat(SimilarGroups.classOf(group)).isEqualTo(nice);
        assertThat(SimilarGroups.name(group, Locale.SIMPLIFIED_CHINESE)).contains(chinese);
        assertThat(SimilarGroups.name(group, Locale.ENGLISH)).contains(english);
    }

    @Test
    void theTableIsWhole() {
        assertThat(SimilarGroups.all()).hasSizeBetween(480, 500).allSatisfy(group -> {
            assertThat(SimilarGroups.isWellFormed(group)).isTrue();
            assertThat(SimilarGroups.name(group, Locale.CHINA))
                    .hasValueSatisfying(name -> assertThat(name).matches("[\\p{IsHan}A-Z，、（）]+"));
            assertThat(SimilarGroups.name(group, Locale.ENGLISH))
                    .hasValueSatisfying(name -> assertThat(name).matches("[A-Za-z][ -~]+"));
        });
        assertThat(SimilarGroups.all().stream().map(SimilarGroups::classOf).distinct())
                .hasSize(NiceClasses.COUNT);
    }

    /** Groups that the office has given up, or never had. */
    @ParameterizedTest
    @ValueSource(strings = {"0917", "1203", "1608", "1803", "2408", "2506", "4201", "3399"})
    void missingGroupsHaveNoName(String group) {
        assertThat(SimilarGroups.name(group, Locale.ENGLISH)).isEmpty();
        assertThat(SimilarGroups.crossSearched(group)).isEmpty();
    }

    @Test
    void crossSearchGoesBothWays() {
        assertThat(SimilarGroups.crossSearched("3202")).containsExactly("2907", "3002", "3013");
        assertThat(SimilarGroups.crossSearched("3002(二)")).containsExactly("2907", "3001", "3202");
        assertThat(SimilarGroups.all())
                .allSatisfy(group -> assertThat(SimilarGroups.crossSearched(group))
                        .doesNotContain(group)
                        .isSubsetOf(SimilarGroups.all())
                        .allMatch(other -> SimilarGroups.crossSearched(other).contains(group)));
    }

    /** So that a word cannot tell a group of a class that it does not tell. */
    @Test
    void wordsOfGroupsAreWordsOfTheirClass() {
        Set<String> words = SimilarGroups.words();
        assertThat(words)
                .hasSizeGreaterThan(1000)
                .allSatisfy(word -> assertThat(NiceClasses.TABLE.of(word))
                        .containsAll(SimilarGroups.of(word).stream()
                                .map(SimilarGroups::classOf)
                                .toList()));
        long chinese = words.stream()
                .filter(word -> word.codePoints().anyMatch(Character::isIdeographic))
                .count();
        assertThat(chinese).isBetween(400L, words.size() - 400L);
    }

    @Property(tries = 500)
    void whatIsWrittenAsAGroupIsReadBackTheSame(
            @ForAll @Chars({'0', '1', '2', '4', '(', ')', '（', '一', ' '}) String text) {
        SimilarGroup.of(text).ifPresent(group -> {
            assertThat(group.nice()).isBetween(1, NiceClasses.COUNT);
            assertThat(SimilarGroup.of(group.toString())).contains(group);
        });
    }

    @Property(tries = 200)
    void anyTextIsAGroupOrNot(@ForAll String text) {
        assertThat(SimilarGroups.isWellFormed(text + "x")).isFalse();
    }
}
