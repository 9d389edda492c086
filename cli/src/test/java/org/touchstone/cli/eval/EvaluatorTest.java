package org.touchstone.cli.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.touchstone.hit.Evidence;
import org.touchstone.hit.Hit;
import org.touchstone.hit.Outlook;
import org.touchstone.hit.Versions;
import org.touchstone.record.Located;
import org.touchstone.record.Truth;

class EvaluatorTest {
    private final List<Truth> truths = new ArrayList<>();
    private final List<Hit> hits = new ArrayList<>();

    private void truth(String listing, String mark, Truth.Label label) {
        truths.add(new Truth(listing, mark, label, ""));
    }

    private void hit(double score, String listing, String mark) {
        List<Evidence> evidence = List.of(new Evidence.Circumstance("word", 1, ""));
        hits.add(new Hit(0, score, listing, mark, "", Outlook.UNCLEAR, evidence, new Versions("", "", "", "")));
    }

    private Evaluation evaluate() {
        return new Evaluator(located(truths)).evaluate(located(hits));
    }

    private static <T> Iterator<Located<T>> located(List<T> values) {
        return values.stream()
                .map(value -> new Located<>(value, "test", Path.of("."), 1))
                .iterator();
    }

    @Test
    void perfectList() {
        truth("a", "m", Truth.Label.INFRINGING);
        truth("b", "m", Truth.Label.UNKNOWN);
        hit(1, "a", "m");
        hit(1, "b", "m");

        Evaluation found = evaluate();

        assertThat(found.precision()).isEqualTo(1);
        assertThat(found.recall()).isEqualTo(1);
        assertThat(found.averagePrecision()).isEqualTo(1);
        assertThat(found.ndcg()).isCloseTo(1, within(1e-9));
        assertThat(found.brier()).isZero();
        assertThat(found.calibrationError()).isZero();
    }

    /** The textbook example: right, wrong, right, wrong, right of four gives (1 + 2/3 + 3/5) / 4. */
    @Test
    void averagePrecisionOfMixedList() {
        for (String listing : List.of("1", "3", "5", "missed")) {
            truth(listing, "m", Truth.Label.INFRINGING);
        }
        for (int i = 1; i <= 5; i++) {
            hit(1 - i / 10.0, String.valueOf(i), "m");
        }

        Evaluation found = evaluate();

        assertThat(found.averagePrecision()).isCloseTo((1 + 2 / 3.0 + 3 / 5.0) / 4, within(1e-9));
        assertThat(found.recall()).isEqualTo(0.75);
        assertThat(found.cleanListingsHit()).isEqualTo(2);
        assertThat(found.byEvidence().get("word")).isEqualTo(new Evaluation.Share(3, 5));
    }

    @Test
    void equalScoresCountTogether() {
        truth("1", "m", Truth.Label.INFRINGING);
        hit(0.5, "1", "m");
        hit(0.5, "2", "m");

        assertThat(evaluate().averagePrecision()).isEqualTo(0.5);
    }

    @Test
    void lawfulUseIsRightToFindButNotToAccuse() {
        truth("1", "m", Truth.Label.LAWFUL);
        hit(0.25, "1", "m");

        Evaluation found = evaluate();

        assertThat(found.precision()).isEqualTo(1);
        assertThat(found.pairs()).isZero();
        assertThat(found.lawfulFound()).isEqualTo(1);
        assertThat(found.lawfulMeanScore()).isEqualTo(0.25);
        assertThat(found.brier()).isEqualTo(0.0625);
    }

    @Test
    void emptyListIsNoFailure() {
        assertThat(evaluate().ndcg()).isZero();
        truth("1", "m", Truth.Label.INFRINGING);
        assertThat(evaluate().recall()).isZero();
    }
}
