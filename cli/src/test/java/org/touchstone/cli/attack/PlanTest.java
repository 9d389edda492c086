package org.touchstone.cli.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.touchstone.mark.Mark;
import org.touchstone.mark.Registration;

class PlanTest {
    private static Targets targets(String... texts) {
        Targets targets = new Targets();
        for (int i = 0; i < texts.length; i++) {
            targets.add(Registration.word("CN-" + i, texts[i]));
        }
        return targets;
    }

    private static Operator turning(String from, String to) {
        return Operator.of("turned", Script.LATIN, (word, random) -> word.text().replace(from, to));
    }

    @Test
    void variantThatIsAnotherMarkIsLeftOut() {
        Plan plan = Plan.of(targets("NUVIMO", "Nuvima", "VELLUTANA"), List.of(turning("MO", "ma")), 1, 10);

        assertThat(plan.variants()).isEmpty();
        assertThat(plan.others()).isEqualTo(1);
        assertThat(plan.unchanged()).isEqualTo(2);
    }

    @Test
    void variantThatIsAnotherMarkButForCaseAndWidthIsLeftOut() {
        Plan plan = Plan.of(targets("NUVIMO", "ｎｕ ｖｉｍａ"), List.of(turning("MO", "MA")), 1, 10);

        assertThat(plan.count()).isZero();
        assertThat(plan.others()).isEqualTo(1);
    }

    @Test
    void variantThatIsTheSameMarkInOtherLettersIsTried() {
        Plan plan = Plan.of(targets("NUVIMO"), List.of(turning("NUVIMO", "nuvimo")), 1, 10);

        assertThat(plan.variants()).extracting(Variant::sign).containsExactly("nuvimo");
    }

    @Test
    void markRegisteredTwiceIsAttackedOnce() {
        Plan plan = Plan.of(targets("NUVIMO", "Nuvimo"), List.of(turning("V", "W")), 1, 10);

        assertThat(plan.variants())
                .singleElement()
                .satisfies(
                        variant -> assertThat(variant.target().registrations()).isEqualTo(Set.of("CN-0", "CN-1")));
    }

    @Test
    void onlyMarksThatCanBeToldInDisguiseAreTargets() {
        Targets targets = targets("NU", "茶", "4711", "山隐", "NUV");
        targets.add(Registration.builder("CN-9", Mark.word("OLDMARK"))
                .status("expired")
                .build());

        assertThat(targets.count()).isEqualTo(2);
    }

    @Test
    void mixedMarkIsAttackedInTheScriptOfMostOfIt() {
        assertThat(Script.of("NUVIMO 努维莫")).isEqualTo(Script.HAN);
        assertThat(Script.of("A 山茶")).isEqualTo(Script.HAN);
        assertThat(Script.of("AURORIS 奥若丽")).isEqualTo(Script.LATIN);
        assertThat(Script.of("KESTREL & PINE 隼松")).isEqualTo(Script.LATIN);
        assertThat(Script.of("NUVIMO 茶")).isEqualTo(Script.LATIN);
        assertThat(Script.of("NUV 山茶茶")).isEqualTo(Script.HAN);
        assertThat(Script.of("T 茶")).isNull();
    }

    @Test
    void orderOfTheMarksDoesNotMatter() {
        Plan one = Plan.of(targets("NUVIMO", "AURORIS", "VELLUTANA", "山隐茶"), Operators.ALL, 5, 2);
        Plan other = Plan.of(targets("山隐茶", "VELLUTANA", "NUVIMO", "AURORIS"), Operators.ALL, 5, 2);

        assertThat(other.variants())
                .extracting(Variant::title)
                .isEqualTo(one.variants().stream().map(Variant::title).toList());
    }

    @Test
    void anotherSeedDrawsOtherVariants() {
        Targets targets = targets("NUVIMO", "AURORIS", "VELLUTANA", "山隐茶");

        assertThat(Plan.of(targets, Operators.ALL, 1, 2).variants())
                .isNotEqualTo(Plan.of(targets, Operators.ALL, 2, 2).variants());
    }

    @Test
    void operatorGetsNoMoreThanItsShareAndNothingTwice() {
        Plan plan = Plan.of(targets("NUVIMO", "AURORIS", "VELLUTANA"), Operators.ALL, 1, 2);
        Plan few = Plan.of(targets("VELLUTANA"), Operators.ALL, 1, 200);

        for (Operator operator : Operators.ALL) {
            assertThat(plan.variants())
                    .filteredOn(variant -> variant.operator().equals(operator))
                    .hasSizeLessThan(3);
            assertThat(few.variants())
                    .filteredOn(variant -> variant.operator().equals(operator))
                    .extracting(Variant::sign)
                    .doesNotHaveDuplicates()
                    .hasSizeLessThanOrEqualTo(5);
        }
        assertThat(few.variants())
                .filteredOn(variant -> variant.operator().key().equals("letter-inserted"))
                .hasSizeGreaterThan(3);
    }

    @Test
    void signStandsInItsTitle() {
        Plan plan = Plan.of(targets("NUVIMO", "山隐茶"), Operators.ALL, 1, 50);

        assertThat(plan.variants())
                .hasSizeGreaterThan(100)
                .allSatisfy(variant -> assertThat(variant.title().substring(variant.start(), variant.end()))
                        .isEqualTo(variant.sign()));
    }
}
