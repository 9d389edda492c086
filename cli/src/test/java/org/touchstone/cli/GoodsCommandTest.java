package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoodsCommandTest {
    @Test
    void goodsSaysClassesGroupsAndWords() {
        CliRun run = CliRun.of("goods", "Nuvimo hoodie, jeans and stickers");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("""
                        Class 16: Paper, printed matter, stationery
                          no group known: 'stickers' in the title
                        Class 25: Clothing, footwear, headwear
                          2501 clothing
                            'hoodie' in the title
                            'jeans' in the title
                        """);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void goodsSpeaksChinese() {
        assertThat(CliRun.of("goods", "N7", "--category", "數碼/手機殼", "--lang", "zh")
                        .out())
                .isEqualTo("""
                        第9类：电子设备，软件，科学仪器
                          0907 通讯导航设备
                            分类中的“手机壳”
                        """);
    }

    @Test
    void goodsAsJsonIsTheSameInEveryLanguage() {
        CliRun run = CliRun.of("goods", "green tea", "--json", "--lang", "zh");

        assertThat(run.out())
                .isEqualTo(
                        "{\"classes\":[{\"class\":30,\"en\":\"Coffee, tea, cereals, confectionery, condiments\",\"zh\":\"咖啡，茶，粮食制品，糖果，调味品\"}],"
                                + "\"groups\":[{\"group\":\"3002\",\"en\":\"tea and tea drinks\",\"zh\":\"茶，茶饮料\","
                                + "\"crossSearched\":[\"2907\",\"3001\",\"3202\"]}],"
                                + "\"reasons\":[{\"word\":\"green tea\",\"where\":\"title\",\"classes\":[30],\"groups\":[\"3002\"]}]}\n");
        assertThat(run.out())
                .isEqualTo(CliRun.of("goods", "green tea", "--json").out());
    }

    @Test
    void goodsOfATextThatNamesNoneSaysSo() {
        CliRun run = CliRun.of("goods", "Nuvimo N7");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("No word of it names goods");
        assertThat(CliRun.of("goods", "Nuvimo N7", "--json").out())
                .isEqualTo("{\"classes\":[],\"groups\":[],\"reasons\":[]}\n");
    }

    @Test
    void goodsWithoutTextIsWrongUsage() {
        assertThat(CliRun.of("goods").code()).isEqualTo(ExitCode.USAGE);
    }
}
