package org.touchstone.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.indexer.SignOrigin;
import org.touchstone.indexer.WordSign;
import org.touchstone.matcher.text.FalseAlarms.Reason;

class FalseAlarmsTest {
    private static final FalseAlarms ALARMS = new FalseAlarms();

    private static Map<Reason, Double> reasons(String form) {
        return ALARMS.per1000(sign(form, SignOrigin.TEXT));
    }

    private static WordSign sign(String form, SignOrigin origin) {
        return WordSign.of(0, "1", form, origin);
    }

    private static double titles(String form) {
        return FalseAlarms.titles(reasons(form));
    }

    @ParameterizedTest
    @CsvSource({
        "Harbor, Nuvimo", // a common word, a made-up one
        "Velvet, Torvane",
        "Silver, Harbor", // a word of every other offer, one of few
        "QX, QXVRLM", // two letters, six
        "Lumo, Lumovadis",
        "500, 5739", // a round number, another
        "Harbor, Harbor Velvet", // a word, two
        "青松, 青松白鹭", // two common characters, four
        "青松, 蔻岚", // an ordinary word, a made-up one
        "天气, 青松",
        "山隐, 山隐茶",
    })
    void firstOfTwoHasMoreFalseHits(String risky, String safe) {
        assertThat(titles(risky)).isGreaterThan(2 * titles(safe));
    }

    @ParameterizedTest
    @CsvSource({
        "Harbor, WORD",
        "Silver Velvet, WORD",
        "QX, SHORT",
        "2500, NUMBER",
        "天气, WORD",
        "茶, SHORT",
        "Lisan, NEAR",
        "维喜, SOUND",
    })
    void mainReasonIsWhatTheSignSuffersFrom(String form, Reason main) {
        Map<Reason, Double> reasons = reasons(form);

        assertThat(reasons).isNotEmpty();
        assertThat(reasons.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey())
                .as("%s", reasons)
                .isEqualTo(main);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "…", "Q", "月见屿山隐茶云栖白鹭堂"})
    void signThatNothingCanHitHasNoReasons(String form) {
        assertThat(reasons(form)).isEmpty();
    }

    @Test
    void elementThatIsAnOrdinaryWordBringsNothing() {
        assertThat(ALARMS.per1000(sign("Harbor", SignOrigin.ELEMENT))).isEmpty();
        assertThat(ALARMS.per1000(sign("Carrowmere", SignOrigin.ELEMENT))).isNotEmpty();
    }

    @Test
    void signsWithTheSameLettersCountOnce() {
        WordSign text = sign("Harbor", SignOrigin.TEXT);
        WordSign alias = sign("HARBOR", SignOrigin.ALIAS);

        assertThat(ALARMS.per1000(List.of(text, alias))).isEqualTo(ALARMS.per1000(text));
    }

    @Test
    void aliasAddsItsFalseHits() {
        WordSign text = sign("Torvane", SignOrigin.TEXT);
        WordSign alias = sign("天气", SignOrigin.ALIAS);

        assertThat(FalseAlarms.titles(ALARMS.per1000(List.of(text, alias)))).isGreaterThan(10 * titles("Torvane"));
    }

    @Test
    void titlesAreNeverMoreThanThereAre() {
        assertThat(FalseAlarms.titles(Map.of())).isZero();
        assertThat(FalseAlarms.titles(Map.of(Reason.WORD, 1e9))).isEqualTo(1000, within(1e-9));
        assertThat(FalseAlarms.titles(Map.of(Reason.WORD, 1.0, Reason.NEAR, 1.0)))
                .isEqualTo(2, within(0.01));
    }

    @Test
    void secondInstanceSaysTheSame() {
        FalseAlarms other = new FalseAlarms();
        for (String form : List.of("Harbor", "Lumo", "QX", "隼松", "山隐茶", "2500")) {
            assertThat(other.per1000(sign(form, SignOrigin.TEXT))).isEqualTo(reasons(form));
        }
    }

    @Property(tries = 100)
    void anyLatinSignHasFiniteExpectations(@ForAll @AlphaChars @StringLength(max = 40) String form) {
        assertThat(reasons(form).values())
                .allSatisfy(rate -> assertThat(rate).isPositive().isLessThan(1000));
    }

    @Property(tries = 100)
    void anyHanSignHasFiniteExpectations(@ForAll @CharRange(from = '一', to = '龥') @StringLength(max = 12) String form) {
        assertThat(reasons(form).values())
                .allSatisfy(rate -> assertThat(rate).isPositive().isLessThan(1000));
    }
}
