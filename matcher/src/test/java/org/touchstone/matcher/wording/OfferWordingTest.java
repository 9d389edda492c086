package org.touchstone.matcher.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.hit.Evidence;
import org.touchstone.listing.Listing;

class OfferWordingTest {
    private static final int LONG = 100_000;

    /** Of processor time, so that what else the machine does makes no difference; a quadratic reading takes seconds. */
    private static final double MOST_MILLIS = 10;

    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NUVIMO 高~仿 包",
                "NUVIMO 高 仿 包",
                "NUVIMO 高🔥仿 包",
                "NUVIMO 高\u200b仿 包",
                "NUVIMO 髙仿 包",
                "NUVIMO Ａ货 包",
                "NUVIMO A貨 包",
                "NUVIMO А货 包",
                "NUVIMO 頂級復刻 包",
                "NUVIMO １：１ 復刻 包",
                "NUVIMO rеplica bag",
                "NUVIMO rep1ica bag",
                "NUVIMO re*plica bag",
                "NUVIMO r e p l i c a bag",
                "NUVIMO 𝐫𝐞𝐩𝐥𝐢𝐜𝐚 bag",
                "NUVIMO MirrorQuality bag"
            })
    void replicaInDisguise(String title) {
        assertThat(Titles.kinds(title)).contains(OfferWording.REPLICA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NUVIMO 包 加v：abc12345",
                "NUVIMO 包 加Ｖ信",
                "NUVIMO 包 v❤信",
                "NUVIMO 包 加薇",
                "NUVIMO 包 ＋vx",
                "NUVIMO 包 ➕微信",
                "NUVIMO 包 微~信 13812340000",
                "NUVIMO 包 VX 138 1234 0000",
                "NUVIMO 包 扣扣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣",
                "NUVIMO 包 私聊 微信",
                "NUVIMO bag whatsapp +44 7700 900123"
            })
    void contactInDisguise(String title) {
        assertThat(Titles.kinds(title)).contains(OfferWording.CONTACT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NUVIMO 最高 仿皮 包",
                "NUVIMO 身高，仿皮 包",
                "NUVIMO 提高仿生 包",
                "NUVIMO A 货架",
                "NUVIMO equip license bag",
                "NUVIMO grepreplicaset",
                "NUVIMO 1.1 手袋",
                "NUVIMO 1-1 手袋"
            })
    void nothingInOrdinaryWords(String title) {
        assertThat(Titles.kinds(title)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "battery for KESTREL / Torvane / NUVIMO",
                "case for the new NUVIMO X2",
                "适用于隼松/蔻岚蒂/NUVIMO 充电器",
                "适用隼松、努维莫、NUVIMO充电器",
                "strap for KESTREL, Torvane and NUVIMO watch",
                "NUVIMO X2用充电器",
                "NUVIMO 手机 专用 数据线",
                "NUVIMO camera case for NUVIMO X2"
            })
    void madeToFitInLists(String title) {
        assertThat(Titles.kinds(title)).contains(OfferWording.LAWFUL_USE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "case for men, NUVIMO",
                "for every man and woman NUVIMO case",
                "适用于男/女/儿童/NUVIMO 手机壳",
                "适用于春夏 NUVIMO 手机壳",
                "适用于，NUVIMO 手机壳",
                "case for sale! NUVIMO",
                "case for KESTREL X2 plus NUVIMO pen",
                "NUVIMO 充电器 兼容 X2",
                "NUVIMO flt-6100 cable",
                "NUVIMO 面膜 敏感肌可用"
            })
    void notMadeToFit(String title) {
        assertThat(Titles.kinds(title)).doesNotContain(OfferWording.LAWFUL_USE);
    }

    @Test
    void clearerWordsOfCompatibilityWeighMore() {
        assertThat(Titles.one(OfferWording.LAWFUL_USE, "case for NUVIMO X2").weight())
                .isEqualTo(-15);
        assertThat(Titles.one(OfferWording.LAWFUL_USE, "thing for NUVIMO X2").weight())
                .isEqualTo(-12);
        assertThat(Titles.one(OfferWording.LAWFUL_USE, "thing compatible with NUVIMO X2")
                        .weight())
                .isEqualTo(-15);
        assertThat(Titles.one(OfferWording.LAWFUL_USE, "NUVIMO case for NUVIMO X2")
                        .weight())
                .isEqualTo(-12);
        assertThat(Titles.one(OfferWording.LAWFUL_USE, "NUVIMO replacement battery")
                        .weight())
                .isEqualTo(-6);
    }

    @Test
    void anAttributesNameSaysThatItFits() {
        Listing listing = Listing.builder("1")
                .title("手机壳")
                .attributes(Map.of("适用机型", "NUVIMO X2"))
                .build();

        assertThat(Titles.read(listing))
                .containsExactly(new Evidence.Circumstance(
                        OfferWording.LAWFUL_USE, -15, "made to fit: '适用机型' (open, name of the attribute)"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NUVIMO 高仿 包             | 10 | the seller's own word for a replica: '高仿' (open)
            NUVIMO replica bag         | 6  | the seller's own word for a replica: 'replica' (strong)
            NUVIMO 高仿 尾单 包        | 11 | the seller's own word for a replica: '高仿' (open), '尾单' (ambiguous, beside '高仿')
            NUVIMO 尾单 包             | 3  | words that replica sellers use: '尾单' (ambiguous, near the sign, of wear)
            NUVIMO 尾单 过验 床        | 7  | the seller's own word for a replica: '过验' (strong), '尾单' (ambiguous, beside '过验')
            """)
    void noteSaysGradeAndSupport(String title, double weight, String note) {
        assertThat(Titles.one(OfferWording.REPLICA, title))
                .isEqualTo(new Evidence.Circumstance(OfferWording.REPLICA, weight, note));
    }

    @Test
    void ambiguousWordFarFromTheSignIsSilent() {
        String far = "NUVIMO 纯棉 短袖 卫衣 多色 可选 大码 宽松 休闲 百搭 情侣 秋季 新款 上市 欢迎 选购 厂货";

        assertThat(Titles.kinds(far)).doesNotContain(OfferWording.REPLICA);
        assertThat(Titles.kinds("厂货 " + far)).contains(OfferWording.REPLICA);
    }

    @Test
    void furtherWordsAddLittle() {
        String all = "NUVIMO 高仿 A货 山寨 冒牌 仿品 过验 纯原 公司级 包";

        assertThat(Titles.one(OfferWording.REPLICA, all).weight()).isEqualTo(13);
    }

    @Test
    void deniedReplicaWeighsNothing() {
        assertThat(Titles.read("绝非高仿 NUVIMO 包"))
                .containsExactly(new Evidence.Circumstance(
                        OfferWording.DENIAL, 0, "said to be no replica: '高仿' (open) cancelled by '绝非'"));
    }

    @Test
    void denialOfOneWordLeavesAnother() {
        assertThat(Titles.kinds("绝非高仿，NUVIMO A货 包")).contains(OfferWording.REPLICA);
        assertThat(Titles.kinds("不议价，高仿 NUVIMO 包")).contains(OfferWording.REPLICA);
    }

    @Test
    void denialIsExplained() {
        assertThat(Titles.one(OfferWording.DENIAL, "本品非NUVIMO 手机壳"))
                .isEqualTo(new Evidence.Circumstance(
                        OfferWording.DENIAL,
                        -2,
                        "said not to be the brand's: '非NUVIMO' (strong; counterfeit sellers deny too)"));
    }

    @Test
    void wordsAreReadInDescriptionAndAttributes() {
        Listing listing = Listing.builder("1")
                .title("NUVIMO 包")
                .description("专业精仿，质量好")
                .attributes(Map.of("联系", "加微信 abc12345"))
                .build();

        assertThat(Titles.read(listing))
                .extracting(Evidence::kind)
                .containsExactly(OfferWording.REPLICA, OfferWording.CONTACT);
    }

    @Test
    void conditionSaysSecondHand() {
        Listing listing =
                Listing.builder("1").title("NUVIMO 包").condition("used").build();

        assertThat(Titles.read(listing))
                .containsExactly(
                        new Evidence.Circumstance(OfferWording.LAWFUL_USE, -10, "second-hand: condition is 'used'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "1",
                "非",
                "仿",
                "高",
                "用",
                "鞋",
                "v",
                "·",
                "~",
                "*",
                " ",
                "\u200b",
                "\u0301",
                "🔥",
                "for ",
                "高仿",
                "高仿真",
                "1:1",
                "不是高仿",
                "适用",
                "适用于/",
                "for the ",
                "加v",
                "加微信1",
                "rep ",
                "二手",
                "同款",
                "r.e.p."
            })
    void timeIsLinear(String piece) {
        String text = piece.repeat(LONG / piece.length());
        Listing listing = Listing.builder("1")
                .title("NUVIMO")
                .description(text + "NUVIMO" + text)
                .build();
        double best = Double.MAX_VALUE;
        double all = 0;
        while (best >= MOST_MILLIS && all < 100 * MOST_MILLIS) {
            long start = PROCESSOR.getCurrentThreadCpuTime();
            assertThat(Titles.read(listing)).hasSizeLessThan(7);
            double millis = (PROCESSOR.getCurrentThreadCpuTime() - start) / 1e6;
            best = Math.min(best, millis);
            all += millis;
        }

        assertThat(best).as("milliseconds for '%s', warm", piece).isLessThan(MOST_MILLIS);
    }

    @Property(tries = 300)
    void anyTextIsRead(@ForAll String before, @ForAll String behind) {
        String title = before + Titles.MARK + behind;

        assertThat(Titles.read(title)).allSatisfy(one -> {
            assertThat(one.weight()).isBetween(-15.0, 13.0);
            assertThat(one.note()).isNotBlank().hasSizeLessThan(400);
        });
    }
}
