package org.touchstone.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnerNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nuvimo Electronics Co., Ltd. | NUVIMO ELECTRONICS CO LTD",
                "Nuvimo, Inc. | Nuvimo Incorporated",
                "Ｎｕｖｉｍｏ　Inc | nuvimo",
                "Kestrel & Pine Limited | KESTREL AND PINE LTD.",
                "The Kestrel Company | Kestrel",
                "Volterno S.p.A. | VOLTERNO S. P. A.",
                "Volterno S.R.L. | Volterno srl",
                "Pellúne GmbH & Co. KG | PELLUNE",
                "山隐茶业（杭州）股份有限公司 | 山隱茶業(杭州)有限公司",
                "山隐茶业有限责任公司 | 山隐茶业 有限公司",
                "株式会社努维莫 | 努維莫株式會社",
                "㈱努維莫 | 努维莫",
                "PT Morokite Tbk | Morokite",
                "ООО Морокайт | Морокайт",
            })
    void sameOwner(String one, String other) {
        assertThat(OwnerName.key(one)).isEqualTo(OwnerName.key(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nuvimo Ltd | Nuvima Ltd",
                "山隐茶业有限公司 | 山隐茶业集团有限公司",
                "山隐茶业（杭州）有限公司 | 山隐茶业（福建）有限公司",
                "AG Limited | SE Limited",
                "Nuvimo Foods Inc | Nuvimo Inc",
            })
    void otherOwner(String one, String other) {
        assertThat(OwnerName.key(one)).isNotEqualTo(OwnerName.key(other));
    }

    @Test
    void nameOfNothingButAFormKeepsIt() {
        assertThat(OwnerName.key("有限公司")).isEqualTo("有限公司");
        assertThat(OwnerName.key("Company")).isEqualTo("company");
        assertThat(OwnerName.key(" ,. ")).isEmpty();
    }

    @Property
    void blanksAndPunctuationAroundMakeNoDifference(@ForAll String name) {
        if (name.length() < 400) {
            assertThat(OwnerName.key("\"" + name + "\", ")).isEqualTo(OwnerName.key(name));
        }
    }
}
