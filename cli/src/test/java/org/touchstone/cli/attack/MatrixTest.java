package org.touchstone.cli.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MatrixTest {
    private static final Operator STRONG = Operators.ALL.stream()
            .filter(operator -> operator.key().equals("spaced"))
            .findFirst()
            .orElseThrow();
    private static final Operator WEAK = Operators.ALL.stream()
            .filter(operator -> operator.key().equals("reversed"))
            .findFirst()
            .orElseThrow();
    private static final Target NUVIMO = new Target("nuvimo", "NUVIMO", Script.LATIN, Set.of("CN-1"));
    private static final Target SHANYIN = new Target("山隐茶", "山隐茶", Script.HAN, Set.of("CN-2"));

    private static Variant variant(Target target, Operator operator) {
        return new Variant(target, operator, "x", "x", 0);
    }

    private final Matrix matrix = Matrix.of(
            List.of(
                    variant(NUVIMO, STRONG),
                    variant(NUVIMO, STRONG),
                    variant(SHANYIN, STRONG),
                    variant(SHANYIN, WEAK),
                    variant(NUVIMO, WEAK)),
            List.of(
                    new Tally(1, 1, 1),
                    new Tally(1, 0, 0),
                    new Tally(1, 1, 0),
                    new Tally(1, 0, 0),
                    new Tally(1, 1, 1)));

    @Test
    void variantsAreCountedByOperatorAndScript() {
        assertThat(matrix.operators().get(STRONG))
                .containsEntry(Script.LATIN, new Tally(2, 1, 1))
                .containsEntry(Script.HAN, new Tally(1, 1, 0));
        assertThat(matrix.of(STRONG)).isEqualTo(new Tally(3, 2, 1));
        assertThat(matrix.scripts()).containsExactly(Script.LATIN, Script.HAN);
    }

    @Test
    void weakEvidenceIsCountedApart() {
        assertThat(matrix.strong()).isEqualTo(new Tally(3, 2, 1));
        assertThat(matrix.weak()).isEqualTo(new Tally(2, 1, 1));
    }

    @Test
    void marksAreAtRiskByStrongVariantsAlone() {
        assertThat(matrix.worst(10)).containsExactly(new Matrix.AtRisk("CN-1", "NUVIMO", new Tally(2, 1, 1)));
        assertThat(matrix.marks()).extracting(Matrix.AtRisk::id).containsExactly("CN-1", "CN-2");
        assertThat(matrix.worst(0)).isEmpty();
    }

    @Test
    void missedVariantsAreKept() {
        assertThat(matrix.missed()).hasSize(2);
    }

    @Test
    void shareOfNothingIsWhole() {
        assertThat(Tally.NONE.recall()).isEqualTo(1);
        assertThat(Tally.NONE.topShare()).isEqualTo(1);
    }
}
