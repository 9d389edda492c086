package org.touchstone.matcher.search;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.touchstone.indexer.sign.SignText;

class EditsTest {
    private static int edits(String one, String other, int most) {
        return Edits.between(SignText.of(one), SignText.of(other), most);
    }

    @Test
    void wrongMissingAddedAndExchangedLettersAreCounted() {
        assertThat(edits("kelvora", "kelvora", 2)).isZero();
        assertThat(edits("kelvora", "kelvara", 2)).isEqualTo(1);
        assertThat(edits("kelvora", "kevlora", 2)).isEqualTo(1);
        assertThat(edits("kelvora", "kelora", 2)).isEqualTo(1);
        assertThat(edits("kelvora", "akelvorab", 2)).isEqualTo(2);
        assertThat(edits("kelvora", "tomasin", 2)).isGreaterThan(2);
        assertThat(edits("", "ab", 2)).isEqualTo(2);
    }

    /** Against the whole table, filled without a band. */
    @Property
    void bandLosesNothing(
            @ForAll @StringLength(max = 7) @CharRange(from = 'a', to = 'c') String one,
            @ForAll @StringLength(max = 7) @CharRange(from = 'a', to = 'c') String other) {
        int whole = whole(one, other);
        int banded = edits(one, other, 2);
        assertThat(whole <= 2 ? banded == whole : banded > 2).isTrue();
    }

    private static int whole(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int changed = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(changed, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
