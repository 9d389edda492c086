package org.touchstone.matcher.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.hit.Evidence;
import org.touchstone.listing.Listing;

class SeenMarksTest {
    /** In the title, what stands between brackets is the sign. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[山隐]茶饼 | 老山隐 | 0",
                "老[山隐]茶饼 | 老山隐 | 3",
                "老[山隐 茶]饼 | 老山隐 | 3",
                "老[山隐茶饼] | 老山 | 0",
                "[NOVA] king | nova | 4",
                "[NOVA] king | nova king | 9",
                "[NOVA]CO king | nova | 0",
                "super[NOVA] | nova | 0",
                "正品[NOVA]手机 | nova | 4",
                "[NOVA K1NG] | nova | 0",
            })
    void markOverASign(String marked, String mark, int length) {
        int start = marked.indexOf('[');
        int end = marked.indexOf(']') - 1;
        String title = marked.replace("[", "").replace("]", "");
        Evidence.Word sign =
                new Evidence.Word("word", "title", start, end, title.substring(start, end), "", 1, List.of(), 5, "");
        Listing listing = Listing.builder("1").title(title).build();
        assertThat(SeenMarks.longestOver(sign, listing, List.of(mark))).isEqualTo(length);
    }
}
