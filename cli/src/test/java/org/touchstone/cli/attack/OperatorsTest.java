package org.touchstone.cli.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/org/touchstone/cli/attack/variants.txt");

    private static Operator named(String key) {
        return Operators.ALL.stream()
                .filter(operator -> operator.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static String applied(String key, Script script, String mark) {
        return named(key).apply(mark, script, new SplittableRandom(1));
    }

    @Test
    void variantsOfTwoMarksAreAsBefore() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Operator operator : Operators.ALL) {
            for (Script script : Script.values()) {
                if (operator.scripts().contains(script)) {
                    String mark = script == Script.HAN ? "云山明" : "Lumidora";
                    lines.append(operator.key())
                            .append('\t')
                            .append(Visible.of(operator.apply(mark, script, new SplittableRandom(1))))
                            .append('\n');
                }
            }
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(java.util.Objects.requireNonNull(GOLDEN.getParent()));
            Files.writeString(GOLDEN, lines);
        }
        assertThat(lines.toString()).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void thereAreManyForEitherScript() {
        assertThat(Operators.ALL).hasSizeGreaterThan(50);
        for (Script script : Script.values()) {
            assertThat(Operators.ALL)
                    .filteredOn(operator -> operator.scripts().contains(script))
                    .hasSizeGreaterThan(25);
        }
    }

    @Test
    void namesAreKebabCaseAndTellOperatorsApart() {
        assertThat(Operators.ALL)
                .extracting(Operator::key)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[a-z]+(-[a-z]+)*"));
    }

    @ParameterizedTest
    @CsvSource({
        "full-width, LATIN, NUVIMO, ＮＵＶＩＭＯ",
        "math-italic, LATIN, hat, ℎ𝑎𝑡",
        "letter-pairs, LATIN, NUVIMO, nuvirno",
        "spaced, LATIN, KESTREL & PINE, K E S T R E L & P I N E",
        "small-capitals, LATIN, Kestrel, ᴋᴇꜱᴛʀᴇʟ",
        "upside-down, LATIN, Nuvimo, oɯᴉʌnu",
        "vowels-left-out, LATIN, AURORIS, ARRS",
        "reversed, LATIN, Nuvimo, omivuN",
        "traditional, HAN, 隐龙, 隱龍",
        "compatibility-forms, HAN, 山隐好, \u2f2d隐好",
        "characters-split, HAN, 好林茶, 女子木木茶",
        "pinyin, HAN, 绿山X, lvshanX",
        "pinyin-with-tones, HAN, 绿优山, lǜ yōu shān",
        "pinyin-initials, HAN, 山隐茶, syc",
        "first-character-jia, HAN, 山隐茶, 山家",
        "spaced, HAN, AB山隐, AB山 隐",
    })
    void operatorDoesWhatItIsNamedAfter(String key, Script script, String mark, String expected) {
        assertThat(applied(key, script, mark)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "letter-pairs, LATIN, NUSIS",
        "leet, LATIN, Huhn",
        "cyrillic, LATIN, ZZZ",
        "vowel-swapped, LATIN, NRT",
        "letters-swapped, LATIN, ooo",
        "traditional, HAN, 山茶",
        "characters-split, HAN, 乙茶",
        "transposed, HAN, 山山",
        "pinyin, HAN, 㐀㐁",
        "look-alike-one, HAN, 𠀀𠀁",
        "masked, HAN, 茶",
        "masked, LATIN, 山茶",
    })
    void markStaysWhereThereIsNothingToChange(String key, Script script, String mark) {
        assertThat(applied(key, script, mark)).isEqualTo(mark);
    }

    @Test
    void seedDecidesAmongTheWays() {
        List<String> variants = new ArrayList<>();
        for (int seed = 0; seed < 20; seed++) {
            variants.add(named("homophone-same-tone").apply("山隐茶", Script.HAN, new SplittableRandom(seed)));
        }
        assertThat(variants.stream().distinct().count()).isGreaterThan(3);
        assertThat(variants).allMatch(variant -> variant.length() == 3 && !variant.equals("山隐茶"));
    }

    @Property(tries = 300)
    void anyTextGivesPairedSurrogates(@ForAll @From("texts") String text, @ForAll long seed) {
        for (Operator operator : Operators.ALL) {
            for (Script script : operator.scripts()) {
                String variant = operator.apply(text, script, new SplittableRandom(seed));
                assertThat(variant.codePoints())
                        .as(operator.key())
                        .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
            }
        }
    }

    @Property(tries = 100)
    void sameSeedGivesTheSame(@ForAll @From("texts") String text, @ForAll long seed) {
        for (Operator operator : Operators.ALL) {
            for (Script script : operator.scripts()) {
                assertThat(operator.apply(text, script, new SplittableRandom(seed)))
                        .as(operator.key())
                        .isEqualTo(operator.apply(text, script, new SplittableRandom(seed)));
            }
        }
    }

    /** Anything at all, and letters that operators change, with broken surrogates among them. */
    @Provide
    net.jqwik.api.Arbitrary<String> texts() {
        return net.jqwik.api.Arbitraries.oneOf(
                net.jqwik.api.Arbitraries.strings().all().ofMaxLength(12),
                net.jqwik.api.Arbitraries.strings()
                        .withChars("aemwdxyQZßıİ山茶明隐好龙㐀 &-3\ud840\udc00\ud83d\u0301")
                        .ofMaxLength(12));
    }
}
