package org.touchstone.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.hit.Box;
import org.touchstone.hit.Evidence;
import org.touchstone.hit.Hit;
import org.touchstone.hit.Outlook;
import org.touchstone.hit.Versions;

class EvidenceSumTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the seller's own word for a replica: '高仿' (open)                 | 卖家自称仿品的用语: '高仿' (直白)
            sold by comparison: '同款' (ambiguous, beside the sign)            | 以比较方式销售: '同款' (含义不定，紧邻标识)
            words that replica sellers use: 'QC' (ambiguous, beside '1:1'), 'A' (strong) | 仿品卖家常用语: 'QC' (含义不定, beside '1:1'), 'A' (明显)
            sold by comparison: 'dupe (open)' (strong)                         | 以比较方式销售: 'dupe (open)' (明显)
            sold by comparison: '<b>' (opener)                                 | 以比较方式销售: '&lt;b&gt;' (opener)
            something else: '高仿' (open)                                      | something else: '高仿' (open)
            """)
    void noteIsPutInTheReadersLanguageButNotWhatItQuotes(String note, String shown) {
        Evidence said = new Evidence.Circumstance("comparison", 2, note);
        Page page = new Page(Phrases.in(Language.CHINESE));
        new EvidenceSum(page)
                .write(new Hit(1, 0.5, "l", "m", "", Outlook.UNCLEAR, List.of(said), new Versions("", "", "", "")), -6);
        assertThat(page.markup().toString().replaceAll("<[^>]*>", "").replace("&#39;", "'"))
                .contains(shown);
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH, Read in the picture", "CHINESE, 图中读出的文字"})
    void wordReadInAPictureSaysSoAndWhere(Language language, String shown) {
        Evidence.Spot spot = new Evidence.Spot("img/1.jpg", new Box(5, 6, 70, 18));
        Evidence read = new Evidence.Word(
                "word", Evidence.Word.PICTURES, 0, 6, "NUVIMO", "NUVIMO", 1, List.of("exact"), 4.5, "", spot);
        Page page = new Page(Phrases.in(language));
        new EvidenceSum(page)
                .write(new Hit(1, 0.5, "l", "m", "", Outlook.UNCLEAR, List.of(read), new Versions("", "", "", "")), -6);
        assertThat(page.markup().toString().replaceAll("<[^>]*>", "")).contains(shown + " img/1.jpg (5, 6, 70×18)");
    }
}
