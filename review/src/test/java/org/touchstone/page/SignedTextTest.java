package org.touchstone.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.touchstone.hit.Evidence;

class SignedTextTest {
    private static Evidence sign(int start, int end) {
        return new Evidence.Word("word", "title", start, end, "", "", 1, List.of(), 1, "");
    }

    private static String shown(List<Segment> segments) {
        return segments.stream()
                .map(segment -> switch (segment.kind()) {
                    case PLAIN -> segment.text();
                    case SIGN -> "[" + segment.text() + "]";
                    case GAP -> "…";
                })
                .collect(Collectors.joining());
    }

    private static String shown(String text, Evidence... signs) {
        return shown(SignedText.of("title", text, List.of(signs)).segments(1000, 10));
    }

    @Test
    void signsAreShownWhereTheyStand() {
        assertThat(shown("buy AUR0RlS now", sign(4, 11))).isEqualTo("buy [AUR0RlS] now");
    }

    @Test
    void signsThatOverlapOrTouchBecomeOne() {
        assertThat(shown("abcdefgh", sign(1, 3), sign(2, 5), sign(5, 6), sign(7, 8)))
                .isEqualTo("a[bcdef]g[h]");
    }

    @Test
    void signsOutsideTheTextAreCut() {
        assertThat(shown("abc", sign(2, 90), sign(50, 60))).isEqualTo("ab[c]");
    }

    @Test
    void signsOfOtherFieldsAreLeftOut() {
        Evidence other = new Evidence.Word("word", "brand", 0, 2, "", "", 1, List.of(), 1, "");
        assertThat(shown("abc", other)).isEqualTo("abc");
    }

    @Test
    void noSignSplitsASurrogatePair() {
        assertThat(shown("x😀y", sign(2, 3))).isEqualTo("x[😀]y");
    }

    @Test
    void longTextIsShownAroundItsSigns() {
        String text = "a".repeat(50) + "SIGN" + "b".repeat(50) + "MARK" + "c".repeat(50);
        SignedText signed = SignedText.of("title", text, List.of(sign(50, 54), sign(104, 108)));
        assertThat(shown(signed.segments(100, 5))).isEqualTo("…aaaaa[SIGN]bbbbb…bbbbb[MARK]ccccc…");
    }

    @Test
    void longTextWithoutASignIsCut() {
        assertThat(shown(SignedText.of("title", "a".repeat(50), List.of()).segments(20, 5)))
                .isEqualTo("a".repeat(20) + "…");
    }

    @Property
    void nothingIsAddedAndNoPairIsSplit(
            @ForAll String text,
            @ForAll @Size(max = 5) List<@IntRange(max = 60) Integer> starts,
            @ForAll @IntRange(min = 20, max = 60) int limit) {
        List<Evidence> signs =
                starts.stream().map(start -> sign(start, start + 7)).toList();
        List<Segment> segments = SignedText.of("title", text, signs).segments(limit, 4);
        int from = 0;
        for (Segment segment : segments) {
            int at = text.indexOf(segment.text(), from);
            assertThat(at).isGreaterThanOrEqualTo(from);
            from = at + segment.text().length();
            if (!segment.text().isEmpty() && from < text.length()) {
                boolean split =
                        Character.isHighSurrogate(text.charAt(from - 1)) && Character.isLowSurrogate(text.charAt(from));
                assertThat(split).isFalse();
            }
        }
        if (text.length() <= limit) {
            assertThat(segments.stream().map(Segment::text).collect(Collectors.joining()))
                    .isEqualTo(text);
        }
    }
}
