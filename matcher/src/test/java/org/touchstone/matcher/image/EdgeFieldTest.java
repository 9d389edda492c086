package org.touchstone.matcher.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class EdgeFieldTest {
    private final Pixels mark = Pixels.of(Drawings.mark(4), Color.WHITE, 90);

    @Test
    void ofReversedContrastIsTheSame() {
        EdgeField field = EdgeField.of(mark);
        EdgeField reversed = EdgeField.of(mark.reversed());
        for (int i = 0; i < field.cosine().length; i++) {
            assertThat(reversed.cosine()[i]).isCloseTo(field.cosine()[i], within(1e-3f));
            assertThat(reversed.sine()[i]).isCloseTo(field.sine()[i], within(1e-3f));
        }
    }

    @Test
    void ofVerticalEdgePointsAlongTheFirstAxis() {
        Pixels step = Pixels.blank(20, 20);
        for (int i = 0; i < 400; i++) {
            step.blue()[i] = i % 20 < 10 ? 0 : 200; // an edge of colour alone counts
        }
        EdgeField field = EdgeField.of(step);
        assertThat(field.cosine()[10 * 20 + 10]).isGreaterThan(0.5f);
        assertThat(field.sine()[10 * 20 + 10]).isCloseTo(0, within(1e-5f));
        assertThat(field.cosine()[10 * 20 + 3]).isZero();
    }

    @Test
    void ofPlainPictureIsNothing() {
        assertThat(EdgeField.of(Pixels.blank(5, 7)).cosine()).containsOnly(0);
        assertThat(EdgeField.of(Pixels.blank(1, 1)).cosine()).containsOnly(0);
    }
}
